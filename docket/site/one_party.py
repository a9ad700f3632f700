"""What an answer about one party leaves out: how a whole case ended.

Of two accused in one case, one may be convicted and the other acquitted: the disposition of the case is not each one's
own. Its status stays (“Closed”), and so does what became of each claim against the party itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def without_disposition(cases: Iterable[Any]) -> list[Any]:
    """The cases in hand, of which nothing tells now how they ended. They are read, and never saved."""
    told = list(cases)
    for case in told:
        case.disposition = ""
    return told
