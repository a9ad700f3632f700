"""Which of a page's numbers is the court's number of the entry: an id of its computer system never is. Pure.

The Supreme Court numbers nothing; the number in the address of a document is its own. Courts of appeals that number no
entries, and the feeds of some, show the document's id where others have the number.
"""

import re
from typing import Any

INTERNAL = re.compile(r"\d{8,}")
"""PACER's ids of documents have eight digits at least; no docket has ten million entries."""


def numbered(raw: Any, is_number: bool = True) -> dict[str, Any]:
    """`number` and `internal_id` of an entry: the number of 12, the id of "01208491112" and of (351352, False)."""
    told = "" if raw is None else str(raw).strip()
    if told and is_number and not INTERNAL.fullmatch(told):
        return {"number": told}
    return {"number": None, "internal_id": told}
