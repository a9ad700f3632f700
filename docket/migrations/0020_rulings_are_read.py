from django.db import migrations, models

HELP = (
    "Whether the docket comes from a page whose rulings can be read, or from staff: only then is it said that no ruling "
    "is linked to a motion. Imports decide it."
)


class Migration(migrations.Migration):
    dependencies = [("docket", "0019_normal_numbers_filled")]

    operations = [
        migrations.AddField(
            model, "rulings_are_read", models.BooleanField(default=True, editable=False, help_text=HELP)
        )
        for model in ("case", "casehistory")
    ]
