"""Personal data in what an import would make public: it waits for staff, who publish it at the desk with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models, transaction

from docket.intake.merging.import_run import Run
from docket.personal_data import Kind
from docket.publishing import outcome, screening
from docket.publishing.visibility import Visibility


def visibility_of(run: Run, model: type[models.Model], said: Mapping[str, Any], name: str) -> Visibility:
    """Of a new row: a draft where the import would show personal data at once."""
    if run.visibility != Visibility.PUBLIC:
        return run.visibility
    texts = {column: said.get(column) for column in screening.text_columns(model)}
    found = [kind for notice in screening.in_texts(model, 0, texts) for kind in notice.kinds]
    if not found:
        return run.visibility
    kinds = ", ".join(Kind(kind).label for kind in found)
    run.report.warnings.append(f"{name} waits as a draft: it says {kinds}. Publish it at the desk, with a reason.")
    return Visibility.DRAFT


def without_personal_data(run: Run, publish: Callable[[], Any]) -> None:
    """Publish, unless personal data would go out by it that nobody has let pass; the report says so."""
    try:
        with transaction.atomic():
            if notices := screening.unacknowledged(outcome.done(publish)):
                raise screening.Unacknowledged(notices)
    except screening.Unacknowledged as refused:
        count = sum(len(notice.findings) for notice in refused.notices)
        run.report.warnings.append(
            f"Not published: {count} piece{'s' if count > 1 else ''} of personal data would go public. "
            "Publish the case at the desk, where each is shown."
        )
