"""One matter made of the cases that an upload brought, by one button: its title is proposed from their captions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.imports.reports import ShownReport
from docket.models import Case, CaseMatter, Matter
from docket.publishing.visibility import WITHHELD_FOR_GOOD

PERMISSIONS = ("docket.add_matter", "docket.add_casematter")
MOST = 1000  # cases of one upload
PROPOSED = "Cases of {caption}"
GONE = "No matter was made: these cases are of a matter by now, or are withheld."


class MatterForm(forms.Form):
    """The title, and which cases: their public ids, parted by blanks."""

    title = forms.CharField(
        label="Title of the matter",
        help_text="Neutral: what happened, not an accusation. Proposed from the earliest case; change it as you like.",
        widget=forms.TextInput(attrs={"size": 60}),
    )
    cases = forms.CharField(widget=forms.HiddenInput, max_length=MOST * 13)


def offered(user: Any, done: Sequence[ShownReport]) -> MatterForm | None:
    """The form for the cases of an upload that are of no matter yet, where there are several and the user may.

    A feed is of all cases of a court: its cases have no matter in common.
    """
    if not _may(user):
        return None
    cases = _free(user, (one.report.cases[0] for one in done if len(one.report.cases) == 1 and not one.report.error))
    if len(cases) < 2:
        return None
    return MatterForm(initial={"title": proposed_title(cases), "cases": " ".join(case.public_id for case in cases)})


def proposed_title(cases: Iterable[Case]) -> str:
    """By the earliest case that has a caption: “Cases of Marsh v. Brightwater Pictures, LLC”."""
    return next((PROPOSED.format(caption=case.caption) for case in cases if case.caption), "")


@require_POST
def make_matter_view(request: HttpRequest) -> HttpResponse:
    """Make the matter, a draft, and lead to it. Pressed twice it makes one: the cases are of a matter then."""
    if not _may(request.user):
        raise PermissionDenied
    form = MatterForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Give the matter a title.")
        return redirect("admin:import")
    matter = _make(request.user, form.cleaned_data["title"], form.cleaned_data["cases"].split())
    if matter is None:
        messages.warning(request, GONE)
        return redirect("admin:import")
    messages.success(request, f"“{matter}” was made, a draft with {matter.case_matters.count()} cases.")
    return redirect(desk_page(matter))


def _make(user: Any, title: str, wanted: Sequence[str]) -> Matter | None:
    with transaction.atomic():
        locked = Case.objects.select_for_update(no_key=True).filter(public_id__in=wanted).order_by("pk")
        list(locked.values_list("pk", flat=True))
        cases = _free(user, wanted)
        if not cases:
            return None
        matter = Matter(title=title)
        matter.full_clean()
        matter.save()
        for position, case in enumerate(cases):
            CaseMatter.objects.create(case=case, matter=matter, position=position)
    return matter


def _free(user: Any, wanted: Iterable[str]) -> list[Case]:
    """Of the cases those of no matter that the user may see and that are not withheld, the earliest first."""
    rows = Case.objects.filter(public_id__in=list(wanted)[:MOST], case_matters=None)
    seen = cleared(rows.exclude(visibility__in=WITHHELD_FOR_GOOD), user)
    return list(seen.order_by(F("date_filed").asc(nulls_last=True), "pk"))


def _may(user: Any) -> bool:
    return all(user.has_perm(name) for name in PERMISSIONS)
