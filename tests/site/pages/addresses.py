"""The pages of a record, what they ask of the database, and a docket of many filings."""

import re
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import Filing
from docket.models.parts.sequence import take_sequences


def project():
    """What a commit would do, for good."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")


def every_address(record):
    return [
        "/",
        record.matter.get_absolute_url(),
        record.case.get_absolute_url(),
        record.criminal.get_absolute_url(),
        record.complaint.get_absolute_url(),
        record.letter.get_absolute_url(),
        record.death.get_absolute_url(),
        record.acquitted_count.get_absolute_url(),
        record.poe.get_absolute_url(),
        record.pictures.get_absolute_url(),
        record.forum.get_absolute_url(),
        "/about/",
        "/corrections/",
        "/contact/",
    ]


def many_filings(case, count, undated=0):
    sequences = take_sequences(case.pk, count)
    Filing.objects.bulk_create(
        Filing(
            case=case,
            sequence=sequence,
            entry_number=str(place + 100),
            docket_text=f"Line {place}.",
            date_filed=date(2024, 5, 1 + place % 28) if place >= undated else None,
        )
        for place, sequence in enumerate(sequences)
    )


def selects(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return [q["sql"] for q in queries.captured_queries if re.search(r"from \W?(docket|parties)_", q["sql"], re.I)]
