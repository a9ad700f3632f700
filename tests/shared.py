"""The collections of real pages beside the checkout: where they lie, and the one mark of tests that need them.

They are no part of the repository. Without them these tests do not run, and the last line of a test run says so.
"""

from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "shared"
DOCKETS = SHARED / "dockets"
MORE = SHARED / "dockets_more"
GIVEN = SHARED / "cases" / "importing"
REDACTIONS = SHARED / "redactions"
ABSENT = "not run for want of ../shared"


def pages(*folders: str, ending: str = "*.html") -> list[Path]:
    """The real pages of some kinds, by name; none where the collection is not there."""
    return [page for folder in folders for page in sorted((DOCKETS / folder).glob(ending))]


DOCKET_REPORTS = pages("district", "bankruptcy", "special")


def days_of(entry: dict[str, Any], ordered_by: str | None) -> tuple[str | None, str | None]:
    """When an entry was filed and entered: the expected results call the first column of any report that of filing."""
    if ordered_by == "date_entered":
        return None, entry["date_filed"]
    return entry["date_filed"], entry["date_entered"]


needs_all = pytest.mark.skipif(not SHARED.is_dir(), reason=ABSENT)
needs_dockets = pytest.mark.skipif(not DOCKETS.is_dir(), reason=f"{ABSENT}/dockets")
needs_more = pytest.mark.skipif(not MORE.is_dir(), reason=f"{ABSENT}/dockets_more")
needs_redactions = pytest.mark.skipif(not REDACTIONS.is_dir(), reason=f"{ABSENT}/redactions")
needs_given_pages = pytest.mark.skipif(not GIVEN.is_dir(), reason=f"{ABSENT}/cases/importing")
