from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("docket", "0045_claim_event_grounds"),
    ]

    operations = [
        migrations.AddField(
            model_name="gatheredofcase",
            name="heading_notes",
            field=models.TextField(help_text="What heads everything told of them, of those that have such a note. Joined by “; ”; empty: none.", null=True),
        ),
    ]
