"""The proposals that wait for staff: seen with their steps, accepted, changed with a reason, or dismissed."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from docket.choices import ProposalState
from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.deadlines.counting_form import CountingForm
from docket.desk.deadlines.panel import SHOWN_WITH, back_to_form, following, on_request
from docket.desk.lists.changelist import CappedPaginator
from docket.desk.permissions import may_publish
from docket.law.deadlines import DeadlineError
from docket.models import Case, Deadline, DeadlineProposal, Filing
from docket.proposals import acceptance
from docket.proposals.counting import Place, fill
from docket.proposals.upkeep import draft
from docket.publishing.why import in_the_way
from docket.site.schedule.wording import sentences

ON_A_PAGE = 50


def proposals_view(request: HttpRequest) -> HttpResponse:
    """GET: what waits, of everything, of `?case=` or of `?filing=`. POST: one is accepted as it is, or dismissed."""
    _may(request, "view")
    rows = _open(request)
    if request.method == "POST":
        _decide(request, rows)
        return HttpResponseRedirect(back_to_form(request) or request.get_full_path())
    page = CappedPaginator(rows.order_by("earliest", "pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    filing = _filing(request)
    context = {
        **admin.site.each_context(request),
        "title": "Proposed deadlines",
        "subtitle": str(filing or _case(request) or ""),
        "page": page,
        "proposals": [(row, sentences(row)) for row in page],
        "also": on_request(filing) if filing else [],
        "filing": filing,
        "kept": "".join(f"{name}={pk}&" for name in ("case", "filing") if (pk := _number(request, name))),
        "may_decide": request.user.has_perm("docket.change_deadline"),
        "may_publish": may_publish(request.user),
    }
    return TemplateResponse(request, "admin/proposals/proposals.html", context)


def proposal_view(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal, to be changed before it is accepted; `count` shows where the changes lead and keeps nothing."""
    _may(request, "change")
    row = get_object_or_404(_open(request), pk=pk)
    publishes = may_publish(request.user)
    form = CountingForm(row, request.POST or None, may_publish=publishes)
    if request.method == "POST" and form.is_valid() and "accept" in request.POST and _accepted(request, row, form):
        return HttpResponseRedirect(back_to_form(request) or f"{reverse('admin:proposals')}?case={row.case_id}")
    return _counting_page(request, row, form, f"{row.get_kind_display()}: {row.title}", row.because)


def recount_view(request: HttpRequest, pk: int) -> HttpResponse:
    """A computed deadline, counted anew from what staff give, with the reason."""
    _may(request, "change")
    row = get_object_or_404(cleared(Deadline.objects.for_page(), request.user), pk=pk, certainty="computed")
    form = CountingForm(row, request.POST or None)
    if request.method == "POST" and form.is_valid() and "accept" in request.POST:
        given = {"changes": form.changes, "reason": form.cleaned_data["reason"]}
        if done := _attempt(
            form, lambda: acceptance.recount(row, actor=request.user, version=_version(request), **given)
        ):
            messages.success(request, f"Counted anew: “{done}”.")
            return HttpResponseRedirect(desk_page(row))
    return _counting_page(request, row, form, f"Count anew: {row.title}", "")


def request_view(request: HttpRequest, pk: int) -> HttpResponse:
    """POST: propose what a filing starts only where staff ask for it."""
    _may(request, "add")
    filing = get_object_or_404(cleared(Filing.objects.select_related("case__forum"), request.user), pk=pk)
    asked = request.POST.get("following", "")
    found = following(filing)
    if request.method != "POST" or not asked.isdecimal() or int(asked) >= len(found):
        raise Http404
    try:
        with transaction.atomic():
            draft(filing.case, found[int(asked)], Place(filing.case.forum)).save()
    except DeadlineError as error:
        messages.error(request, f"Not counted: {error}")
    return HttpResponseRedirect(back_to_form(request) or f"{reverse('admin:proposals')}?filing={filing.pk}")


def _decide(request: HttpRequest, rows: QuerySet[DeadlineProposal]) -> None:
    _may(request, "change")
    pk = request.POST.get("proposal", "")
    row = rows.filter(pk=pk).first() if pk.isdecimal() else None
    if row is None:
        messages.warning(request, "Somebody else has decided this meanwhile.")
        return
    try:
        if (do := request.POST.get("do")) in ("accept", "publish"):
            deadline = acceptance.accept(row, actor=request.user, publish=do == "publish", version=_version(request))
            _tell_accepted(request, deadline, do == "publish")
        else:
            acceptance.dismiss(row, actor=request.user, reason=request.POST.get("reason", ""))
            messages.success(request, f"Dismissed: “{row}”.")
    except (ValidationError, PermissionDenied) as error:
        messages.error(request, " ".join(getattr(error, "messages", [str(error)])))


def _version(request: HttpRequest) -> int:
    """Of the row as its page showed it; one that no row has where the form does not say."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0


def _accepted(request: HttpRequest, row: DeadlineProposal, form: CountingForm) -> bool:
    given = form.cleaned_data
    done = _attempt(
        form,
        lambda: acceptance.accept(
            row,
            actor=request.user,
            changes=form.changes,
            reason=given["reason"],
            due=given.get("due"),
            publish=given.get("publish", False),
            version=_version(request),
        ),
    )
    if done:
        _tell_accepted(request, done, given.get("publish", False))
    return bool(done)


def _tell_accepted(request: HttpRequest, deadline: Deadline, published: bool) -> None:
    """Also what still keeps it from the public, where it was to be shown."""
    messages.success(request, f"Accepted: “{deadline}”.")
    if published:
        deadline.refresh_from_db()
        for reason in in_the_way(deadline):
            messages.warning(request, f"It shows to the public once “{reason.blocker}” does, which is not yet public.")


def _attempt(form: CountingForm, act: Any) -> Any:
    """The result, or None with the refusal in the form."""
    try:
        with transaction.atomic():
            return act()
    except ValidationError as error:
        for name, refusals in getattr(error, "error_dict", {None: [error]}).items():
            for refusal in refusals:
                form.add_error(name if name in form.fields else None, ValidationError(refusal.messages))
    except PermissionDenied as error:
        form.add_error(None, str(error))
    return None


def _counting_page(
    request: HttpRequest, row: DeadlineProposal | Deadline, form: CountingForm, title: str, because: str
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": str(row.case),
        "row": row,
        "because": because,
        "form": form,
        "media": form.media,
        "steps": sentences(row),
        "counted": _counted(row, form) if form.is_bound and form.is_valid() else None,
        "has_days": "trigger_date" in form.fields,
        "list": back_to_form(request) or f"{reverse('admin:proposals')}?case={row.case_id}",
    }
    return TemplateResponse(request, "admin/proposals/proposal.html", context)


def _counted(row: DeadlineProposal | Deadline, form: CountingForm) -> Any:
    """Where what was given leads, unsaved; None where nothing is counted or it cannot be, which the form then says."""
    if "trigger_date" not in form.cleaned_data:
        return None
    tried = copy(row)
    for name, value in form.changes.items():
        setattr(tried, name, value)
    try:
        fill(tried, Place(row.case.forum))
    except DeadlineError as error:
        form.add_error(None, str(error))
        return None
    return {"row": tried, "steps": sentences(tried)}


def _open(request: HttpRequest) -> QuerySet[DeadlineProposal]:
    rows = DeadlineProposal.objects.filter(state=ProposalState.OPEN).select_related(*SHOWN_WITH)
    if case := request.GET.get("case", ""):
        rows = rows.filter(case=int(case)) if case.isdecimal() else rows.none()
    if filing := request.GET.get("filing", ""):
        theirs = Q(trigger=filing) | Q(satisfied_by=filing) if filing.isdecimal() else Q(pk=None)
        rows = rows.filter(theirs)
    return cleared(rows, request.user)


def _filing(request: HttpRequest) -> Filing | None:
    found = cleared(Filing.objects.select_related("case__forum"), request.user)
    return found.filter(pk=pk).first() if (pk := _number(request, "filing")) else None


def _case(request: HttpRequest) -> Case | None:
    found = cleared(Case.objects.all(), request.user)
    return found.filter(pk=pk).first() if (pk := _number(request, "case")) else None


def _number(request: HttpRequest, name: str) -> str:
    """A primary key of the address; "" where there is none."""
    pk = request.GET.get(name, "")
    return pk if pk.isdecimal() else ""


def _may(request: HttpRequest, what: str) -> None:
    if not request.user.has_perm(f"docket.{what}_deadline"):
        raise PermissionDenied
