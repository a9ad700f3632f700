"""What tests need that a machine may not have: real pages beside the checkout, and programs.

Without them these tests do not run, and the last lines of a test run say which, and how many. `.ci/run` has them all:
there a program that is wanting is a failure (TESTS_NEED_ALL).
"""

import os
import shutil
from pathlib import Path
from typing import Any, NoReturn

import pytest

SHARED = Path(__file__).parents[2] / "shared"
DOCKETS = SHARED / "dockets"
MORE = SHARED / "dockets_more"
GIVEN = SHARED / "cases" / "importing"
REDACTIONS = SHARED / "redactions"
WANTING = "not run for want of"
ABSENT = f"{WANTING} ../shared"


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


def program(package: str, *names: str) -> str:
    """The path of the first of these programs that is there; the test does not run where none is.

    `program("nginx-light", "nginx")` is "/usr/sbin/nginx"; `package` is Debian's name of what brings it.
    """
    places = f"{os.environ.get('PATH', '')}:/usr/sbin"
    found = next((path for name in names if (path := shutil.which(name, path=places))), None)
    return found or do_without(f"{names[0]} (on Debian: apt install {package})")


def do_without(what: str) -> NoReturn:
    """Do not run the test for want of that; where everything must be there, as in `.ci/run`, it fails."""
    stop = pytest.fail if os.environ.get("TESTS_NEED_ALL") else pytest.skip
    stop(f"{WANTING} {what}")
