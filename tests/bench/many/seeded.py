"""A throwaway PostgreSQL with a seeded record of a given size, in use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command

from config.database.postgres import Address
from tests import cluster  # first: it names the throwaway data folder
from tests.bench.measuring import once

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# without one a case has no page; the seeding writes past the drain
REVISIONS = """
    insert into wall.revision select id, 1 from published.docket_case on conflict do nothing;
    insert into published.docket_caserevision select id, 1 from published.docket_case on conflict do nothing
"""
NAME = f"{cluster.TEST_DATABASE}_many"


@contextmanager
def seeded(filings: int) -> Iterator[tuple[Address, str]]:
    """The public role's address of it, and its name; nothing is left of it afterwards."""
    import django
    from django.conf import settings

    django.setup()
    settings.DEBUG = False
    from tests.bench.seeding import seed

    try:
        cluster.make_database(NAME)
        with cluster.use_database(NAME):
            call_command("migrate", database="owner", verbosity=0)
            with cluster.connect(database=NAME) as admin:
                taken = once(lambda: seed(admin, filings))
                admin.execute(REVISIONS)
            print(f"{filings:,} filings over {filings // 10:,} cases, seeded in {taken / 1000:.0f} s", flush=True)
            yield cluster.address("docket_public", NAME), NAME
    finally:
        cluster.pytest_unconfigure(None)  # type: ignore[arg-type]
