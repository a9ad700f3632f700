"""Room on each page for a second version of its rows, so that publishing a whole case touches none of the indexes."""

from django.db import migrations

TABLES = ("docket_filing", "docket_document")


class Migration(migrations.Migration):
    dependencies = [("docket", "0010_filing_threads")]

    operations = [
        migrations.RunSQL(
            [f"alter table {table} set (fillfactor = 50)" for table in TABLES],
            [f"alter table {table} reset (fillfactor)" for table in TABLES],
        )
    ]
