from django.db import migrations

# As the triggers keep them from now on; of a long text the first pages.
PAGES = "update docket_documentpage set text_vector = to_tsvector('english', left(text, 200000)) where text <> ''"
CHECKS = "update docket_documentcheck set text_vector = to_tsvector('english', left(text, 300000)) where text <> ''"


class Migration(migrations.Migration):
    """The words of texts that were there before, so that they are found."""

    dependencies = [("docket", "0050_waiting_files_and_page_text")]

    operations = [
        migrations.RunSQL(PAGES, migrations.RunSQL.noop),
        migrations.RunSQL(CHECKS, migrations.RunSQL.noop),
    ]
