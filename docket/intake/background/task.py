"""The one task of the queue, and when it is done again."""

from __future__ import annotations

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import JobAborted
from procrastinate.jobs import Job

from docket.intake.background.importing import import_upload
from docket.intake.background.progress_notes import Interrupted

QUEUE = "imports"
# One import at a time, in the order of arrival: which case a page is of is known only when it was read, and each may
# take 400 MB.
LOCK = "imports"
WAIT = 10  # seconds; the database may be away


class UntilFinished(BaseRetryStrategy):
    """What was interrupted is taken up again, whatever the reason; how often is counted file by file, not here."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        told_to_stop = isinstance(exception, JobAborted)
        return RetryDecision(retry_in={"seconds": 0 if told_to_stop else WAIT})


@app.task(name="import_upload", queue=QUEUE, lock=LOCK, retry=UntilFinished(), pass_context=True)
def import_in_background(context: JobContext, upload: str) -> None:
    """Import what is left of an upload, until the worker is told to stop."""
    try:
        import_upload(upload, should_stop=context.should_abort)
    except Interrupted as interruption:
        raise JobAborted from interruption
