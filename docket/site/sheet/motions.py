"""What the record says became of motions, and which pleading is operative: the one place that decides either.

Public pages never call a motion “pending”: a ruling may be missing from the record, under seal, or not yet linked. They
say that no ruling is linked to it, since when, and when the record was last compared with the forum's docket.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.choices import AMENDED, MOTIONS, PLEADING_FAMILIES, STATING, DatePrecision, FilingType
from docket.models import Case
from docket.publishing.visibility import CONTENT_WITHHELD, PLACEHOLDERS, sql_list
from docket.site.sheet.bounds import Bounds, without_ruling
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of, entry_name
from docket.site.undecided import DECIDED, ENDED, PERHAPS

SHOWN = 25
WITHHELD = sql_list(CONTENT_WITHHELD)

# A ruling on the motion f was vacated: what that means for the motion only the order says, so it waits for nothing.
VACATED = """exists (select 1 from docket_filinglink l join docket_filinglink v on v.to_filing_id = l.from_filing_id
  join docket_filing w on w.id = v.from_filing_id
  where l.to_filing_id = f.id and l.kind = 'rules_on' and v.kind = 'vacates' and w.state = 'ok')"""

# A later version that stands has taken the place of the pleading f.
REPLACED = """exists (select 1 from docket_filinglink l join docket_filing r on r.id = l.from_filing_id
  where l.to_filing_id = f.id and r.state = 'ok' and l.kind in ('amends', 'supersedes', 'replaces_mistaken_filing'))"""

AMENDS = """exists (select 1 from docket_filinglink l
  where l.from_filing_id = f.id and l.kind in ('amends', 'supersedes', 'replaces_mistaken_filing'))"""

OF_MOTIONS = f"""from docket_filing f where f.case_id = %(case)s and f.filing_type = any(%(motions)s) and f.state = 'ok'
      and f.visibility not in {WITHHELD} and not f.record_incomplete and not {DECIDED}"""

# What the one query over a whole docket asks besides.
COLUMNS = (
    f"""(select json_agg(m) from (
    select f.public_id, f.entry_number, f.title, f.filing_type, f.visibility, left(f.docket_text, 80) as docket_text,
      f.date_filed, f.date_filed_precision
    {OF_MOTIONS} and not {PERHAPS}
    order by f.date_filed nulls last, f.sequence limit {SHOWN}) m) as undecided""",  # noqa: S608
    f"(select json_agg(f.entry_number) {OF_MOTIONS} and not {PERHAPS}) as undecided_numbers",
    f"(select count(*) {OF_MOTIONS} and {PERHAPS}) as perhaps_ruled",
    f"""(select json_agg(f.entry_number) from docket_filing f where f.case_id = %(case)s
      and f.visibility in {sql_list(PLACEHOLDERS)}) as withheld_numbers""",  # noqa: S608
    f"""(select json_agg(json_build_array(f.id, f.filing_type, {AMENDS})) from docket_filing f
    where f.case_id = %(case)s and f.filing_type = any(%(stating)s) and f.state = 'ok'
      and f.visibility not in {WITHHELD} and not f.record_incomplete and not {REPLACED}) as pleadings""",  # noqa: S608
)
TYPES = {"motions": sorted(MOTIONS), "stating": sorted(STATING)}

SAID = f"""
select f.id, f.filing_type = any(%(motions)s) as is_motion, {DECIDED} as decided, {VACATED} as vacated,
  {PERHAPS} as perhaps, {REPLACED} as replaced
from docket_filing f where f.case_id = any(%(cases)s)
  and (f.filing_type = any(%(motions)s) or f.filing_type = any(%(stating)s))
  and not f.record_incomplete
  and (f.filing_type <> all(%(motions)s) or {DECIDED}
    or exists (select 1 from docket_case c where c.id = f.case_id and c.rulings_are_read))
"""  # noqa: S608


@dataclass(frozen=True)
class Undecided:
    """A motion to which no ruling is linked."""

    name: str
    title: str
    address: str
    date_filed: date | None
    date_filed_precision: str
    age: str


@dataclass(frozen=True)
class Motions:
    """What a case page says of motions and pleadings. total: of those undecided, the oldest of which are listed.

    bounds: how many there may be in the court's docket, where that was compared; perhaps: how many an order names
    without clearly ruling on them.
    """

    undecided: list[Undecided]
    total: int
    bounds: Bounds | None
    perhaps: int
    gaps: list[tuple[int, int]]
    operative: frozenset[int]
    has_withheld: bool


def motions_in(found: Any, case: Case, today: date) -> Motions:
    """From what whole.py found. In a case that has ended nothing waits for a ruling; where rulings cannot
    be read, nothing is said to wait."""
    rows = found.undecided or [] if case.rulings_are_read and case.status not in ENDED else []
    numbers = found.undecided_numbers or [] if rows else []
    bounds = without_ruling(numbers, found.gaps or [], found.withheld_numbers or [], found.perhaps_ruled)
    return Motions(
        [_undecided(row, today) for row in rows],
        len(numbers),
        bounds if rows and case.last_checked else None,
        found.perhaps_ruled,
        found.gaps or [],
        operative(found.pleadings or []),
        found.has_withheld,
    )


def operative(pleadings: list[tuple[int, str, bool]]) -> frozenset[int]:
    """Of pleadings that no later version replaced (id, type, whether it amends one) those that surely are operative.

    One of a family: of two complaints that stand side by side, or an indictment entered twice, neither is sure to be.
    Where an amended pleading stands that says not which one it amends, only those that say so are.
    """
    unclear = any(kind in AMENDED and not amends for _, kind, amends in pleadings)
    of_family = Counter(_family(kind) for _, kind, _ in pleadings)
    return frozenset(pk for pk, kind, amends in pleadings if (amends or not unclear) and of_family[_family(kind)] == 1)


def _family(filing_type: str) -> str:
    """The pleading of which it is a version: an amended complaint is one of the complaint."""
    return PLEADING_FAMILIES.get(filing_type, filing_type)


def said_of(cases: list[int]) -> dict[int, str]:
    """What pages conclude of each motion and pleading of these cases, for comparing two views of one record.

    A motion without a ruling is left out where rulings cannot be read, or an order may have ruled on it: of it nothing
    is concluded.
    """
    rows = fetch(SAID, {"cases": cases, **TYPES})
    return {row.id: _conclusion(row) for row in rows if row.decided or not (row.is_motion and row.perhaps)}


def _conclusion(row: Any) -> str:
    if row.is_motion:
        return ("decided, since vacated" if row.vacated else "decided") if row.decided else "no ruling linked to it"
    return "replaced by a later version" if row.replaced else "the operative pleading"


def age_words(day: date | None, precision: str, today: date) -> str:
    """“684 days”, “1 day”; “about 20 months” and “about 3 years” where no more is known; of what is to come nothing."""
    if day is None or day > today:
        return ""
    if precision == DatePrecision.DAY:
        return _counted((today - day).days, "day")
    if precision == DatePrecision.MONTH:
        return f"about {_counted((today.year - day.year) * 12 + today.month - day.month, 'month')}"
    return f"about {_counted(today.year - day.year, 'year')}"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _undecided(row: dict[str, Any], today: date) -> Undecided:
    day = date.fromisoformat(row["date_filed"]) if row["date_filed"] else None
    name = entry_name(
        row["visibility"], row["entry_number"], row["title"], row["filing_type"], row["docket_text"].strip()
    )
    return Undecided(
        name=name,
        title=row["title"] or str(FilingType(row["filing_type"]).label),
        address=address_of("filing", row["public_id"]),
        date_filed=day,
        date_filed_precision=row["date_filed_precision"],
        age=age_words(day, row["date_filed_precision"], today),
    )
