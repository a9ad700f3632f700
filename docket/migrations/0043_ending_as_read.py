# Of the cases that are there nothing is recorded: the empty value, and no table is rewritten. The next import says it.

from django.db import migrations, models

HELP = (
    "How the case ended as an import read it in the docket's own entries: “disposed vacated 2024-03-01”. Empty: none was "
    "read. Only a case that still says this is told to have been read so."
)


class Migration(migrations.Migration):
    dependencies = [("docket", "0042_missed_entries")]

    operations = [
        migrations.AddField(
            model, "ending_as_read", models.TextField(blank=True, default="", editable=False, help_text=HELP)
        )
        for model in ("case", "casehistory")
    ]
