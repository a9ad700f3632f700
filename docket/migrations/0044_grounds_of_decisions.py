"""What an event of its kind cannot have is emptied, and stays in its history: the next migration refuses it."""

from django.db import migrations

DECISIONS = (
    "'award', 'bench_judgment', 'declared', 'default_judgment', 'jmol_directed_verdict', 'judgment_on_pleadings', "
    "'liability_decided', 'reversed_rendered', 'struck_out', 'summary_judgment', 'verdict'"
)
CONVICTIONS = (
    "'convicted_lesser', 'plea', 'pleaded_alford', 'pleaded_guilty', 'pleaded_no_contest', 'sentenced'"
)


class Migration(migrations.Migration):
    dependencies = [("docket", "0043_ending_as_read")]

    operations = [
        migrations.RunSQL(
            f"update docket_claimevent set ground = '' where ground <> '' and kind not in ({DECISIONS})",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            f"update docket_claimevent set offense = '' where offense <> '' and kind not in ({CONVICTIONS})",
            migrations.RunSQL.noop,
        ),
    ]
