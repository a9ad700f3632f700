"""What the tests of the importers share: forums, importing a page, and the whole record as it stands."""

from typing import Any

from django.db import connection, connections

from docket.intake.files import import_bytes
from docket.intake.report import FileReport
from docket.models import Case, Forum


def make_forum(court: str = "cand") -> Forum:
    defaults = {"courts_db_id": court, "kind": "court", "name": f"Court {court}"}
    return Forum.objects.get_or_create(slug=court, defaults=defaults)[0]


def imported(page: str, name: str = "page.html", **options: Any) -> FileReport:
    """Import a page that must be taken over."""
    report = import_bytes(name, page.encode(), **options)
    assert report.error is None, report.error
    return report


def refused(page: str | bytes, name: str = "page.html", **options: Any) -> str:
    """Import a file that must be refused, with nothing changed; returns why."""
    before = record()
    report = import_bytes(name, page if isinstance(page, bytes) else page.encode(), **options)
    assert report.error
    assert record() == before
    return report.error


def the_case() -> Case:
    return Case.objects.get()


def record() -> dict[str, list[Any]]:
    """Every row of every table of the record, history and vault included."""
    return _tables(connection, "public", "(docket|parties)_")


def published() -> dict[str, list[Any]]:
    """Every row that the public can read, by the public's own role."""
    return _tables(connections["published"], "published", "")


def _tables(using: Any, schema: str, beginning: str) -> dict[str, list[Any]]:
    with using.cursor() as cursor:
        cursor.execute(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
            "where n.nspname = %s and c.relkind = 'r' and c.relname ~ %s order by 1",
            [schema, f"^{beginning}"],
        )
        names = [name for (name,) in cursor.fetchall()]
        rows = {}
        for name in names:
            cursor.execute(f'select t::text from {schema}."{name}" t order by 1')
            rows[name] = cursor.fetchall()
        return rows
