"""The words a period is stated in: its unit and its direction."""

from enum import StrEnum


class Unit(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    COURT_DAYS = "court_days"  # days the court (agency, business) works: neither weekend nor holiday
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Direction(StrEnum):
    AFTER = "after"
    BEFORE = "before"

    @property
    def sign(self) -> int:
        return 1 if self is Direction.AFTER else -1
