"""Several rows of a list: published, hidden or sealed with one reason and an event for each, or taken away as CSV."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.template.response import TemplateResponse

from docket.desk.accounts.proof import prove_again
from docket.desk.accounts.readings import note_reading
from docket.desk.clearance import cleared, open_tables
from docket.desk.publication import acts, disclosure, gone_out, shown, side_by_side, unruled
from docket.desk.publication.page import ActForm
from docket.models import SealedReading
from docket.publishing import verbs
from docket.publishing.rules import Published, publication_of
from docket.site.exports.columns import File
from docket.site.exports.files import FILES
from docket.site.views.downloads import csv_response

IN_BULK = ("publish", "hide", "seal")
MOST = 500
TOO_MANY = f"More than {MOST} rows are selected. Publishing or sealing a case takes its filings along: do that instead."
SETTLED = "{} claims, motions or pleadings whose public status would be false now read “record incomplete”."
Action = Callable[[Any, HttpRequest, "QuerySet[Any]"], HttpResponseBase | None]


def actions(model: type[models.Model], user: Any) -> dict[str, tuple[Action, str, str]]:
    """What a list offers to this user, as Django's get_actions wants it: name → (function, name, words)."""
    found = {verb: (_action(verb), verb, f"{verb.capitalize()} selected …") for verb in _verbs(model, user)}
    if file := file_of(model):
        found["export_csv"] = (_exported(file), "export_csv", "Export selected as CSV")
    return found


def _verbs(model: type[models.Model], user: Any) -> list[str]:
    rule = publication_of(model)
    if not isinstance(rule, Published) or not (rule.says_so or rule.presence):
        return []
    names = [verb for verb in IN_BULK if user.has_perm(verbs.VERBS[verb].permission)]
    return names if rule.placeholder else [verb for verb in names if verb != "seal"]


def file_of(model: type[models.Model]) -> File | None:
    """The file whose rows are a model's: the public one, filled from what the user may see."""
    return next((file for file in FILES if not file.joins and file.listed().model is model), None)


def _exported(file: File) -> Action:
    def export(owner: Any, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponseBase:
        """Streamed: the list's rows are asked for again, by their ids, when the file is sent."""
        staffs = owner.model._default_manager.filter(pk__in=rows.order_by().values("pk"))
        note_reading(request.user, staffs, SealedReading.Page.FILE)
        asked = file.filter(QueryDict(), cleared(staffs, request.user), request=request)
        asked.is_valid()  # nothing is asked but the rows themselves
        response = csv_response(file, asked, f"{file.name}_desk", only=open_tables(request.user))
        response.headers["Cache-Control"] = "no-store"
        return response

    return export


def _action(verb: str) -> Action:
    def act(owner: Any, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        if verb in acts.WEIGHTY:
            prove_again(request)
        chosen = list(rows[: MOST + 1])
        if len(chosen) > MOST:
            messages.error(request, TOO_MANY)
            return None
        ready = [row for row in chosen if verb in verbs.allowed(row)]
        form = ActForm(verb, request.POST if "reason" in request.POST else None)
        different: list[shown.Told] | None = None
        done: acts.Seen | None = None
        is_wanting = False
        try:
            if form.is_bound and form.is_valid():
                done = _done(request, verb, ready, form)
        except shown.Different as refused:
            different = shown.in_words(refused.differences, request.user)
        except shown.WANTING:
            is_wanting = True
        if done:
            went_out = done.outcome if verb in acts.GOES_OUT else {}
            how_many = f"{len(ready)} {owner.opts.verbose_name_plural}"
            messages.success(request, gone_out.said(verbs.VERBS[verb].past, how_many, went_out, request.user))
            return None
        remembered, seen = _remembered(verb, ready)
        context = _context(owner, request, verb, chosen, ready, form) | {
            "different": different,
            "shown": remembered,
            "sides": side_by_side.of_rows(seen, request.user) if remembered else [],
            **shown.warnings(seen, request.user, request.POST, refused=is_wanting),
        }
        return TemplateResponse(request, "admin/publication/bulk.html", context)

    return act


def _done(request: HttpRequest, verb: str, rows: list[Any], form: ActForm) -> acts.Seen | None:
    """What was seen of the acts; None, with the errors in the form, if one was refused."""
    reason, authority = form.cleaned_data["reason"], form.cleaned_data["authority"]
    settled = 0

    def do() -> None:
        nonlocal settled
        for row in _in_turn(rows):
            verbs.act(verb, row, actor=request.user, reason=reason, authority=authority)
        settled = _settled(verb, rows)

    try:
        with transaction.atomic():
            seen = shown.do_as_shown(
                request.POST, lambda: acts.look(do, goes_out=verb in acts.GOES_OUT), {}, request.user
            )
        if settled:
            messages.warning(request, SETTLED.format(settled))
    except (shown.Different, *shown.WANTING):
        raise
    except ValidationError as error:
        form.add_error(None, ValidationError(error.messages))
        return None
    return seen


def _in_turn(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.pk)


def _settled(verb: str, rows: list[Any]) -> int:
    """What nobody was asked about says “record incomplete”: of how many rows."""
    return disclosure.settle(rows) + unruled.settle(rows) if verb != "publish" else 0


def _remembered(verb: str, rows: list[Any]) -> tuple[str, acts.Seen]:
    """What the page shows of the acts, for its form, and what else is seen of them."""

    def try_out() -> None:
        for row in _in_turn(rows):
            acts.try_out(verb, row)
        _settled(verb, rows)

    look = partial(acts.look_closely, try_out, goes_out=verb in acts.GOES_OUT)
    return shown.remembered(lambda: acts.undone(look), {})


def _context(
    owner: Any, request: HttpRequest, verb: str, chosen: list[Any], ready: list[Any], form: ActForm
) -> dict[str, Any]:
    below = verbs.drafts_below(*ready) if verb == "publish" else {}
    return {
        **owner.admin_site.each_context(request),
        "title": f"{verb.capitalize()} {len(ready)} {owner.opts.verbose_name_plural}",
        "opts": owner.opts,
        "verb": verb,
        "explained": acts.EXPLAINED[verb],
        "rows": ready,
        "left_out": len(chosen) - len(ready),
        "below": [(len(ids), str(model._meta.verbose_name_plural)) for model, ids in below.items()],
        "form": form,
        "selected": [row.pk for row in chosen],
        "checkbox": ACTION_CHECKBOX_NAME,
    }
