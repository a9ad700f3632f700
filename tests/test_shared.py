"""What does not run for want of a collection is counted in the last lines of a run, by the marks of one module."""

import re

from config.data_folder import CHECKOUT

SKIPPED = re.compile(r"mark\.skipif[(](?!sys\.platform)")


def test_only_the_marks_of_one_module_keep_tests_from_running():
    found = [
        str(file.relative_to(CHECKOUT))
        for file in (CHECKOUT / "tests").rglob("*.py")
        if SKIPPED.search(file.read_text())
    ]
    assert [name for name in found if name != "tests/test_shared.py"] == ["tests/shared.py"]
