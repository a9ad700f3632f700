"""The forums that Docketbook knows from the start, as data. A new forum is a new line in one of these files."""

from dataclasses import replace

from docket.forums.table import california, courts, new_mexico, texas
from docket.forums.table.agencies import AGENCIES
from docket.forums.table.arbitration import INSTITUTIONS
from docket.forums.table.england_wales import ENGLAND_AND_WALES
from docket.forums.table.police import POLICE
from docket.forums.table.shape import ForumRow
from docket.law.deadlines.courts import courts_of

__all__ = ["ForumRow", "all_forums"]


def all_forums() -> list[ForumRow]:
    """Every forum of the table; slugs are unique."""
    rows = [
        *courts.courts(),
        *new_mexico.courts(),
        *california.courts(),
        *texas.courts(),
        *ENGLAND_AND_WALES,
        *INSTITUTIONS,
        *AGENCIES,
        *POLICE,
    ]
    return [_ruled(row) for row in rows]


def _ruled(row: ForumRow) -> ForumRow:
    """With the rules that the law's own folders give the court, where the table gives it none."""
    found = None if row.deadline_rules else courts_of(row.slug, row.jurisdiction, row.name)
    if found is None:
        return row
    return replace(row, deadline_rules=found.rule_set, holiday_calendar=row.holiday_calendar or found.calendar)
