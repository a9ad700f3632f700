"""An import finds its case by the court's own id: without an index it read every case of the court."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("docket", "0016_text_vector")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["forum", "court_case_id"],
                condition=~models.Q(court_case_id=""),
                name="case_court_id",
            ),
        ),
    ]
