"""The table that Django's cache in the database uses at the desk: `manage.py createcachetable` makes the same."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("docket", "0035_event_origin")]

    operations = [
        migrations.RunSQL(
            [
                "CREATE TABLE desk_cache (cache_key varchar(255) NOT NULL PRIMARY KEY,"
                " value text NOT NULL, expires timestamp with time zone NOT NULL)",
                "CREATE INDEX desk_cache_expires ON desk_cache (expires)",
            ],
            "DROP TABLE desk_cache",
        )
    ]
