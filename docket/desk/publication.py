"""A row's publication: what keeps it from the public, the verbs that change that, and a true preview of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from docket.desk import disclosure
from docket.desk.addresses import desk_page
from docket.desk.public_page import public_address, rendered
from docket.publishing import verbs
from docket.publishing.rules import Published, publication_of
from docket.publishing.why import Reason, why_not

WEIGHTY = ("seal", "remove", "unseal", "expunge")
EXPLAINED = {
    "publish": "The public sees it, with the drafts below it.",
    "unpublish": "Back to a draft: nothing tells it from an unknown address.",
    "hide": "Nothing tells it from an unknown address; it stays hidden until someone publishes it.",
    "seal": "By order: a placeholder stays, its text moves to the vault.",
    "remove": "Taken down: the address answers that the record was removed.",
    "unseal": "The text comes back from the vault and the public sees it again.",
    "expunge": "The values are erased from the record, its history, files and search. Nothing brings them back.",
}


class VerbForm(forms.Form):
    """Why, and by what authority."""

    reason = forms.CharField(
        min_length=3,
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
        help_text="Kept with your name. Never public.",
    )
    authority = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="The order or rule: “Order of 3 May 2024, entry 41”.",
    )

    def __init__(self, verb: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].required = verb in WEIGHTY
        if verb == "expunge":
            self.fields["for_good"] = forms.BooleanField(label="I know that nothing brings it back")


@dataclass(frozen=True)
class Summary:
    """What a page of the desk says of a row's publication."""

    reasons: list[tuple[str, str]]  # words, address of the page that takes the obstacle away
    address: str  # of the publication page, empty where the row has no visibility of its own
    public_page: str


def summary(row: models.Model) -> Summary | None:
    """Of a row of a published model; None for the vault."""
    if not isinstance(publication_of(type(row)), Published):
        return None
    reasons = [(reason.words, _remedy(reason)) for reason in why_not(row)]
    return Summary(reasons, _publication(row), public_address(row) or "")


def state(reasons: list[Reason]) -> SafeString:
    """“public”, or the first thing in the way with the click that takes it away."""
    if not reasons:
        return format_html('<span class="state is-public">{}</span>', "public")
    first, more = reasons[0], len(reasons) - 1
    words = f"{first.words}{f' (and {more} more)' if more else ''}"
    remedy = _remedy(first)
    because = format_html('<a href="{}">{}</a>', remedy, words) if remedy else words
    return format_html('<span class="state is-withheld">not public</span> because {}', because)


def _remedy(reason: Reason) -> str:
    return _publication(reason.blocker) or desk_page(reason.blocker)


def _publication(row: models.Model) -> str:
    return desk_page(row, "publication") if verbs.allowed(row) else ""


def page(request: HttpRequest, owner: Any, row: Any) -> HttpResponse:
    """GET shows what an act would do; POST does it. `owner` is the row's ModelAdmin."""
    possible = [verb for verb in verbs.allowed(row) if request.user.has_perm(verbs.VERBS[verb].permission)]
    asked = request.POST.get("verb") or request.GET.get("verb") or (possible[0] if possible else "")
    verb = asked if asked in verbs.allowed(row) else ""
    if request.method == "POST" and verb not in possible:
        raise PermissionDenied
    form = VerbForm(verb, request.POST or None)
    falsified = disclosure.falsified(row, verb)
    if request.method == "POST" and form.is_valid() and _done(request, row, verb, form, falsified):
        messages.success(request, f"{verbs.VERBS[verb].past}: “{row}”.")
        return HttpResponseRedirect(desk_page(row))
    context = {
        **owner.admin_site.each_context(request),
        "title": f"Publication of {owner.opts.verbose_name}",
        "subtitle": str(row),
        "opts": owner.opts,
        "row": row,
        "publication": summary(row),
        "verb": verb,
        "verbs": [(name, EXPLAINED[name], name in possible) for name in verbs.allowed(row)],
        "explained": EXPLAINED.get(verb, ""),
        "may": verb in possible,
        "below": _below(row, verb),
        "falsified": falsified,
        "form": form,
        "preview": f"{request.path}preview/?verb={verb}" if public_address(row) and verb != "expunge" else "",
    }
    response = TemplateResponse(request, "admin/publication.html", context)
    response._csp_update = {"frame-src": ["'self'"]}  # type: ignore[attr-defined]
    return response


def _done(request: HttpRequest, row: Any, verb: str, form: VerbForm, falsified: list[disclosure.Falsified]) -> bool:
    reason, authority = form.cleaned_data["reason"], form.cleaned_data["authority"]
    try:
        with transaction.atomic():
            verbs.act(verb, row, actor=request.user, reason=reason, authority=authority)
            # after the act, which takes the chain's lock before any row's
            disclosure.choose(request.POST, falsified)
    except ValidationError as error:
        form.add_error(None, ValidationError(error.messages))
        return False
    return True


def _below(row: Any, verb: str) -> list[tuple[int, str]]:
    """What goes public with it: how many of what."""
    drafts = verbs.drafts_below(row) if verb == "publish" else {}
    return [
        (len(ids), str(model._meta.verbose_name if len(ids) == 1 else model._meta.verbose_name_plural))
        for model, ids in drafts.items()
    ]


def preview(request: HttpRequest, row: Any) -> HttpResponse:
    """The public page as it would be after `?verb=`, from the published schema; for the frame in `page` only."""
    verb = request.GET.get("verb", "")
    response = rendered(request, row, verb if verb in verbs.allowed(row) else "")
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["Cache-Control"] = "no-store"
    response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
    return response
