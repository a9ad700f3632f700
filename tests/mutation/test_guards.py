"""The table of guards names what is there."""

import re
from pathlib import Path

from config.data_folder import CHECKOUT
from tests.mutation.guards import guards


def test_there_are_at_least_twenty_guards_and_each_stands_where_the_table_says() -> None:
    assert len(guards()) >= 20
    for guard in guards():
        source = (CHECKOUT / guard.file).read_text()
        assert guard.text(source) != source, guard.name


def test_the_tests_that_must_notice_exist() -> None:
    for guard in guards():
        assert guard.tests, guard.name
        for test in guard.tests:
            file, *_, name = test.split("::")
            assert re.search(rf"def {name.partition('[')[0]}\(", Path(CHECKOUT, file).read_text()), test
