"""What contradicts itself in a case that is about to go public: shown on the page, and acknowledged once."""

from __future__ import annotations

from typing import Any

from docket.claims.contradictions import Contradiction, contradictions
from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.publication import acts
from docket.models import Case

MOST = 20


def found(row: Any, act: str, user: Any) -> list[tuple[str, str]]:
    """Sentences, each with the desk's page where to look; of a case, and only of acts that show more of it.

    What the user may not see contradicts nothing.
    """
    if not isinstance(row, Case) or act not in ("publish", acts.HELD, "unseal"):
        return []
    return listed(contradictions([row], lambda rows: cleared(rows, user)))


def listed(each: Any) -> list[tuple[str, str]]:
    """The first of them, in words and with an address."""
    first: list[Contradiction] = [one for one, _ in zip(each, range(MOST), strict=False)]
    return [(one.sentence, desk_page(one.row)) for one in first]
