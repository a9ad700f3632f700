"""Whether a replica holds what its publisher has published: asked before every page of one."""

from __future__ import annotations

from typing import Any

from docket.publishing.wall.stamp import FILLED, STAMP

SERIALS = f"select (select serial from published.{FILLED}), (select serial from published.{STAMP})"
DEFINITION = f"select definition from published.{STAMP}"
REMEDY = "Run `manage.py follow_publisher` here."


def amiss(cursor: Any) -> str:
    """Why what this replica holds may be another state than any that was published; empty when it is not."""
    cursor.execute(SERIALS)
    filled, published = cursor.fetchone()
    if filled is None or published is None:
        return f"The replica is being filled, or was never filled to the end. {REMEDY}"
    if filled != published:
        return f"The publisher made its tables anew, which does not reach a replica: this one holds the old. {REMEDY}"
    return ""
