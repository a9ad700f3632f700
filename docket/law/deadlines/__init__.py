"""Deadlines: dated rules and calendars as data, pure arithmetic, and every step shown.

    compute("frcp6", date(2022, 2, 15), 21, "days", "after", event="Served")

returns the earliest and the latest last day (they differ where the law is open), the reason, and the
steps as data and sentences. `periods` holds the table of periods that follow from a filing. No ORM, no clock.
"""

from docket.law.deadlines.computation import Computation, compute
from docket.law.deadlines.errors import DeadlineError
from docket.law.deadlines.steps import Answer, Step, recompute

__all__ = ["Answer", "Computation", "DeadlineError", "Step", "compute", "recompute"]
