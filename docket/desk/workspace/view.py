"""The page of one case at the desk: GET shows it, POST adds the next line of its docket and stays."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.http import urlencode

from docket.desk.addresses import desk_list, desk_page
from docket.desk.changes import assigned, once
from docket.desk.lists.related_lists import Listed
from docket.desk.moving.page import moves_of
from docket.desk.permissions import may_change
from docket.desk.publication import page, personal_data
from docket.desk.workspace.also_in import chosen, docket_also, together
from docket.desk.workspace.docket_page import docket_page
from docket.desk.workspace.line_form import type_labels
from docket.desk.workspace.opened import may_add, may_view, open_case, rows_of
from docket.desk.workspace.saving import line_form, save_line
from docket.desk.workspace.sections import sections
from docket.models import Case, CaseParty, Document, Filing, ImportedFile, Summary, Update

OTHERS = (Document, Summary, Update, ImportedFile)
NAMES = 60  # of parties, offered while a text is typed


def workspace_view(request: HttpRequest, pk: int) -> HttpResponse:
    """GET ?page=&saved=; POST: a line's boxes."""
    case = open_case(request, pk)
    assigned.look(case, request.user)
    form = line_form(request, case)
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if response := _added(request, case, form):
            return response
    response = TemplateResponse(request, "admin/workspace/case.html", _context(request, case, form))
    response._csp_update = {"frame-src": ["'self'"]}  # type: ignore[attr-defined]
    return response


def _added(request: HttpRequest, case: Case, form: Any) -> HttpResponse | None:
    """Save the line; None where something in it is to be corrected."""
    saved = once.made_by(request)
    if saved is None:
        if not form.is_valid():
            return None
        try:
            with transaction.atomic():
                filing = save_line(request, form)
                docket_also(request, filing, chosen(request, together(request, case)))
            messages.success(request, f"Saved: {filing}")
            return _to_line(case, filing.pk)
        except once.SavedBefore as before:
            saved = before.saved
    messages.info(request, "That line was saved already, once.")
    return _to_line(case, saved.object_id)


def _to_line(case: Case, pk: int) -> HttpResponse:
    return HttpResponseRedirect(f"{desk_page(case)}?{urlencode({'saved': pk})}")


def _context(request: HttpRequest, case: Case, form: Any) -> dict[str, Any]:
    docket = docket_page(request, case) if may_view(request, Filing) else None
    numbered = bool(docket and any(line.number for line in docket.lines[-5:]))
    if form is not None:
        form.fields["entry_number" if numbered else "date_filed"].widget.attrs["autofocus"] = True
    owner: Any = admin.site.get_model_admin(Case)
    return {
        **admin.site.each_context(request),
        "title": str(case),
        "case": case,
        "opts": Case._meta,
        "form_page": desk_page(case, "change"),
        "history_page": desk_page(case, "history"),
        "staff": assigned.choices() if owner.has_change_permission(request) else [],
        "assignee": assigned.assignee(case),
        "may_check": owner.has_change_permission(request) and may_change(request.user, case),
        "publication": page.summary(case),
        "docket": docket,
        "line": form,
        "warned": personal_data.in_forms([form], request.POST) if form is not None else None,
        "once": once.token(request) if form is not None else "",
        "types": type_labels(case) if form is not None else [],
        "names": _names(request, case) if form is not None else [],
        "takes_files": may_add(request, Document),
        "all_filings": f"{desk_list(Filing)}?case={case.pk}",
        "moves": moves_of(request, case),
        "together": _together(request, case) if form is not None else [],
        "sections": sections(request, case),
        "others": [_other(request, case, model) for model in OTHERS if may_view(request, model)],
    }


def _together(request: HttpRequest, case: Case) -> list[tuple[Case, bool]]:
    """The cases in which the line can be docketed too, and whether each is ticked."""
    cases = together(request, case)
    ticked = chosen(request, cases)
    return [(row, row in ticked) for row in cases]


def _names(request: HttpRequest, case: Case) -> list[str]:
    """The parties' names, for completing them in a text."""
    rows = rows_of(request, CaseParty).filter(case=case).order_by("position", "pk")[:NAMES]
    return list(dict.fromkeys(row.party.name for row in rows))


def _other(request: HttpRequest, case: Case, model: Any) -> Listed:
    """A list that belongs to the case and is not on its page."""
    query = urlencode({"case": case.pk})
    add = f"{desk_list(model, 'add')}?{query}" if may_add(request, model) and model is not ImportedFile else ""
    names = model._meta.verbose_name_plural
    return Listed(str(names).capitalize(), f"{desk_list(model)}?{query}", add, str(model._meta.verbose_name))
