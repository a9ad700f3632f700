"""What a dismissal does not say is said: the next migration refuses one that leaves it open."""

from django.db import migrations

DISMISSALS = (
    "'voluntarily_dismissed', 'dismissed_motion', 'dismissed_want_of_prosecution', 'dismissed_stipulated', 'settled', "
    "'nolle_prosequi', 'dismissed_criminal'"
)
ANSWERS = "'answered', 'contested'"


class Migration(migrations.Migration):
    dependencies = [("docket", "0007_forum_calendars")]

    operations = [
        migrations.RunSQL(
            "update docket_claimevent set with_prejudice = 'not_stated' "
            f"where with_prejudice = '' and kind in ({DISMISSALS})",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            f"update docket_claimevent set response = '' where response <> '' and kind not in ({ANSWERS})",
            migrations.RunSQL.noop,
        ),
    ]
