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

from docket.desk.accounts.proof import prove_again
from docket.desk.addresses import desk_page
from docket.desk.publication import acts, disclosure, gone_out, shown, side_by_side, unruled
from docket.desk.publication import contradicting as contradictions_of
from docket.desk.publication.public_page import public_address, rendered
from docket.desk.publication.trial import Trial
from docket.publishing import verbs
from docket.publishing.rules import Published, publication_of
from docket.publishing.why import Reason, why_not


class ActForm(forms.Form):
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

    def __init__(self, act: str, *args: Any, contradicts: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if contradicts:
            self.fields["known"] = forms.BooleanField(
                label="I have looked at what contradicts itself",
                error_messages={"required": "Two things in this record cannot both be right: look at them first."},
            )
        self.fields["authority"].required = act in acts.WEIGHTY
        if act == "expunge":
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
    possible = acts.possible(row, request.user)
    mine = [act for act in possible if acts.may(request.user, act)]
    asked = request.POST.get("verb") or request.GET.get("verb") or (mine[0] if mine else "")
    act = asked if asked in possible else ""
    if request.method == "POST" and act not in mine:
        raise PermissionDenied
    if act in acts.WEIGHTY and act in mine:
        prove_again(request)
    contradicting = contradictions_of.found(row, act, request.user)
    form = ActForm(act, request.POST or None, contradicts=bool(contradicting))
    trial = Trial(row, act)
    falsified, misread = disclosure.falsified(trial, request.user), unruled.misread(trial, request.user)
    different: list[shown.Told] | None = None
    done: acts.Seen | None = None
    is_wanting = False
    try:
        if request.method == "POST" and form.is_valid():
            done = _done(request, row, act, form, falsified, misread)
    except shown.Different as refused:
        different = shown.in_words(refused.differences, request.user)
    except shown.WANTING:
        is_wanting = True
    if done:
        messages.success(request, _said(act, row, done, request.user))
        return HttpResponseRedirect(desk_page(row))
    remembered, seen = _remembered(trial, falsified, misread) if act in mine else ("", shown.NOTHING)
    context = (
        _context(request, owner, row, act)
        | {
            "acts": [(name, acts.NAMES[name], acts.EXPLAINED[name]) for name in possible],
            "may": act in mine,
            "falsified": falsified,
            "misread": misread,
            "contradicting": contradicting,
            "form": form,
            "different": different,
            "shown": remembered,
            "sides": side_by_side.of_trial(trial, request.user) if remembered else [],
        }
        | shown.warnings(seen, request.user, request.POST, refused=is_wanting)
    )
    response = TemplateResponse(request, "admin/publication/publication.html", context)
    response._csp_update = {"frame-src": ["'self'"]}  # type: ignore[attr-defined]
    return response


def _context(request: HttpRequest, owner: Any, row: Any, act: str) -> dict[str, Any]:
    """What the page says of the row and of an act on it."""
    return {
        **owner.admin_site.each_context(request),
        "title": f"Publication of {owner.opts.verbose_name}",
        "subtitle": str(row),
        "opts": owner.opts,
        "row": row,
        "row_page": desk_page(row),
        "publication": summary(row),
        "act": act,
        "name": acts.NAMES.get(act, ""),
        "explained": acts.EXPLAINED.get(act, ""),
        "below": _below(row, act),
        "preview": f"{request.path}preview/?verb={act}" if public_address(row) and act != "expunge" else "",
    }


def _done(
    request: HttpRequest,
    row: Any,
    act: str,
    form: ActForm,
    falsified: list[disclosure.Falsified],
    misread: list[unruled.Misread],
) -> acts.Seen | None:
    """What was seen of the act; None, with the errors in the form, if it was refused."""
    reason, authority = form.cleaned_data["reason"], form.cleaned_data["authority"]
    try:
        with transaction.atomic():
            seen = _do_as_shown(request, row, act, reason, authority, falsified, misread)
            disclosure.choose(request.POST, falsified)
            unruled.choose(request.POST, misread)
    except (shown.Different, *shown.WANTING):
        raise
    except ValidationError as error:
        form.add_error(None, ValidationError(error.messages))
        return None
    return seen


def _do_as_shown(
    request: HttpRequest,
    row: Any,
    act: str,
    reason: str,
    authority: str,
    falsified: list[disclosure.Falsified],
    misread: list[unruled.Misread],
) -> acts.Seen:
    def do() -> None:
        acts.do(act, row, actor=request.user, reason=reason, authority=authority)
        # after the act, which takes the chain's lock before any row's, and before the drain: see `outcome.done`
        disclosure.hold(falsified)
        unruled.hold(misread)

    if act == "expunge":  # nothing goes out by it
        do()
        return shown.NOTHING
    besides = shown.said([*falsified, *misread])
    return shown.do_as_shown(request.POST, lambda: acts.look(do, goes_out=act in acts.GOES_OUT), besides, request.user)


def _said(act: str, row: Any, done: acts.Seen, user: Any) -> SafeString:
    return gone_out.said(acts.past(act), f"“{row}”", done.outcome if act in acts.GOES_OUT else {}, user)


def _remembered(
    trial: Trial, falsified: list[disclosure.Falsified], misread: list[unruled.Misread]
) -> tuple[str, acts.Seen]:
    """What the page shows of an act, for its form, and what else is seen of it."""
    if trial.act == "expunge":
        return "", shown.NOTHING
    return shown.remembered(lambda: trial.seen, shown.said([*falsified, *misread]))


def _below(row: Any, act: str) -> list[tuple[int, str]]:
    """What goes public with it: how many of what."""
    drafts = verbs.drafts_below(row) if act in ("publish", acts.HELD) else {}
    return [
        (len(ids), str(model._meta.verbose_name if len(ids) == 1 else model._meta.verbose_name_plural))
        for model, ids in drafts.items()
    ]


def preview(request: HttpRequest, row: Any) -> HttpResponse:
    """The public page as it would be after `?verb=`, from the published schema; for the frame in `page` only."""
    act = request.GET.get("verb", "")
    response = rendered(request, row, act if act in acts.possible(row, request.user) else "")
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["Cache-Control"] = "no-store"
    response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
    return response
