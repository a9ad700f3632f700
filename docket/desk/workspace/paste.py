"""Rows pasted into a docket: read, looked at, corrected, and saved together as drafts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.http import urlencode

from docket.desk.addresses import desk_list, desk_page
from docket.desk.changes import once, worked_on
from docket.desk.deadlines.after_save import after_lines
from docket.desk.workspace.opened import may_add, open_case
from docket.desk.workspace.pasted_rows import RowForm, RowsFormSet, make_rows, reading
from docket.intake.derived.at_the_desk import read_entered
from docket.intake.pasted.days import ORDERS
from docket.intake.pasted.forum_order import order_of
from docket.intake.pasted.rows import MOST, Pasted, read_rows
from docket.models import Case, Filing
from docket.models.parts.sequence import take_sequences
from docket.publishing.visibility import Visibility

LONGEST = 2_000_000  # characters of a paste


def paste_view(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: a box for the rows. POST text: how they were read. POST of the read rows: saves all that are ticked, or,
    where one of them cannot be saved, none.
    """
    case = open_case(request, pk)
    if not may_add(request, Filing):
        raise PermissionDenied
    if request.method == "POST" and "r-TOTAL_FORMS" in request.POST:
        return _sent(request, case)
    text = request.POST.get("text", "")
    if len(text) > LONGEST:
        messages.error(request, f"That is more than {LONGEST:,} characters: paste it in parts.")
        text = ""
    pasted = read_rows(text, order_of(case.forum)) if text.strip() else None
    rows = reading(request, case, pasted) if pasted else None
    return _page(request, case, rows, pasted)


def _sent(request: HttpRequest, case: Case) -> HttpResponse:
    asked = request.POST.get("order", "")
    rows = make_rows(request.POST, asked if asked in ORDERS else "")
    saved = once.made_by(request)
    if saved is None and not (rows.is_valid() and rows.kept):
        return _page(request, case, rows, None)
    if saved is None:
        try:
            with transaction.atomic():
                made = _save(request, case, rows.kept)
            _tell(request, case, len(made), len(rows.forms) - len(made))
            return _back(case, made[-1].pk)
        except once.SavedBefore as before:
            saved = before.saved
    messages.info(request, "These rows were saved already, once.")
    return _back(case, saved.object_id)


def _back(case: Case, pk: int) -> HttpResponse:
    return HttpResponseRedirect(f"{desk_page(case)}?{urlencode({'saved': pk})}")


def _save(request: HttpRequest, case: Case, forms: list[RowForm]) -> list[Filing]:
    """New drafts in the order of the rows; their texts are read, and what follows proposed."""
    places = take_sequences(case.pk, len(forms))
    rows = [_filing(case, place, form.cleaned_data) for place, form in zip(places, forms, strict=True)]
    made = Filing.objects.bulk_create(rows)
    once.keep(request, made[0])
    worked_on.note(request, case)
    read_entered(case, {row.pk for row in made})
    after_lines(request, case)
    return made


def _filing(case: Case, place: int, row: dict[str, Any]) -> Filing:
    day = row["read"]
    return Filing(
        case=case,
        sequence=place,
        entry_number=row["number"],
        date_filed=day.date,
        date_filed_precision=day.precision,
        docket_text=row["text"],
    )


def _tell(request: HttpRequest, case: Case, saved: int, left_out: int) -> None:
    drafts = f"{desk_list(Filing)}?{urlencode({'case': str(case.pk), 'visibility__exact': str(Visibility.DRAFT)})}"
    number = "1 line" if saved == 1 else f"{saved:,} lines"
    without = f" {left_out:,} not ticked and left out." if left_out else ""
    words = '{} saved as {}.{} <a href="{}">Look at the drafts and publish them</a>.'
    messages.success(request, format_html(words, number, "a draft" if saved == 1 else "drafts", without, drafts))


def _page(request: HttpRequest, case: Case, rows: RowsFormSet | None, pasted: Pasted | None) -> HttpResponse:
    bad = [form for form in rows.forms if form.errors or _cannot(form)] if rows else []
    if bad:
        bad[0].fields["day"].widget.attrs["autofocus"] = True
    sent_order = rows.order if rows and not pasted else ""
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,  # the rows take the page's width
        "title": "Rows pasted into the docket",
        "subtitle": str(case),
        "case": case,
        "case_page": desk_page(case),
        "rows": rows,
        "pasted": pasted,
        "bad": len(bad),
        "none_kept": bool(rows and rows.is_bound and rows.is_valid() and not rows.kept),
        "order": pasted.order if pasted else sent_order,
        "asks": bool(pasted and pasted.asks) or bool(rows and not pasted and not sent_order),
        "most": MOST,
        "once": once.token(request),
    }
    return TemplateResponse(request, "admin/workspace/paste.html", context)


def _cannot(form: RowForm) -> bool:
    """Whether what was read already tells that it cannot be saved."""
    return not form.is_bound and form.has_problem
