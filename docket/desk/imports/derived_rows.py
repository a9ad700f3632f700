"""What was read from docket texts, confirmed or set right for many rows at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from docket.choices import FILING_LINK_RULES, FilingLinkKind, RulingOutcome
from docket.desk.forms.filing_types import UNCLASSIFIED, offered
from docket.desk.permissions import may_publish
from docket.desk.publication.bulk import MOST
from docket.intake.derived import confirmation
from docket.models import Case
from docket.publishing.rules import Published, publication_of
from docket.publishing.why import why_not_each

Rows = QuerySet[Any]
Actions = dict[str, tuple[Callable[[Any, HttpRequest, Rows], HttpResponse | None], str, str]]


class TypeForm(forms.Form):
    """The type that all chosen filings get; it may stay empty. case: theirs, where they are of one."""

    filing_type = forms.ChoiceField(required=False, label="Type")

    def __init__(self, data: Any, case: Case | None) -> None:
        super().__init__(data)
        field: Any = self.fields["filing_type"]
        field.choices = [UNCLASSIFIED, *offered(case)]


class LinkForm(forms.Form):
    """What all chosen links mean, and how a ruling among them ruled."""

    kind = forms.ChoiceField(choices=FilingLinkKind.choices, label="What the later filing does")
    outcome = forms.ChoiceField(
        choices=[("", "not said"), *RulingOutcome.choices], required=False, label="How it ruled, if it rules on it"
    )

    def clean(self) -> dict[str, Any]:
        """As in the form of a filing: only a ruling ends in something."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("outcome") and not FILING_LINK_RULES[said.get("kind", "refers_to")].takes_outcome:
            raise forms.ValidationError("Only what rules on a filing has an outcome: choose “Rules on”, or “not said”.")
        return said


def type_actions(request: HttpRequest) -> Actions:
    """For a list of filings."""
    if not request.user.has_perm("docket.change_filing"):
        return {}
    return {
        "confirm_type": (confirm, "confirm_type", "Confirm the type read from the text"),
        "confirm_filers": (confirm_filers, "confirm_filers", "Confirm the filers read from the text"),
        "set_type": (set_type, "set_type", "Set the type …"),
    }


def link_actions(request: HttpRequest) -> Actions:
    """For a list of links."""
    found: Actions = {}
    if request.user.has_perm("docket.change_filinglink"):
        found["confirm"] = (confirm, "confirm", "Confirm selected links")
        found["set_link"] = (set_link, "set_link", "Set what selected links do, and how it was ruled …")
    if request.user.has_perm("docket.delete_filinglink"):
        found["reject"] = (reject, "reject", "Reject selected links: they do not come back")
    return found


def day_actions(request: HttpRequest) -> Actions:
    """For a list of days."""
    if not request.user.has_perm("docket.add_hearing") or not request.user.has_perm("docket.add_deadline"):
        return {}
    return {
        "accept": (accept, "accept", "Make draft hearings and deadlines of them"),
        "dismiss": (dismiss, "dismiss", "Dismiss: they are not proposed again"),
    }


def confirm(owner: Any, request: HttpRequest, rows: Rows) -> None:
    """The rows are right as they were read."""
    if chosen := _chosen(request, rows):
        messages.success(request, f"Confirmed: {confirmation.confirm(chosen)}.")


def confirm_filers(owner: Any, request: HttpRequest, rows: Rows) -> None:
    """The filers of these filings are right as they were read."""
    if chosen := _chosen(request, rows):
        messages.success(request, f"Confirmed: {confirmation.confirm_filers(chosen)}.")


def reject(owner: Any, request: HttpRequest, rows: Rows) -> None:
    """Take the chosen links away for good: an import does not propose them again."""
    if chosen := _chosen(request, rows):
        messages.success(request, f"Rejected: {confirmation.reject(chosen)}.")


def set_type(owner: Any, request: HttpRequest, rows: Rows) -> HttpResponse | None:
    """Ask for the type, then set it."""
    chosen = _chosen(request, rows)
    if chosen is None:
        return None
    cases = list(Case.objects.filter(filings__in=chosen).select_related("forum").distinct()[:2])
    form = TypeForm(request.POST if "filing_type" in request.POST else None, cases[0] if len(cases) == 1 else None)
    if form.is_bound and form.is_valid():
        number = confirmation.set_type(chosen, form.cleaned_data["filing_type"])
        messages.success(request, f"Type set: {number}.")
        return None
    return _asked(owner, request, chosen, form, ("set_type", "Set the type of", "filings"))


def set_link(owner: Any, request: HttpRequest, rows: Rows) -> HttpResponse | None:
    """Ask what they do, then set it."""
    chosen = _chosen(request, rows)
    if chosen is None:
        return None
    form = LinkForm(request.POST if "kind" in request.POST else None, initial=_common(chosen))
    if not (form.is_bound and form.is_valid()):
        return _asked(owner, request, chosen, form, ("set_link", "Set", "links"))
    try:
        with transaction.atomic():
            number = confirmation.set_link(chosen, form.cleaned_data["kind"], form.cleaned_data["outcome"])
    except IntegrityError as error:
        messages.error(request, f"Nothing was set: {str(error).splitlines()[0]}")
    else:
        messages.success(request, f"Set: {number}.")
    return None


def _common(links: Rows) -> dict[str, str]:
    """What all of them say already."""
    kinds, outcomes = (set(links.values_list(name, flat=True)) for name in ("kind", "outcome"))
    return {"kind": kinds.pop(), "outcome": outcomes.pop()} if len(kinds) == len(outcomes) == 1 else {}


def _asked(owner: Any, request: HttpRequest, rows: Rows, form: forms.Form, words: tuple[str, str, str]) -> HttpResponse:
    """The page that asks, with what it is about. words: the action, its beginning, what the rows are."""
    verb, label, noun = words
    listed = list(rows)
    context = {
        **owner.admin_site.each_context(request),
        "title": f"{label} {len(listed)} {noun if len(listed) > 1 else noun.removesuffix('s')}",
        "opts": owner.opts,
        "verb": verb,
        "label": label,
        "explained": "No later import changes it.",
        "rows": listed,
        "form": form,
        "selected": [row.pk for row in listed],
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/publication/bulk.html", context)


def accept(owner: Any, request: HttpRequest, rows: Rows) -> None:
    """A draft hearing or deadline of each."""
    if (chosen := _chosen(request, rows)) is None:
        return
    try:
        made = confirmation.accept(chosen, actor=request.user)
    except IntegrityError as error:
        messages.error(request, f"Nothing was made: {str(error).splitlines()[0]}")
        return
    messages.success(request, f"Made as drafts: {len(made)}.")


def dismiss(owner: Any, request: HttpRequest, rows: Rows) -> None:
    """Not to be proposed again."""
    if chosen := _chosen(request, rows):
        messages.success(request, f"Dismissed: {confirmation.dismiss(chosen, actor=request.user)}.")


def _chosen(request: HttpRequest, rows: Rows) -> Rows | None:
    """The rows, of which there are not too many; what is public is changed by those who may publish."""
    found = list(rows[: MOST + 1])
    if len(found) > MOST:
        messages.error(request, f"More than {MOST} rows are selected.")
        return None
    if not may_publish(request.user) and _any_public(found):
        raise PermissionDenied
    chosen: Rows = rows.model._default_manager.filter(pk__in=[row.pk for row in found])
    return chosen


def _any_public(rows: list[Any]) -> bool:
    """Whether a filing or link among them is public; a day never is."""
    if not rows or not isinstance(publication_of(type(rows[0])), Published):
        return False
    return not all(why_not_each(rows).values())
