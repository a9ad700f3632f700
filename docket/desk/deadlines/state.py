"""How a deadline stands, in words for staff. The public never reads them: who was late is the court's to say."""

from __future__ import annotations

from datetime import date

from docket.choices import DeadlineState
from docket.models import Deadline


def deadline_status(deadline: Deadline, on: date) -> str:
    """“overdue by 3 days”, “due in 5 days”, “met, 2 days late”; by the latest reading."""
    match deadline.state:
        case DeadlineState.OPEN:
            return _open((deadline.latest - on).days, deadline)
        case DeadlineState.MET:
            return _met(deadline)
    return str(deadline.get_state_display()).lower()


def _open(left: int, deadline: Deadline) -> str:
    if left < 0:
        return f"overdue by {_days(-left)}"
    if left == 0:
        return "due today"
    doubtful = ", sooner on the other reading" if deadline.earliest != deadline.latest else ""
    return f"due in {_days(left)}{doubtful}"


def _met(deadline: Deadline) -> str:
    filed = deadline.satisfied_by.date_filed if deadline.satisfied_by else None
    late = (filed - deadline.latest).days if filed else 0
    return f"met, {_days(late)} late" if late > 0 else "met"


def _days(count: int) -> str:
    return f"{count} day{'s' if count != 1 else ''}"
