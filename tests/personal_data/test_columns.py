"""Which columns of the published tables are looked through for personal data."""

from django.db import models

from docket.publishing.screening import text_columns
from docket.publishing.wall.tables import published_tables

NOT_WORDS = {
    *("docket.Case.court_case_id", "docket.Case.currency", "docket.Case.docket_number", "docket.Claim.currency"),
    *("docket.Case.docket_number_normal", "docket.Case.source_url", "docket.ClaimEvent.currency"),
    *("docket.Document.court_document_id", "docket.Document.file", "docket.Document.sha256", "docket.Source.url"),
    *("docket.Document.source_url", "docket.Filing.court_document_id", "docket.Forum.url"),
    *("docket.Forum.courts_db_id", "docket.Forum.slug"),
    *("docket.SitePage.slug", "docket.Source.sha256", "parties.FormerAddress.former"),
}


def test_every_text_that_readers_are_shown_is_looked_at():
    """A new column of words is looked at by itself; one that holds no words is named here."""
    left_out = set()
    for table in published_tables():
        looked_at = text_columns(table.model)
        for field in table.fields:
            is_text = isinstance(field, models.TextField | models.CharField) and not field.choices
            if is_text and field.name not in ("public_id", "visibility") and field.column not in looked_at:
                left_out.add(f"{table.model._meta.label}.{field.column}")
    assert left_out == NOT_WORDS
