"""When no claim of a case is left to decide its closing is proposed, with what the claims' ends say of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from docket.choices import CaseDisposition, CaseStatus, ClaimEffect, ClaimEventKind
from docket.claims import for_status, status_on_record
from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.forms.record_form import RecordForm
from docket.desk.partial_dates import PartialDate, PartialDateField
from docket.desk.permissions import is_public_row, may_change
from docket.models import Case, ClaimAgainst, ClaimEvent

_E, _D = ClaimEventKind, CaseDisposition
OPEN = (CaseStatus.PENDING_ACTIVE, CaseStatus.PENDING_INACTIVE, CaseStatus.REOPENED, CaseStatus.UNKNOWN)
# of several ends the one with most judicial involvement names the case's (State Court Guide), the first here
MANNERS: dict[ClaimEventKind, CaseDisposition] = {
    _E.VERDICT: _D.JURY_VERDICT,
    _E.CONVICTED: _D.CONVICTED,
    _E.CONVICTED_LESSER: _D.CONVICTED,
    _E.ACQUITTED: _D.ACQUITTED,
    _E.ACQUITTAL_DIRECTED: _D.ACQUITTED,
    _E.BENCH_JUDGMENT: _D.BENCH_JUDGMENT,
    _E.PETITION_GRANTED: _D.WRIT_GRANTED,
    _E.AWARD: _D.AWARD,
    _E.AWARD_CORRECTED: _D.AWARD,
    _E.JMOL_DIRECTED_VERDICT: _D.DIRECTED_VERDICT,
    _E.SUMMARY_JUDGMENT: _D.SUMMARY_JUDGMENT,
    _E.JUDGMENT_ON_PLEADINGS: _D.JUDGMENT_ON_MOTION,
    _E.PLEA: _D.PLEA,
    _E.PLEADED_GUILTY: _D.PLEA,
    _E.PLEADED_NO_CONTEST: _D.PLEA,
    _E.PLEADED_ALFORD: _D.PLEA,
    _E.CITATION_AFFIRMED: _D.CITATION_AFFIRMED,
    _E.CITATION_MODIFIED: _D.CITATION_MODIFIED,
    _E.CITATION_VACATED: _D.CITATION_VACATED,
    _E.FINAL_ORDER: _D.FINAL_ORDER,
    _E.CONSENT_JUDGMENT: _D.CONSENT_JUDGMENT,
    _E.CONSENT_AWARD: _D.CONSENT_AWARD,
    _E.SETTLED: _D.SETTLED,
    _E.DEFAULT_JUDGMENT: _D.DEFAULT_JUDGMENT,
    _E.DISMISSED_WANT_OF_PROSECUTION: _D.DISMISSED_WANT_OF_PROSECUTION,
    _E.DISMISSED_MOTION: _D.DISMISSED_OTHER,
    _E.DISMISSED_STIPULATED: _D.DISMISSED_STIPULATED,
    _E.DISCONTINUED: _D.DISCONTINUED,
    _E.VOLUNTARILY_DISMISSED: _D.VOLUNTARILY_DISMISSED,
    _E.NOLLE_PROSEQUI: _D.NOLLE_PROSEQUI,
    _E.DISMISSED_CRIMINAL: _D.DISMISSED_CRIMINAL,
    _E.ARBITRATION_TERMINATED: _D.ARBITRATION_TERMINATED,
    _E.TRANSFERRED: _D.TRANSFERRED,
    _E.REMANDED: _D.REMANDED_STATE,
    _E.CONSOLIDATED: _D.CONSOLIDATED,
}


def endings(case: Case, user: Any) -> list[ClaimEvent]:
    """The events that ended the case's claims, oldest first; none while any claim is live or nothing is claimed.

    What the user may not see has ended nothing.
    """
    claims = cleared(ClaimAgainst.objects.filter(case=case), user)
    stands = [status_on_record(row) for row in for_status(claims)]
    if any(now.effect != ClaimEffect.DISPOSED for now in stands):
        return []
    found: list[Any] = [now.decision or now.event for now in stands]
    return sorted(found, key=lambda event: (event.date is not None, event.date, event.pk) if event.date else (False,))


def propose_closing(request: HttpRequest, case: Case) -> None:
    """Say that nothing is left to decide, with the way to close the case. Nothing is closed by itself."""
    if case.status in OPEN and request.user.has_perm("docket.change_case") and endings(case, request.user):
        messages.warning(
            request,
            format_html(
                'No claim of {} is left to decide. <a href="{}">Close the case …</a>',
                case,
                reverse("admin:close_case", args=[case.pk]),
            ),
        )


class ClosingForm(RecordForm):
    """How and when the whole case ended."""

    date_terminated = PartialDateField(label="Closed on", required=False)

    class Meta:
        model = Case
        fields = ("status", "disposition", "date_terminated")

    def __init__(self, *args: Any, proposed: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial.update(proposed or {})


def close_view(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: filled in from the claims' ends. POST: what was chosen is saved."""
    if not request.user.has_perm("docket.change_case"):
        raise PermissionDenied
    cases = cleared(Case.objects.filter(pk=pk), request.user)
    case = (cases.select_for_update(no_key=True) if request.method == "POST" else cases).first()
    if case is None:
        raise Http404
    if not may_change(request.user, case):
        raise PermissionDenied
    form_class: Any = type("Closing", (ClosingForm,), {"request": request})
    ends = endings(case, request.user)
    form: forms.ModelForm[Case] = form_class(request.POST or None, instance=case, proposed=proposed(case, ends))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, f"Saved: “{case}” is {case.get_status_display().lower()}.")
        return HttpResponseRedirect(desk_page(case))
    context = {
        **admin.site.each_context(request),
        "title": "Close the case",
        "subtitle": str(case),
        "form": form,
        "stale_forms": [form] if getattr(form, "stale", None) else [],
        "ends": ends,
        "case": case,
        "case_page": desk_page(case),
        "is_public": is_public_row(case),
    }
    return TemplateResponse(request, "admin/claims/close.html", context)


def proposed(case: Case, ends: list[ClaimEvent]) -> dict[str, Any]:
    """What the form is filled in with."""
    if not ends or case.status not in OPEN:
        return {}
    kinds = [ClaimEventKind(event.kind) for event in ends]
    status = CaseStatus.REOPENED_DISPOSED if case.status == CaseStatus.REOPENED else CaseStatus.DISPOSED
    last = ends[-1]
    return {
        "status": status.value,
        "disposition": case.disposition or next((end.value for kind, end in MANNERS.items() if kind in kinds), ""),
        "date_terminated": PartialDate(last.date, last.date_precision) if last.date else None,
    }
