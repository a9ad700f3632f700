"""The collections of real pages beside the checkout: where they lie, and the one mark of tests that need them.

They are no part of the repository. Without them these tests do not run, and the last line of a test run says so.
"""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
DOCKETS = SHARED / "dockets"
GIVEN = SHARED / "cases" / "importing"
ABSENT = "not run for want of ../shared"


def pages(*folders: str, ending: str = "*.html") -> list[Path]:
    """The real pages of some kinds, by name; none where the collection is not there."""
    return [page for folder in folders for page in sorted((DOCKETS / folder).glob(ending))]


DOCKET_REPORTS = pages("district", "bankruptcy", "special")

needs_dockets = pytest.mark.skipif(not DOCKETS.is_dir(), reason=f"{ABSENT}/dockets")
needs_given_pages = pytest.mark.skipif(not GIVEN.is_dir(), reason=f"{ABSENT}/cases/importing")
