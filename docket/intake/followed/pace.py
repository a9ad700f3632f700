"""How long until the next look. Pure.

Example: a source of every 6 hours that did not answer twice is looked at again after 24 hours.
"""

from __future__ import annotations

from datetime import timedelta

LONGEST = timedelta(days=7)
MOST_DOUBLINGS = 10


def until_next(pace: timedelta, failures: int = 0, wait: float = 0.0) -> timedelta:
    """The pace, doubled with each failure in a row up to a week, never less than what the source asked for.

    `wait`: seconds, of which more than a week is not believed either. A pace of more than a week stays.
    """
    longest = max(pace, LONGEST)
    backed_off = pace * (1 << min(failures, MOST_DOUBLINGS))
    return min(longest, max(backed_off, timedelta(seconds=min(wait, longest.total_seconds()))))
