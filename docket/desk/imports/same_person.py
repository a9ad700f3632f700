"""The questions “same person?”: both parties side by side. A name alone never joins two people."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.db.models import Prefetch, QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.lists.changelist import CappedPaginator
from docket.models import CaseParty, MatterParty, StaffNote

PERMISSION = "docket.change_staffnote"
ON_A_PAGE = 20


def same_person_view(request: HttpRequest) -> HttpResponse:
    """GET: the open questions. POST: one is answered “different persons”, or gets a remark and stays open."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    questions = cleared(StaffNote.objects.filter(kind=StaffNote.Kind.SAME_PERSON, resolved_at=None), request.user)
    if request.method == "POST":
        _answer(request, questions)
        return HttpResponseRedirect(request.get_full_path())
    page = CappedPaginator(_with_parties(questions, request.user).order_by("pk"), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        **admin.site.each_context(request),
        "title": "Same person?",
        "page": page,
        "questions": _side_by_side(page),
    }
    return TemplateResponse(request, "admin/imports/same_person.html", context)


def _answer(request: HttpRequest, questions: QuerySet[StaffNote]) -> None:
    pk, remark = request.POST.get("question", ""), request.POST.get("remark", "").strip()
    differ = request.POST.get("answer") == "different"
    note = questions.select_for_update(no_key=True, of=("self",)).filter(pk=pk).first() if pk.isdecimal() else None
    if note is None:
        messages.warning(request, "Somebody else has answered this meanwhile.")
        return
    if not (differ or remark):
        messages.error(request, "Choose “different persons”, or write a remark.")
        return
    words = f"{'Different persons. ' if differ else ''}{remark}".strip()
    note.text += f"\n{timezone.localdate()}, {request.user.get_username()}: {words}"
    if differ:
        note.resolved_at = Now()
    note.save(update_fields=["text", "resolved_at"])
    messages.success(request, "Kept apart." if differ else "Noted; the question stays open.")


def _with_parties(questions: QuerySet[StaffNote], user: Any) -> QuerySet[StaffNote]:
    """With all that tells two people apart, in as many queries for one question as for twenty."""
    roles = cleared(CaseParty.objects.select_related("case__forum"), user)
    parts = cleared(MatterParty.objects.select_related("matter"), user)
    return questions.select_related("party", "other_party", "author").prefetch_related(
        *("party__aliases", "other_party__aliases"),
        *(Prefetch(f"{side}__case_parties", roles) for side in ("party", "other_party")),
        *(Prefetch(f"{side}__matter_parties", parts) for side in ("party", "other_party")),
    )


def _side_by_side(page: Page[StaffNote]) -> list[dict[str, Any]]:
    return [
        {"note": note, "sides": [(party, desk_page(party)) for party in (note.party, note.other_party) if party]}
        for note in page
    ]
