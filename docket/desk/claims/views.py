"""The pages on which claims are entered from a filing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from docket.desk.addresses import desk_page
from docket.desk.claims.answer import Answering
from docket.desk.claims.case_closing import propose_closing
from docket.desk.claims.filing import OpenFiling, open_filing
from docket.desk.claims.order import OutcomeSheet
from docket.desk.claims.pleading import Pleading
from docket.desk.claims.wording import listed
from docket.desk.deadlines.after_save import after_filing, after_services
from docket.desk.publication import personal_data


def pleaded_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The counts of a pleading, by party."""
    opened = open_filing(request, pk)
    sheet = Pleading(opened, request)
    saves = request.method == "POST" and "_more" not in request.POST
    if saves and sheet.is_valid():
        return _saved(request, opened, sheet.save(), request.get_full_path())
    context = {
        **opened.context(request, f"{opened.words.claims.capitalize()} of this pleading"),
        "sheet": sheet,
        "carrying": sheet.carrying,
        "stale_forms": sheet.stale_forms if saves else [],
        "errors": saves,
        "warned": personal_data.in_forms([*sheet.counts, *sheet.blanks], request.POST),
    }
    return TemplateResponse(request, "admin/claims/pleaded.html", context)


def answered_view(request: HttpRequest, pk: int) -> HttpResponse:
    """What an answer says to which claims."""
    opened = open_filing(request, pk)
    sheet = Answering(opened, request)
    if request.method == "POST" and sheet.is_valid():
        done = sheet.save()
        after_filing(request, opened.filing)
        return _saved(request, opened, done, request.get_full_path())
    title = f"{opened.words.claims.capitalize()} that this filing answers"
    context = {**opened.context(request, title), "sheet": sheet, "errors": request.method == "POST"}
    return TemplateResponse(request, "admin/claims/answered.html", context)


def decided_view(request: HttpRequest, pk: int) -> HttpResponse:
    """What an order, judgment or award does to which claims, of its own case or, with `?of=`, of a linked one."""
    opened = open_filing(request, pk)
    sheet = OutcomeSheet(opened, request)
    if request.method == "POST" and sheet.is_valid():
        ended = [cell.name for cell in sheet.already_ended]
        done = sheet.save()
        if ended:
            messages.warning(request, f"Had ended before: {listed(ended[:6])}. Look whether that is meant.")
        response = _saved(request, opened, done, request.get_full_path())
        propose_closing(request, sheet.case)
        return response
    title = f"{sheet.words.claims.capitalize()} that this filing decides"
    warned = personal_data.in_forms([sheet], request.POST)
    context = {**opened.context(request, title), "sheet": sheet, "errors": request.method == "POST", "warned": warned}
    return TemplateResponse(request, "admin/claims/decided.html", context)


def _saved(request: HttpRequest, opened: OpenFiling, done: list[str], again: str) -> HttpResponse:
    """Say what was done, propose what follows, go on."""
    if done:
        words = listed(done)
        messages.success(request, f"{words[:1].upper()}{words[1:]}.")
        after_services(request, opened.case)
    else:
        messages.info(request, "Nothing was entered.")
    return HttpResponseRedirect(again if "_addanother" in request.POST else desk_page(opened.filing))
