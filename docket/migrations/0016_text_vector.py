from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations

# Filled while the table is rewritten, once; from then on a trigger keeps it.
FILLED = """
alter table docket_filing add text_vector tsvector
    generated always as (to_tsvector('english'::regconfig, title || ' ' || docket_text)) stored;
alter table docket_filing alter text_vector drop expression
"""
HELP = "The words of title and docket text; PostgreSQL keeps it by a trigger."


class Migration(migrations.Migration):
    dependencies = [("docket", "0015_quiet_queue")]

    operations = [
        migrations.RemoveIndex("filing", "filing_text"),
        migrations.RunSQL(
            FILLED,
            "alter table docket_filing drop text_vector",
            [
                migrations.AddField(
                    "filing", "text_vector", SearchVectorField(editable=False, help_text=HELP, null=True)
                )
            ],
        ),
        migrations.AddIndex("filing", GinIndex(fields=["text_vector"], name="filing_text")),
    ]
