"""What the public site answers, in a process of its own: `python -m tests.bench.reading SMALLER CASE PART…`."""

from __future__ import annotations

import sys

import django
from django.conf import settings


def main(smaller: str, public_id: str, parts: list[str]) -> None:
    """The rows of these parts, over the database of PUBLISHED_DATABASE_URL."""
    settings.ROOT_URLCONF = "tests.bench.addresses"
    django.setup()
    from tests.bench import case_page, exports, lists
    from tests.bench.measuring import show

    rows = {"export": exports.rows, "lists": lambda: lists.rows(smaller), "case": lambda: case_page.rows(public_id)}
    for part in parts:
        show(rows[part]())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
