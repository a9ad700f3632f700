"""The last entries of the Supreme Court's and the Texas courts' dockets: the end that their words tell, or nothing."""

from datetime import date, timedelta

import pytest

from docket.law.reading.endings import Ending, as_kept, ending, is_read, said

SUPREME_COURT = [
    # words, what they say of the end ("-": nothing)
    ("Petition DENIED.", "review_denied"),
    ("Petition DENIED. VIDED.", "review_denied"),
    ("Petition DENIED. Justice Bell took no part in the consideration or decision of this petition.", "review_denied"),
    ("Petition for a writ of certiorari DENIED.", "review_denied"),
    ("The petition for a writ of certiorari is denied.", "review_denied"),
    ("The motion for leave to proceed is granted. The petition for a writ of certiorari is denied.", "review_denied"),
    ("Petition for a writ of certiorari before judgment DENIED.", "review_denied"),
    ("Petition for a writ of mandamus DENIED.", "writ_denied"),
    ("Petition for a writ of mandamus and/or prohibition DENIED.", "writ_denied"),
    ("Petition for an extraordinary writ of habeas corpus DENIED.", "writ_denied"),
    ("Petition Dismissed - Rule 46.", "dismissed_other"),
    ("Petition DISMISSED pursuant to Rule 46.", "dismissed_other"),
    ("The petition for a writ of certiorari is dismissed.", "dismissed_other"),
    ("Petition DISMISSED for want of jurisdiction.", "dismissed_jurisdiction"),
    ("Appeal DISMISSED for want of jurisdiction.", "dismissed_jurisdiction"),
    ("Writ of certiorari DISMISSED as improvidently granted.", "dismissed_other"),
    ("Petition GRANTED. Judgment VACATED and case REMANDED for further proceedings in light of Roe v. Poe.", "vacated"),
    ("Judgment VACATED and case REMANDED. Bell, J., delivered the opinion of the Court.", "vacated"),
    ("Adjudged to be AFFIRMED. Bell, J., delivered the opinion for a unanimous Court.", "affirmed"),
    ("Judgment AFFIRMED by an equally divided Court.", "affirmed"),
    ("Judgment REVERSED and case REMANDED. Bell, J., delivered the opinion of the Court.", "reversed"),
    ("Judgment AFFIRMED in part, VACATED in part, and case REMANDED.", "affirmed_in_part"),
    ("Case considered closed.", ""),
    ("Petition GRANTED.", "-"),
    ("Petition GRANTED limited to Question 1 presented by the petition.", "-"),
    ("Petition GRANTED. Petition DENIED.", "-"),
    ("Petition DENIED as to Question 2.", "-"),
    ("Rehearing DENIED.", "-"),
    ("Petition for Rehearing DENIED.", "-"),
    ("Application (23A1) denied by Justice Bell.", "-"),
    ("Application (23A1) granted by Justice Bell extending the time to file until June 23, 2017.", "-"),
    ("Motion for leave to proceed in forma pauperis DENIED.", "-"),
    ("Motion to expedite the petition DENIED.", "-"),
    ("Suggestion that the petition be denied filed.", "-"),
    ("Letter of respondent that the judgment was vacated received.", "-"),
    ("Brief of respondent in opposition: the petition should be denied.", "-"),
    ("DISTRIBUTED for Conference of 9/25/2017.", "-"),
    ("Judgment Issued.", "-"),
]
TEXAS = [
    ("Petition for Review disposed – Filing denied", "review_denied"),
    ("Petition for Review disposed – Petition denied", "review_denied"),
    ("Petition for Review disposed – Dismissed w.o.j.", "dismissed_jurisdiction"),
    ("Petition for Writ of Mandamus disposed – Denied", "writ_denied"),
    ("PDR DISP – Refused", "review_denied"),
    ("FINAL DISP – Refused", "review_denied"),
    ("ACTION TAKEN – HC denied W/O written order on TC Fndgs-w/o Hear", "writ_denied"),
    ("ACTION TAKEN – HC DISMISSED", "dismissed_other"),
    ("Memorandum opinion issued – Affirmed", "affirmed"),
    ("Opinion issued – Reversed and Remanded", "reversed"),
    ("Opinion issued – Reversed & Rendered", "reversed"),
    ("Memorandum opinion issued – Affirmed in part; reversed and remanded in part", "affirmed_in_part"),
    ("Memorandum opinion issued – Appeal dismissed", "appeal_dismissed"),
    ("Memorandum opinion issued – Dismissed for Want of Prosecution", "dismissed_want_of_prosecution"),
    ("Memorandum opinion issued – Dismissed for want of jurisdiction", "dismissed_jurisdiction"),
    ("Case transferred from this court to another court of appeals", "transferred"),
    ("Case transferred from this court to another court of appeals – Motion or Writ Granted", "transferred"),
    ("Petition for Review disposed – Filing granted", "-"),
    ("Motion for Extension of Time to File Petition for Review disposed – Filing denied", "-"),
    ("Memorandum opinion issued – Motion or Writ Denied", "-"),
    ("Memorandum opinion issued – Modified", "-"),
    ("Memorandum opinion issued", "-"),
    ("Opinion issued – Abated", "-"),
    ("MOTION DISP – DENIED", "-"),
    ("ACTION TAKEN – HC REMANDED TO TRIAL COURT", "-"),
    ("Case number voided from system – Voided", "-"),
    ("Motion for rehearing disposed – Motion or Writ Denied", "-"),
    ("Reply brief filed – Appellant – Affirmed", "-"),
    ("Mandate issued", "-"),
]
COURTS = [("scotus", *row) for row in SUPREME_COURT] + [("texapp-3", *row) for row in TEXAS]
DAY = date(2025, 5, 5)


@pytest.mark.parametrize(("court", "text", "told"), COURTS)
def test_an_entry_says_how_the_case_ended_or_nothing(court: str, text: str, told: str) -> None:
    assert said(court, text) == (None if told == "-" else told)


@pytest.mark.parametrize(("court", "text", "told"), COURTS)
def test_the_words_of_one_court_are_not_read_in_another(court: str, text: str, told: str) -> None:
    assert said("cand", text) is None
    if told != "-":
        assert said("texapp-3" if court == "scotus" else "scotus", text) is None


AFTERWARDS = [
    # what came later, whether the case is still surely at its end
    ("scotus", "Petition DENIED.", [], True),
    ("scotus", "Petition DENIED.", ["Petition for Rehearing filed."], False),
    ("scotus", "Petition DENIED.", ["Petition for Rehearing filed.", "Rehearing DENIED."], True),
    ("scotus", "Petition DENIED.", ["Petition for Rehearing filed.", "Rehearing GRANTED."], False),
    ("scotus", "Petition DENIED.", ["Order of May 5 denying the petition vacated."], False),
    ("scotus", "Judgment REVERSED.", ["Judgment Issued."], True),
    ("scotus", "Case considered closed.", ["Case reinstated."], False),
    ("texapp-3", "Memorandum opinion issued – Affirmed", ["Letter filed", "Mandate issued", "Notice received"], True),
    ("texapp-3", "Memorandum opinion issued – Affirmed", ["Motion for rehearing filed"], False),
    (
        "texapp-3",
        "Memorandum opinion issued – Affirmed",
        ["Motion for rehearing filed", "Motion for rehearing disposed – Motion or Writ Denied"],
        True,
    ),
    (
        "texapp-3",
        "Memorandum opinion issued – Affirmed",
        ["Motion for rehearing filed", "Motion for rehearing overruled", "Motion for en banc reconsideration filed"],
        False,
    ),
    ("texcrimapp", "FINAL DISP – Refused", ["REH RECD & LTF DEN"], True),
    ("texapp-3", "Opinion issued – Affirmed", ["Opinion withdrawn by court"], False),
]


@pytest.mark.parametrize(("court", "end", "later", "stands"), AFTERWARDS)
def test_what_may_have_undone_an_end_leaves_the_case_open_to_doubt(court, end, later, stands) -> None:
    entries = [(DAY, end), *((DAY + timedelta(days=n), text) for n, text in enumerate(later, 1))]
    found = ending(court, entries[::-1])
    assert bool(found) is stands
    if found:
        assert (found.day, entries[::-1][found.place]) == (DAY, (DAY, end))


def how(found: Ending | None) -> tuple[int, str, str] | None:
    return (found.place, found.status, found.disposition) if found else None


def test_the_last_of_ends_that_agree_counts_and_on_its_day_the_first() -> None:
    denied, again = (DAY, "Petition DENIED."), (DAY + timedelta(days=90), "The petition is denied.")
    assert how(ending("scotus", [denied, again])) == (1, "disposed", "review_denied")
    assert how(ending("scotus", [denied, denied])) == (0, "disposed", "review_denied")


def test_what_a_case_says_of_its_end_is_kept_in_one_text() -> None:
    found = ending("scotus", [(DAY, "Judgment REVERSED.")])
    assert found
    assert found.as_kept == as_kept("disposed", "reversed", DAY) == "disposed reversed 2025-05-05"
    assert as_kept("disposed", "", DAY) == "disposed 2025-05-05"


def test_a_refusal_of_the_same_day_leaves_doubt_and_so_does_what_undoes_it_without_a_day() -> None:
    end, later = (DAY, "Petition DENIED."), DAY + timedelta(days=9)
    asked, refused = "Petition for Rehearing filed.", "Rehearing DENIED."
    assert ending("scotus", [end, (later, asked), (later, refused)]) is None
    assert ending("scotus", [end, (later, asked), (later + timedelta(days=1), refused)])
    assert ending("scotus", [end, (None, "Rehearing GRANTED.")]) is None


def test_an_entry_without_a_day_ends_nothing() -> None:
    assert ending("scotus", [(None, "Petition DENIED.")]) is None
    assert ending("scotus", []) is None


def test_a_case_sent_to_another_court_is_not_closed_but_transferred() -> None:
    found = ending("texapp-3", [(DAY, "Case transferred from this court to another court of appeals")])
    assert how(found) == (0, "transferred_out", "transferred")


def test_only_the_courts_whose_words_are_known_are_read() -> None:
    assert [court for court in ("scotus", "tex", "texcrimapp", "texapp-14") if not is_read(court)] == []
    assert [court for court in ("texcivapp", "cand", "", "texd") if is_read(court)] == []
