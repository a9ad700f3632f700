"""The queue tells nobody of its jobs: PostgreSQL lets every role LISTEN, the public's too. The worker looks instead."""

from django.apps import apps
from django.db import migrations

# the public site has the record's models, and of the queue nothing
HAS_QUEUE = apps.is_installed("procrastinate.contrib.django")


class Migration(migrations.Migration):
    dependencies = [
        ("docket", "0014_queued_imports"),
        *([("procrastinate", "0041_post_retry_failed_job")] if HAS_QUEUE else []),
    ]

    operations = [
        migrations.RunSQL(
            "drop trigger if exists procrastinate_jobs_notify_queue_job_inserted_v1 on procrastinate_jobs;"
            "drop trigger if exists procrastinate_jobs_notify_queue_job_aborted_v1 on procrastinate_jobs",
            migrations.RunSQL.noop,
        ),
    ]
