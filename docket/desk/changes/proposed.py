"""Who may not publish proposes: the changed fields of a public row wait for an editor, who saves the form or declines.

Nothing is applied by itself. The editor opens the row's own form with what was proposed in its boxes; saving it goes
through every check that any save does, and when the row has changed meanwhile both are shown (versions.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse

from docket.desk.addresses import desk_page
from docket.desk.changes import versions
from docket.desk.clearance import cleared
from docket.desk.lists.changelist import CappedPaginator
from docket.desk.permissions import is_public_row, may_publish
from docket.models import ProposedChange

ON_A_PAGE = 20
WAITING = ProposedChange.State.WAITING


@dataclass(frozen=True)
class Proposed:
    """One field: its label, what the record says now, what was proposed. Texts for the reader."""

    label: str
    now: str
    proposed: str


@dataclass(frozen=True)
class Shown:
    """A proposal in the list; address: the row's form with it."""

    proposal: ProposedChange
    row: Any
    kind: str
    address: str
    differences: list[Proposed]


# Proposing


def is_due(form: Any) -> bool:
    """Whether saving a valid form would change what is public, by somebody who may not."""
    row = form.instance
    return bool(row.pk and form.has_changed() and not may_publish(form.request.user) and is_public_row(row))


def keep(request: HttpRequest, row: models.Model, form: Any, changed: list[str]) -> ProposedChange:
    """Store what was typed into the changed fields of a valid form."""
    values = {name: _submitted(form, name) for name in changed}
    return ProposedChange.objects.create(
        label=row._meta.label_lower,
        object_id=row.pk,
        opened_version=row.row_version,  # type: ignore[attr-defined]
        values=values,
        note=_note(request),
        author_id=cast(int, request.user.pk),
    )


def _note(request: HttpRequest) -> str:
    """Why, with the reason for personal data, which its author cannot let pass: an editor is asked again."""
    boxes = (request.POST.get(name, "").strip() for name in ("proposal_note", "personal_data_reason"))
    return "\n".join(text for text in boxes if text)


def _submitted(form: Any, name: str) -> dict[str, list[str]]:
    """The raw values of a field, by the names under which its boxes sent them."""
    prefix = form.add_prefix(name)
    return {key: form.data.getlist(key) for key in form.data if key == prefix or key.startswith(f"{prefix}_")}


# Looking at one in the row's own form


def asked_for(request: HttpRequest, row: models.Model | None) -> ProposedChange | None:
    """The waiting proposal that the address of a row's form names, for those who may save it."""
    number = request.GET.get("proposed", "")
    if row is None or not number.isdecimal() or not may_publish(request.user):
        return None
    waiting = ProposedChange.objects.select_related("author").filter(state=WAITING)
    return waiting.filter(pk=number, label=row._meta.label_lower, object_id=row.pk).first()


def typed(form: forms.ModelForm[Any], proposal: ProposedChange, name: str) -> Any:
    """What was typed into a field, as its box takes it."""
    data = QueryDict(mutable=True)
    for key, values in proposal.values[name].items():
        data.setlist(key, values)
    return form.fields[name].widget.value_from_datadict(data, {}, form.add_prefix(name))


def differences(form: forms.ModelForm[Any], proposal: ProposedChange) -> list[Proposed]:
    """The proposed fields of an unbound form of the row, beside what the record says."""
    found = []
    for name in (n for n in proposal.values if n in form.fields):
        field, raw = form.fields[name], typed(form, proposal, name)
        now = versions.text(field, form.initial.get(name))
        found.append(Proposed(str(field.label or name), now, versions.text(field, versions.cleaned(field, raw))))
    return found


def take(request: HttpRequest, row: models.Model) -> None:
    """The editor has saved the form in which the proposal stood."""
    if proposal := asked_for(request, row):
        _decide(request, proposal, ProposedChange.State.TAKEN, "")


def _decide(request: HttpRequest, proposal: ProposedChange, state: str, reason: str) -> None:
    proposal.state, proposal.decision_reason = state, reason
    proposal.decided_by, proposal.decided_at = request.user, Now()  # type: ignore[assignment]
    proposal.save(update_fields=["state", "decision_reason", "decided_by", "decided_at"])


# The list of them


def waiting_for(user: Any) -> QuerySet[ProposedChange]:
    """What a user may decide, or has proposed: of rows that they may see."""
    rows = ProposedChange.objects.filter(state=WAITING)
    return _seen(rows if may_publish(user) else rows.filter(author=user), user)


def _seen(rows: QuerySet[ProposedChange], user: Any) -> QuerySet[ProposedChange]:
    visible = Q(pk=None)
    for label in rows.order_by().values_list("label", flat=True).distinct():
        model: Any = apps.get_model(label)
        if user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}"):
            visible |= Q(label=label, object_id__in=cleared(model._default_manager.all(), user).values("pk"))
    return rows.filter(visible)


def proposed_changes_view(request: HttpRequest) -> HttpResponse:
    """GET: what waits, and what became of one's own. POST: one is declined, with the reason its author will read."""
    if request.method == "POST":
        _decline(request)
        return HttpResponseRedirect(request.get_full_path())
    waiting = waiting_for(request.user).select_related("author")
    page = CappedPaginator(waiting.order_by("pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    own = ProposedChange.objects.filter(author=request.user).exclude(state=WAITING)  # type: ignore[misc]
    decided = _seen(own, request.user).select_related("author", "decided_by").order_by("-decided_at")[:ON_A_PAGE]
    context = {
        **admin.site.each_context(request),
        "title": "Proposed changes",
        "page": page,
        "waiting": _with_rows(request, page),
        "decided": _with_rows(request, decided),
        "may_decide": may_publish(request.user),
    }
    return TemplateResponse(request, "admin/proposals/proposed_changes.html", context)


def _decline(request: HttpRequest) -> None:
    if not may_publish(request.user):
        raise PermissionDenied
    number, reason = request.POST.get("proposal", ""), request.POST.get("reason", "").strip()
    rows = waiting_for(request.user).select_for_update(no_key=True, of=("self",))
    proposal = rows.filter(pk=number).first() if number.isdecimal() else None
    if proposal is None:
        messages.warning(request, "Somebody else has decided this meanwhile.")
    elif len(reason) < 3:
        messages.error(request, "Say why you decline it: its author reads the reason.")
    else:
        _decide(request, proposal, ProposedChange.State.DECLINED, reason)
        messages.success(request, "Declined.")


def _with_rows(request: HttpRequest, proposals: Page[ProposedChange] | QuerySet[ProposedChange]) -> list[Shown]:
    """Each with its row and the differences, told by one form of the row however many are proposed for it."""
    ids: dict[str, set[int]] = {}
    for proposal in proposals:
        ids.setdefault(proposal.label, set()).add(proposal.object_id)
    rows = {label: admin.site.get_model_admin(apps.get_model(label)) for label in ids}
    found = {label: owner.get_queryset(request).in_bulk(ids[label]) for label, owner in rows.items()}
    forms_of: dict[tuple[str, int], forms.ModelForm[Any]] = {}
    shown = []
    for proposal in proposals:
        row = found[proposal.label].get(proposal.object_id)
        if row is not None:
            key = (proposal.label, proposal.object_id)
            if key not in forms_of:
                forms_of[key] = rows[proposal.label].get_form(request, row, change=True)(instance=row)
            form = forms_of[key]
            address = f"{desk_page(row)}?proposed={proposal.pk}"
            kind = str(row._meta.verbose_name)
            shown.append(Shown(proposal, row, kind, address, differences(form, proposal)))
    return shown


def told(request: HttpRequest, row: models.Model) -> HttpResponse:
    """After proposing: the row's page again, as the record has it."""
    words = "Proposed: an editor will take it or decline it. The public page is as it was."
    messages.success(request, words)
    return HttpResponseRedirect(desk_page(row) or reverse("admin:index"))
