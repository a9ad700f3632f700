"""A case: who claims what from whom, where it stands, what comes next, and the docket sheet."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from docket.choices import INITIATING, CaseCategory, FilingState, FilingType
from docket.models import Case
from docket.models.parts.forum_zones import NO_FORUM
from docket.site.grid.overview import Overview, overview_of
from docket.site.grid.page import Grid, grid_of
from docket.site.grid.question import GridQuestion
from docket.site.grid.records import claims_of
from docket.site.looking_back.pages import looking_back
from docket.site.one_party import with_heads, without_disposition
from docket.site.prose import account_of
from docket.site.serving.page_cache import PageCache
from docket.site.serving.release import release
from docket.site.sheet.agenda import agenda
from docket.site.sheet.citations import cite_case
from docket.site.sheet.details import Details, details_of
from docket.site.sheet.fetch import fetch
from docket.site.sheet.page import sheet_of
from docket.site.sheet.question import Question
from docket.site.sheet.sides import SideOfCase, sides_of
from docket.site.sheet.threads import threads_of
from docket.site.sheet.whole import whole_of
from docket.site.views.answers import gone, is_sealed, moved
from docket.site.why_case import why_case
from docket.site.wording import case_status_words, digest, notices, tally

# All that an unchanged page takes.
REVISION = """
select r.number, f.time_zone from docket_case c join docket_caserevision r on r.case_id = c.id
left join docket_forum f on f.id = c.forum_id where c.public_id = %s
"""

_rendered = PageCache(largest=16_000_000)


@require_safe
def case_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponseBase:
    """The case's page; on the public site not rendered again while neither the case nor the day has changed."""
    if settings.DESK:
        return _answer(request, public_id, timezone.localdate())
    revisions = fetch(REVISION, [public_id])
    if not revisions:
        raise Http404
    today = timezone.localdate(timezone=ZoneInfo(revisions[0].time_zone or NO_FORUM))
    return _validated(request, public_id, today, f'W/"{release()}-{revisions[0].number}-{today:%Y%m%d}"')


def _validated(request: HttpRequest, public_id: str, today: date, etag: str) -> HttpResponseBase:
    fresh = HttpResponse(headers={"ETag": etag})
    if (answer := get_conditional_response(request, etag=etag, response=fresh)) is not fresh and answer:
        return answer
    address, first_page = request.get_full_path(), not request.META.get("QUERY_STRING") and not settings.DEBUG
    if first_page and (kept := _rendered.get(address, etag)):
        return _unpacked(request, fresh, kept)
    response = _answer(request, public_id, today, etag)
    if response.status_code == 200 and isinstance(response, TemplateResponse):
        response.headers["ETag"] = etag
        if first_page and not (response.context_data or {})["noindex"]:
            response.add_post_render_callback(lambda done: _rendered.put(address, etag, gzip.compress(done.content, 6)))
    return response


def _unpacked(request: HttpRequest, response: HttpResponse, kept: bytes) -> HttpResponse:
    """Pages are kept compressed, as most readers take them."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response.headers["Content-Encoding"] = "gzip"
        response.content = kept
    else:
        response.content = gzip.decompress(kept)
    return response


def _answer(request: HttpRequest, public_id: str, today: date, revision: str = "") -> HttpResponseBase:
    case = Case.objects.select_related("forum").filter(public_id=public_id).first()
    if case is None:
        raise Http404
    if placeholder := gone(request, case):
        return placeholder
    if is_sealed(case):
        return _sealed(request, case)
    address = case.get_absolute_url()
    if elsewhere := moved(request, address):
        return elsewhere
    if earlier := looking_back(request, case, address, today):
        return earlier
    return TemplateResponse(request, "docket/case/case.html", _context(request, case, address, today, revision))


def _sealed(request: HttpRequest, case: Case) -> TemplateResponse:
    context = {
        "case": case,
        "title": "Sealed v. Sealed",
        "canonical": reverse("case", args=[case.public_id]),
        "noindex": True,
    }
    return TemplateResponse(request, "docket/case/case_sealed.html", context)


def _context(request: HttpRequest, case: Any, address: str, today: date, revision: str) -> dict[str, Any]:
    asked = GridQuestion.of(request.GET)
    read = claims_of(case)
    rows = None if asked.is_tabled else overview_of(read, asked, today)
    grid = rows or grid_of(case, asked, today, read)
    if asked.is_of_a_party:
        without_disposition([case])
    question, whole = Question.of(request.GET), whole_of(case, revision)
    if question.by_thread:
        sheet = threads_of(case, question, today, whole.gaps)
    else:
        sheet = sheet_of(case, question, whole.gaps)
    details = details_of(case, today, whole)
    sheet.mark_operative(details.motions.operative)
    sides = sides_of(case)
    title = case.caption_short or case.caption
    where = case.forum_name
    number = f"No. {case.docket_number}" if case.docket_number else "number not reported"
    status = case_status_words(case, today)
    with_heads([case])
    text = details.summaries[0].text if details.summaries else ""
    return {
        "case": case,
        "details": details,
        "title": f"{title}, {number}" if case.docket_number else title,
        "description": f"{title}: {case.get_category_display().lower()} case, {where}, {number}. {status}. "
        "Parties, claims, what comes next and the docket.",
        "canonical": address,
        "feed": reverse("case_atom", args=[case.public_id]),
        "crumbs": _crumbs(details),
        "noindex": case.noindex or case.is_sample or question.narrows or asked.is_tabled,
        "about": {"@type": "CreativeWork", "name": case.caption, "identifier": case.docket_number},
        "status": status,
        "sides": sides,
        "grid": None if rows else grid,
        "rows": rows,
        "question": asked,
        "contents": _contents(case, details, rows, sides),
        "account": account_of(text),
        "charges": case.category == CaseCategory.CRIMINAL,
        "unentered": _unentered(case, grid),
        "notices": notices(case.category, grid.statuses_named, is_whole=grid.is_whole),
        "digest": _digest(case, grid, has_account=bool(text)),
        "agenda": agenda(case, details),
        "why": why_case(case, details, asked.is_of_a_party),
        "sheet": sheet,
        "cited": cite_case(case, sides, today),
    }


def _unentered(case: Case, shown: Overview | Grid) -> str:
    """What is said where no claim is shown; of a complaint only where one is in the docket."""
    if (shown.lines if isinstance(shown, Overview) else shown.rows) or shown.question.narrows:
        return ""
    filing = case.filings.filter(filing_type__in=INITIATING, state=FilingState.OK).order_by("sequence").first()
    if filing is None:
        return "No claims are in this record."
    words = str(FilingType(filing.filing_type).label)
    return f"Not yet entered from the {words[:1].lower()}{words[1:]}."


def _contents(
    case: Case, details: Details, rows: Overview | None, sides: list[SideOfCase]
) -> list[tuple[str, str, int | None]]:
    """The bar that stays: an address within the page, its words and how many stand there."""
    charged = case.category == CaseCategory.CRIMINAL
    return [
        ("#main", "Where it stands", None),
        ("#claims", "Charges" if charged else "Claims", len(rows.lines) if rows else None),
        ("#parties", "Parties", sum(side.total for side in sides)),
        ("#docket", "Docket", details.filing_count),
        ("?kind=documents#docket", "Documents", None),
        ("#about", "About the case", None),
        ("#cite", "Cite", None),
        ("#data", "Other days, data", None),
    ]


def _crumbs(details: Details) -> list[tuple[str, str]]:
    for matter in details.matters[:1]:
        return [("Matters", reverse("matters")), (matter.title, matter.get_absolute_url())]
    return [("Cases", reverse("cases"))]


def _digest(case: Case, grid: Grid | Overview, has_account: bool) -> str:
    """Who claims what from whom where nobody has written an account of it; how the charges of a case stand, always."""
    sentences = [] if has_account else [digest(case.category, grid.charges)]
    if case.category == CaseCategory.CRIMINAL and grid.counts:
        sentences.append(f"In this record: {tally(grid.counts)}.")
    return " ".join(filter(None, sentences))
