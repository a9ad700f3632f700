"""The page on which a case is set up, and the names that its boxes offer while one types."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from docket.choices import PARTY_ROLE_SIDE, PartyRole, Side
from docket.desk.addresses import desk_page
from docket.desk.changes import once
from docket.desk.forms.matter_asked import matter_asked
from docket.desk.publication import personal_data
from docket.desk.setting_up import rows as people
from docket.desk.setting_up.case_form import case_form
from docket.desk.setting_up.known import SORTS, Known, clean_name, known
from docket.desk.setting_up.name_box import NameBox
from docket.desk.setting_up.saving import save
from docket.desk.workspace.opened import may_add
from docket.intake.wording.capacities import party_kind
from docket.models import Appearance, Case, CaseParty
from parties.choices import PartyKind

LONGEST = 300  # characters of a name that is looked for


def set_up_view(request: HttpRequest) -> HttpResponse:
    """GET ?matter=: the empty page. POST: the case with its people is saved, or shown again with what is to be
    corrected; POST more: the same with more rows.
    """
    if not may_add(request, Case):
        raise PermissionDenied
    if not (may_add(request, CaseParty) and may_add(request, Appearance)):
        return HttpResponseRedirect(_whole_form(request))
    forum = NameBox("forum", "forum_name", "Forum", request.POST)
    rows = people.read(request.POST)
    if request.method != "POST":
        return _page(request, forum, case_form(request, forum), rows)
    forum.decide(request, {})
    people.decide(request, rows)
    form = case_form(request, forum)
    if "more" in request.POST:
        more = range(len(rows) + 1, min(len(rows) + people.SHOWN, people.MOST) + 1)
        return _page(request, forum, form, [*rows, *(people.Row(number, {}) for number in more)])
    return _saved(request, forum, form, rows) or _page(request, forum, form, rows)


def _saved(request: HttpRequest, forum: NameBox, form: Any, rows: list[people.Row]) -> HttpResponse | None:
    """To the case; None where something is to be corrected first."""
    saved = once.made_by(request)
    if saved is None:
        # both are asked, so that everything that is wrong is told at once
        if not form.is_valid() or forum.error or any(row.errors for row in rows):
            return None
        try:
            case = save(request, form, rows, matter_asked(request))
        except ValidationError:
            return None
        except once.SavedBefore as before:
            saved = before.saved
        else:
            messages.success(request, f"“{case}” is set up, as a draft.")
            return HttpResponseRedirect(desk_page(case))
    messages.info(request, "That case was saved already, once.")
    return HttpResponseRedirect(reverse("admin:docket_case_workspace", args=[saved.object_id]))


def _page(request: HttpRequest, forum: NameBox, form: Any, rows: list[people.Row]) -> HttpResponse:
    wrong = sum(1 for row in rows if row.errors) + (len(form.errors) if form.is_bound else 0) + bool(forum.error)
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,  # the rows take the page's width
        "title": "Set up a case",
        "matter": matter_asked(request),
        "opts": Case._meta,
        "form": form,
        "forum": forum,
        "rows": rows,
        "roles": _roles(),
        "wrong": 0 if "more" in request.POST else wrong,
        "once": once.token(request),
        "warned": personal_data.in_forms([form], request.POST),
        "whole_form": _whole_form(request),
    }
    return TemplateResponse(request, "admin/setting_up/case.html", context)


def _whole_form(request: HttpRequest) -> str:
    """The case's own form, with every box and without its people."""
    return f"{reverse('admin:docket_case_add')}?{request.GET.urlencode()}".rstrip("?")


def _roles() -> list[tuple[str, list[tuple[str, str]]]]:
    """The roles under the side that follows from each."""
    return [
        (str(side.label), [(role.value, str(role.label)) for role in PartyRole if PARTY_ROLE_SIDE[role] == side])
        for side in Side
    ]


def known_view(request: HttpRequest) -> JsonResponse:
    """GET ?sort=&q=: {"known": [{pk, name, detail, completes, firm}], "new": how a new one is offered, or ""}."""
    sort, text = request.GET.get("sort", ""), clean_name(request.GET.get("q", "")[:LONGEST])
    if sort not in SORTS:
        return JsonResponse({"known": [], "new": ""}, status=400)
    offered = [_told(one) for one in known(request, sort, text)]
    adds = bool(text) and sort != "forum" and may_add(request, SORTS[sort])
    return JsonResponse({"known": offered, "new": _new(sort, text) if adds else ""})


def _told(one: Known) -> dict[str, Any]:
    firm = {"pk": one.firm.pk, "name": str(one.firm)} if one.firm else None
    return {"pk": one.pk, "name": one.name, "detail": one.detail, "completes": one.completes, "firm": firm}


def _new(sort: str, text: str) -> str:
    name = PartyKind(party_kind(text)).label.lower() if sort == "party" else str(SORTS[sort]._meta.verbose_name)
    return f"New {name}: “{text}”"
