"""Rows that staff paste: what each way of copying a docket is read as, and what is asked instead of guessed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.intake.pasted.days import DAY_FIRST, MONTH_FIRST, Ambiguous, NotADay, order_shown, read_day
from docket.intake.pasted.forum_order import order_of
from docket.intake.pasted.rows import read_rows

NEAR = date(2023, 12, 28)
MAY_2, MAY_3 = "2023-05-02", "2023-05-03"
PLAIN = [("", MAY_2, "Complaint"), ("", MAY_3, "Answer")]
NUMBERED = [("1", MAY_2, "Complaint"), ("2", MAY_3, "Answer")]


def read(text: str, order: str = MONTH_FIRST) -> list[tuple[str, str, str]]:
    """Number, day and text of each row; of a row that cannot be saved its problem's first word instead of the day."""
    rows = read_rows(text, order).rows
    return [(row.number, str(row.day.date) if row.day else row.problem.split()[0], row.text) for row in rows]


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("3/4/2023", MONTH_FIRST, "2023-03-04"),
        ("3/4/2023", DAY_FIRST, "2023-04-03"),
        ("3/4/23", DAY_FIRST, "2023-04-03"),
        ("3-4-2023", MONTH_FIRST, "2023-03-04"),
        ("11.4.2023", DAY_FIRST, "2023-04-11"),
        ("11.4.2023", MONTH_FIRST, "2023-11-04"),
        ("13/4/2023", MONTH_FIRST, "2023-04-13"),
        ("4/13/2023", DAY_FIRST, "2023-04-13"),
        ("5/5/2023", "", "2023-05-05"),
        ("4 Nov 23", "", "2023-11-04"),
        ("4-Nov-2023", "", "2023-11-04"),
        ("November 4, 2023", "", "2023-11-04"),
        ("Sat., Nov. 4th, 2023", "", "2023-11-04"),
        ("2023-11-04", "", "2023-11-04"),
        ("2023/11/04", "", "2023-11-04"),
        ("20231104", "", "2023-11-04"),
        ("2023-11-04T10:34:00Z", "", "2023-11-04"),
        ("11/04/2023 10:34 AM", MONTH_FIRST, "2023-11-04"),
        ("2. März 2023", "", "2023-03-02"),
        ("2 de mayo de 2023", "", "2023-05-02"),
        ("1er juillet 2023", "", "2023-07-01"),
        ("5/2/69", MONTH_FIRST, "2069-05-02"),
        ("5/2/70", MONTH_FIRST, "1970-05-02"),
        ("12/30", MONTH_FIRST, "2023-12-30"),
        ("1/3", MONTH_FIRST, "2024-01-03"),
        ("11/4", MONTH_FIRST, "2023-11-04"),
        ("29 Feb", "", "2024-02-29"),
        ("2023-05", "", "2023-05-01"),
        ("May 2023", "", "2023-05-01"),
        ("2023", "", "2023-01-01"),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, order: str, day: str) -> None:
    assert str(read_day(text, order, NEAR).date) == day


@pytest.mark.parametrize("text", ["", "soon", "31/2/2023", "2023-13-01", "99/99/2023", "1/2/3", "Nov"])
def test_what_is_no_day_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotADay, match=r"Write|no year"):
        read_day(text, MONTH_FIRST, NEAR)


def test_a_day_that_may_be_two_is_asked_for_with_both() -> None:
    with pytest.raises(Ambiguous, match="4 March 2023 or 3 April 2023") as asked:
        read_day("3/4/2023")
    assert asked.value.readings == (date(2023, 3, 4), date(2023, 4, 3))


def test_how_much_of_a_day_is_known_is_kept() -> None:
    assert [read_day(text).precision for text in ("2023", "2023-05", "2023-05-02")] == ["year", "month", "day"]


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.sampled_from([MONTH_FIRST, DAY_FIRST]))
def test_every_day_comes_back_from_every_way_of_writing_it(day: date, order: str) -> None:
    numeric = f"{day.month}/{day.day}/{day.year:04}" if order == MONTH_FIRST else f"{day.day}.{day.month}.{day.year:04}"
    for text in (numeric, day.isoformat(), f"{day:%d %b %Y}", f"{day:%B} {day.day}, {day.year}"):
        assert order_shown(text) in ("", order)
        assert read_day(text, order).date == day


@given(st.text(max_size=40))
def test_any_words_are_a_day_or_no_day(text: str) -> None:
    for order in ("", MONTH_FIRST, DAY_FIRST):
        with suppress(NotADay):
            read_day(text, order, NEAR)


PASTES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "cells of date and text": ("05/02/2023\tComplaint\n05/03/2023\tAnswer", PLAIN),
    "cells with a number first": ("1\t05/02/2023\tComplaint\n2\t05/03/2023\tAnswer", NUMBERED),
    "cells with a number between": ("05/02/2023\t1\tComplaint\n05/03/2023\t2\tAnswer", NUMBERED),
    "cells with the date last": ("1\tComplaint\t05/02/2023\n2\tAnswer\t05/03/2023", NUMBERED),
    "cells under headings": ("Date Filed\t#\tDocket Text\n05/02/2023\t1\tComplaint\n05/03/2023\t2\tAnswer", NUMBERED),
    "headings in another order": ("No.\tDescription\tDate\n1\tComplaint\t5/2/23\n2\tAnswer\t5/3/23", NUMBERED),
    "the newest cells first": ("5/3/2023\t2\tAnswer\n5/2/2023\t1\tComplaint", NUMBERED),
    "a quoted cell of two lines": ('5/2/2023\t"Comp\nlaint"\n5/3/2023\tAnswer', [("", MAY_2, "Comp laint"), PLAIN[1]]),
    "a cell that goes on in a line of its own": (
        "5/2/2023\tComplaint\n5/3/2023\tAnswer of\nthe tower",
        [PLAIN[0], ("", MAY_3, "Answer of the tower")],
    ),
    "quotation marks that are the court's own": (
        '5/2/2023\t"Doe" Complaint\n5/3/2023\tAnswer',
        [("", MAY_2, '"Doe" Complaint'), PLAIN[1]],
    ),
    "an unpaired quotation mark": ('5/2/2023\t"Complaint\n5/3/2023\tAnswer', [("", MAY_2, '"Complaint'), PLAIN[1]]),
    "a row of cells without a date": (
        "5/2/2023\tComplaint\n\tSummons\n5/3/2023\tAnswer",
        [PLAIN[0], ("", "No", "Summons"), PLAIN[1]],
    ),
    "more cells than ours": ("5/2/2023\tComplaint\tRoe\n5/3/2023\tAnswer\tPoe", [
        ("", MAY_2, "Complaint · Roe"), ("", MAY_3, "Answer · Poe")]),
    "a file of commas": ('date,no,text\n2023-05-02,1,"Complaint"\n2023-05-03,2,Answer', NUMBERED),
    "a file of semicolons": ("Date;No.;Text\n2.5.2023;1;Complaint\n3.5.2023;2;Answer", [
        ("1", "2023-02-05", "Complaint"), ("2", "2023-03-05", "Answer")]),
    "quoted cells without headings": ('"2023-05-02","Complaint"\n"2023-05-03","Answer"', PLAIN),
    "a table of bars": (
        "| Date | No. | Text |\n|---|---|---|\n| 2023-05-02 | 1 | Complaint |\n| 2023-05-03 | 2 | Answer |",
        NUMBERED,
    ),
    "lines": ("05/02/2023 Complaint\n05/03/2023 Answer", PLAIN),
    "lines with two blanks between": ("05/02/2023  Complaint\n\n05/03/2023  Answer", PLAIN),
    "lines with a dash": ("2 May 2023 – Complaint\n3 May 2023 – Answer", PLAIN),
    "lines with a colon": ("May 2, 2023: Complaint\nMay 3, 2023: Answer", PLAIN),
    "lines with a comma": ("2023-05-02, Complaint\n2023-05-03, Answer", PLAIN),
    "lines in brackets": ("(05/02/2023) Complaint\n(05/03/2023) Answer", PLAIN),
    "lines with bullets": ("• 05/02/2023 Complaint\n• 05/03/2023 Answer", PLAIN),
    "lines with clocks": ("05/02/2023 9:01 AM Complaint\n05/03/2023 4:59 PM Answer", PLAIN),
    "lines with weekdays": ("Tue, May 2, 2023 Complaint\nWed, May 3, 2023 Answer", PLAIN),
    "lines numbered before": ("1. 05/02/2023 Complaint\n2. 05/03/2023 Answer", NUMBERED),
    "lines numbered in brackets": ("[1] 05/02/2023 Complaint\n[2] 05/03/2023 Answer", NUMBERED),
    "lines numbered after": ("05/02/2023 1 Complaint\n05/03/2023 2 Answer", NUMBERED),
    "lines numbered as documents": ("05/02/2023 Doc. 1 Complaint\n05/03/2023 Doc. 2 Answer", NUMBERED),
    "the newest lines first": ("05/03/2023 Answer\n05/02/2023 Complaint", PLAIN),
    "one day, its numbers backwards": ("05/02/2023 #2 Answer\n05/02/2023 #1 Complaint", [
        ("1", MAY_2, "Complaint"), ("2", MAY_2, "Answer")]),
    "lines that wrap": ("05/02/2023 Complaint\nby Roe\n05/03/2023 Answer", [("", MAY_2, "Complaint by Roe"), PLAIN[1]]),
    "a line that wraps before a date": (
        "05/02/2023 Complaint; hearing set for\n07/12/2023 in Department 34\n05/03/2023 Answer",
        [("", MAY_2, "Complaint; hearing set for 07/12/2023 in Department 34"), PLAIN[1]],
    ),
    "a line that wraps in “(Entered:”": (
        "05/02/2023 Complaint (Entered:\n05/03/2023)\n05/03/2023 Answer",
        [("", MAY_2, "Complaint (Entered: 05/03/2023)"), PLAIN[1]],
    ),
    "every cell in a line of its own": ("05/02/2023\n1\nComplaint\n05/03/2023\n2\nAnswer", NUMBERED),
    "every cell in a line, the number first": ("1\n05/02/2023\nComplaint\n2\n05/03/2023\nAnswer", NUMBERED),
    "a date above its text": ("05/02/2023\nComplaint\n\n05/03/2023\nAnswer", PLAIN),
    "headings above lines": (
        "Register of Actions\nDate Filed  #  Docket Text\n05/02/2023 Complaint\n05/03/2023 Answer",
        PLAIN,
    ),
    "text that begins with a number": ("05/02/2023 2 Summonses issued\n05/03/2023 Answer", [
        ("", MAY_2, "2 Summonses issued"), PLAIN[1]]),
    "text of numbers that do not run": ("05/02/2023 34 days given\n05/03/2023 2 Summonses\n05/04/2023 9 exhibits", [
        ("", MAY_2, "34 days given"), ("", MAY_3, "2 Summonses"), ("", "2023-05-04", "9 exhibits")]),
    "a paragraph without a date among paragraphs": (
        "05/02/2023 Complaint\n\nSummons\n\n05/03/2023 Answer\n\n05/04/2023 Reply",
        [PLAIN[0], ("", "No", "Summons"), PLAIN[1], ("", "2023-05-04", "Reply")],
    ),
    "words before the first date": ("Summons issued\n05/02/2023 Complaint", [("", "No", "Summons issued"), PLAIN[0]]),
    "days that show their order": ("13/5/2023 Complaint\n1/6/2023 Answer", [
        ("", "2023-05-13", "Complaint"), ("", "2023-06-01", "Answer")]),
    "days without years": ("12/28/2023 Complaint\n1/3 Answer", [
        ("", "2023-12-28", "Complaint"), ("", "2024-01-03", "Answer")]),
    "a day in no calendar": ("02/31/2023 Complaint\n05/03/2023 Answer", [("", "“02/31/2023”", "Complaint"), PLAIN[1]]),
    "a date and nothing else": ("05/02/2023\n05/03/2023 Answer", [("", MAY_2, ""), PLAIN[1]]),
    "unseen characters": ("\ufeff05/02/2023\u00a0Complaint\r\n05/03/2023\u200b Answer\r\n", PLAIN),
    "nothing": ("\n \n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", PASTES)
def test_a_paste_is_read(name: str) -> None:
    text, rows = PASTES[name]
    assert read(text) == rows


def test_days_of_no_known_order_are_asked_for_and_their_rows_keep_their_words() -> None:
    pasted = read_rows("3/4/2023\tComplaint\n5/6/2023\tAnswer")
    assert pasted.asks
    assert [(row.day, row.day_as_pasted, row.text) for row in pasted.rows] == [
        (None, "3/4/2023", "Complaint"),
        (None, "5/6/2023", "Answer"),
    ]


def test_a_text_that_comes_twice_is_pointed_out_and_kept() -> None:
    rows = read_rows("2023-05-02 Summons issued.\n2023-05-02 SUMMONS  issued\n2023-05-03 Summons issued").rows
    assert [row.notes for row in rows] == [(), ("The same day and text as row 1.",), ()]


@given(st.lists(st.tuples(st.dates(date(1950, 1, 1), date(2060, 1, 1)), st.sampled_from("ABCDE")), max_size=30))
def test_rows_of_a_spreadsheet_come_back_whole_in_whatever_direction(rows: list[tuple[date, str]]) -> None:
    rows = sorted(rows)
    for given_rows in (rows, rows[::-1]):
        found = read_rows("\n".join(f"{day:%m/%d/%Y}\tMotion {word}" for day, word in given_rows), MONTH_FIRST).rows
        assert sorted((str(r.day and r.day.date), r.text) for r in found) == sorted(
            (str(d), f"Motion {w}") for d, w in rows
        )
        assert [r.day and r.day.date for r in found] == [day for day, _ in rows]


@given(st.text(alphabet=st.sampled_from('0123456789/.-\n\t |,;"()[]ABab:'), max_size=200))
def test_no_paste_loses_a_letter(text: str) -> None:
    found = "".join(row.text + row.day_as_pasted for row in read_rows(text).rows)
    assert sum(map(found.count, "AB")) == sum(map(text.count, "AB"))


class Somewhere:
    def __init__(self, system: str, time_zone: str) -> None:
        self.system, self.time_zone = system, time_zone


def test_a_forums_country_says_which_comes_first() -> None:
    assert order_of(Somewhere("state", "America/Denver")) == MONTH_FIRST
    assert order_of(Somewhere("foreign", "Europe/London")) == DAY_FIRST
    assert order_of(Somewhere("international", "America/New_York")) == ""
    assert order_of(None) == ""
