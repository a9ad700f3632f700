"""The filings before and after one in its docket, among those that the user may see."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from docket.models import Filing


def neighbours(rows: QuerySet[Any], filing: Filing) -> tuple[Filing | None, Filing | None]:
    """The one before and the one after, in the docket's order: by the day of filing, the undated last."""
    mine = rows.filter(case=filing.case_id).exclude(pk=filing.pk)
    before, after = Q(date_filed=filing.date_filed, sequence__lt=filing.sequence), Q(sequence__gt=filing.sequence)
    if filing.date_filed is None:
        before = Q(date_filed=None, sequence__lt=filing.sequence) | Q(date_filed__isnull=False)
        after &= Q(date_filed=None)
    else:
        before |= Q(date_filed__lt=filing.date_filed)
        after = after & Q(date_filed=filing.date_filed) | Q(date_filed__gt=filing.date_filed) | Q(date_filed=None)
    backwards = mine.filter(before).order_by(F("date_filed").desc(nulls_first=True), "-sequence")
    onwards = mine.filter(after).order_by(F("date_filed").asc(nulls_last=True), "sequence")
    return backwards.first(), onwards.first()
