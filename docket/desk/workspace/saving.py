"""Writing a line of the workspace: as the filing's own form would, with all that the desk does after it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from docket.desk.partial_dates import PartialDate, partial_date_of
from docket.desk.workspace.docket_page import newest
from docket.desk.workspace.line_form import FIELDS, LineForm
from docket.desk.workspace.opened import rows_of
from docket.models import Case, Filing


def line_form(request: HttpRequest, case: Case) -> Any:
    """The form of the next line, filled by a POST; None for who may not add filings. Its date is that of the line
    that was saved last.
    """
    owner: Any = admin.site.get_model_admin(Filing)
    if not owner.has_add_permission(request):
        return None
    before = _before(request, case)
    form = owner.get_form(request, None, form=LineForm, fields=[*FIELDS, "opened_version", "sure"])
    form.start, form.case, form.previous = ("case", case), case, before
    form.seen = rows_of(request, Filing).filter(case=case)
    return form(request.POST if request.method == "POST" else None, initial={"date_filed": before or ""})


def _before(request: HttpRequest, case: Case) -> PartialDate | None:
    """The day of the line that was saved just now, or else entered last."""
    saved, row = request.GET.get("saved", ""), None
    if saved.isascii() and saved.isdecimal() and len(saved) < 18:
        row = rows_of(request, Filing).filter(case=case, pk=saved).first()
    row = row or newest(request, case)
    return partial_date_of(row, "date_filed") if row else None


def save_line(request: HttpRequest, form: Any) -> Filing:
    """The new filing; its text is read, and what follows from it proposed and told."""
    owner: Any = admin.site.get_model_admin(Filing)
    filing: Filing = owner.save_form(request, form, change=False)
    owner.save_model(request, filing, form, change=False)
    owner.save_related(request, form, [], change=False)
    return filing
