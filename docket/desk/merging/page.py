"""The pages of a merge: choose the other one, see both, merge; see what goes back, undo."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models.functions import Now
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from docket.desk.addresses import desk_page
from docket.desk.forms.autocomplete import GrowingSelect
from docket.desk.merging import sides
from docket.desk.permissions import is_public_row, may_publish
from docket.models import Appearance, StaffNote
from parties import merging
from parties.choices import AliasKind
from parties.models import Attorney, Firm, Merge, Party

# what can be merged, with a key whose box offers the other one
BOXES: dict[str, tuple[type[models.Model], type[models.Model], str]] = {
    "party": (Party, StaffNote, "other_party"),
    "attorney": (Attorney, Appearance, "attorney"),
    "firm": (Firm, Appearance, "firm"),
}


def merge_view(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """GET: which other one, then both side by side with what would move. POST: they are merged, or refused in words."""
    if kind not in BOXES:
        raise Http404
    kept, merged = _row(request, kind, pk), _other(request, kind)
    if merged is None:
        return _ask(request, kind, kept)
    _refuse_unless_allowed(request, kept, merged)
    if sides.rows_under_seal(kept, merged, request.user):
        return _page(request, kind, merging.Plan(kept, merged, obstacles=[sides.UNDER_SEAL]))
    if request.method == "POST":
        try:
            act = _merge(request, kept, merged)
        except ValidationError as refused:
            for words in refused.messages:
                messages.error(request, words)
            return HttpResponseRedirect(request.get_full_path())
        messages.success(request, f"“{merged}” is merged into “{kept}”: {_moved(act)} moved. It can be undone below.")
        return HttpResponseRedirect(desk_page(kept))
    found = merging.plan(kept, merged)
    found.obstacles.extend(sides.obstacles(found))
    return _page(request, kind, found)


@transaction.atomic
def _merge(request: HttpRequest, kept: Any, merged: Any) -> Merge:
    if refused := list(sides.obstacles(merging.Plan(kept, merged))):
        raise ValidationError(refused)
    alias = request.POST.get("alias", "")
    if alias not in ("", *AliasKind.values):
        raise ValidationError(f"“{alias}” is no kind of other name: choose one of the list.")
    act = merging.merge(kept, merged, actor=request.user, shown=request.POST.get("shown", "-"), alias=alias)
    for note in _questions(kept, merged).filter(resolved_at=None):
        note.text += f"\n{timezone.localdate()}, {request.user.get_username()}: Same person (merge {act.pk})."
        note.resolved_at = Now()
        note.save(update_fields=["text", "resolved_at"])
    return act


def _questions(one: Any, other: Any) -> models.QuerySet[StaffNote]:
    if not isinstance(one, Party):
        return StaffNote.objects.none()
    both = [one, other]
    return StaffNote.objects.filter(kind=StaffNote.Kind.SAME_PERSON, party__in=both, other_party__in=both)


def undo_view(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what goes back. POST: the merge is undone, or refused in words."""
    act = get_object_or_404(Merge, pk=pk)
    kept, merged = _owner(act.label, request, act.kept_id), merging.merged_of(act)
    if merged is None:
        raise Http404
    _refuse_unless_allowed(request, kept, merged)
    if sides.rows_under_seal(kept, merged, request.user):
        raise PermissionDenied(sides.UNDER_SEAL)
    refused = merging.why_not_undone(act)
    if request.method == "POST" and not refused:
        left = _undo(request, act)
        messages.success(request, f"Undone: “{merged}” stands by itself again.")
        if left:
            messages.warning(request, f"{left} rows were changed or deleted since and stay as they are.")
        return HttpResponseRedirect(desk_page(merged))
    moved = {merging.key_of(name): ids for name, ids in act.moved.items()}
    context = {
        **admin.site.each_context(request),
        "title": f"Undo: “{merged}” merged into “{kept}”",
        "kept": sides.side(kept),
        "merged": sides.side(merged),
        "moves": sides.groups(moved),
        "obstacles": refused,
        "back": desk_page(kept),
    }
    return TemplateResponse(request, "admin/merging/undo.html", context)


@transaction.atomic
def _undo(request: HttpRequest, act: Merge) -> int:
    left = merging.undo(act, actor=request.user)
    StaffNote.objects.filter(text__contains=f"(merge {act.pk})").update(resolved_at=None)
    return sum(left.values())


def merges_of(row: Any, user: Any) -> dict[str, Any]:
    """For a row's form: what it was merged into, what was merged into it, and where to merge it; empty for others."""
    kind = row._meta.model_name if row is not None else ""
    if kind not in BOXES or not _may_change(user, row):
        return {}
    stands = merging.merge_in_force(row)
    into = stands and (stands, merging.kept_of(stands))
    return {
        "kind": "" if stands else kind,
        "into": into,
        "of": [] if _sealed_from(user, row) else [(act, merging.merged_of(act)) for act in merging.merged_into(row)],
    }


def _sealed_from(user: Any, row: Any) -> bool:
    """Whether rows under seal name somebody, of which this user may not know who they named before a merge."""
    return sides.rows_under_seal(row, row, user)


def _row(request: HttpRequest, kind: str, pk: int) -> Any:
    return _owner(BOXES[kind][0]._meta.label_lower, request, pk)


def _owner(label: str, request: HttpRequest, pk: int) -> Any:
    """A row that the user may see. Raises Http404."""
    model = next(model for model, _, _ in BOXES.values() if model._meta.label_lower == label)
    return get_object_or_404(admin.site.get_model_admin(model).get_queryset(request), pk=pk)


def _other(request: HttpRequest, kind: str) -> Any:
    number = request.GET.get("other", "")
    return _row(request, kind, int(number)) if number.isdecimal() and len(number) < 18 else None


def _may_change(user: Any, row: Any) -> bool:
    return bool(user.has_perm(f"parties.change_{row._meta.model_name}"))


def _refuse_unless_allowed(request: HttpRequest, *rows: Any) -> None:
    if not all(_may_change(request.user, row) for row in rows):
        raise PermissionDenied
    if any(map(is_public_row, rows)) and not may_publish(request.user):
        raise PermissionDenied("One of the two is public: only somebody who may publish can merge them or part them.")


def _moved(act: Merge) -> str:
    count = sum(map(len, act.moved.values()))
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def _ask(request: HttpRequest, kind: str, kept: Any) -> HttpResponse:
    model, source, name = BOXES[kind]
    box = GrowingSelect(source._meta.get_field(name), admin.site)
    label = f"The {model._meta.verbose_name} that is the same"
    form = type(
        "Other",
        (forms.Form,),
        {"other": forms.ModelChoiceField(model._default_manager.none(), widget=box, label=label)},
    )()
    context = {
        **admin.site.each_context(request),
        "title": f"Merge with another {model._meta.verbose_name}",
        "subtitle": str(kept),
        "opts": model._meta,
        "form": form,
        "media": forms.Media(js=["admin/js/vendor/jquery/jquery.js", "admin/js/jquery.init.js"]) + form.media,
    }
    return TemplateResponse(request, "admin/ask_start.html", context)


def _alias_kinds(kind: str, found: merging.Plan) -> list[tuple[str, Any]]:
    """As what other name the merged one may be kept; none where that would make a name public that is not."""
    differs = kind == "party" and found.kept.name != found.merged.name
    return list(AliasKind.choices) if differs and not found.discloses else []


def _page(request: HttpRequest, kind: str, found: merging.Plan) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": f"Merge “{found.merged}” into “{found.kept}”",
        "kind": kind,
        "kept": sides.side(found.kept),
        "merged": sides.side(found.merged),
        "moves": sides.groups(found.moves),
        "stays": sides.groups(found.stays),
        "obstacles": found.obstacles,
        "leads_on": found.leads_on,
        "shown": found.digest,
        "alias_kinds": _alias_kinds(kind, found),
        "back": desk_page(found.kept),
    }
    return TemplateResponse(request, "admin/merging/merge.html", context)
