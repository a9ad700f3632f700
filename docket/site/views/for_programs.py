"""What programs ask a site for: robots.txt, sitemaps of what is public, /.well-known/security.txt (RFC 9116)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.models import Case, CaseParty, Matter, MatterParty
from docket.publishing.visibility import CONTENT_WITHHELD
from parties.models import Party

WITHHELD_FROM_SEARCH = Q(noindex=True) | Q(is_sample=True)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; searches within the site need not be."""
    lines = ["User-agent: *", "Disallow: /*?", f"Sitemap: {settings.PUBLIC_BASE_URL}{reverse('sitemaps')}", ""]
    return HttpResponse("\n".join(lines), "text/plain; charset=utf-8")


@require_safe
def sitemaps(request: HttpRequest) -> TemplateResponse:
    """The list of sitemaps: one for each first letter of the public ids in use, so each stays small."""
    addresses = [
        reverse("sitemap", args=[kind, letter])
        for kind in KINDS
        for letter in _rows(kind).order_by().values_list(Left("public_id", 1), flat=True).distinct()
    ]
    return TemplateResponse(
        request, "docket/files/sitemaps.xml", {"addresses": sorted(addresses)}, content_type="application/xml"
    )


@require_safe
def sitemap(request: HttpRequest, kind: str, letter: str) -> TemplateResponse:
    """The pages of one kind whose public id begins with that letter."""
    if kind not in KINDS:
        raise Http404
    rows = _rows(kind).filter(public_id__startswith=letter).order_by("public_id")
    return TemplateResponse(request, "docket/files/sitemap.xml", {"rows": rows}, content_type="application/xml")


def _rows(kind: str) -> QuerySet[Any]:
    return KINDS[kind]()


def _matters() -> QuerySet[Any]:
    return Matter.objects.exclude(WITHHELD_FROM_SEARCH).exclude(visibility__in=CONTENT_WITHHELD)


def _cases() -> QuerySet[Any]:
    return Case.objects.exclude(WITHHELD_FROM_SEARCH).exclude(visibility__in=CONTENT_WITHHELD)


def _parties() -> QuerySet[Any]:
    """Those with a part in something that is not itself kept from search engines."""
    in_case = CaseParty.objects.filter(party=OuterRef("pk"), case__in=_cases())
    in_matter = MatterParty.objects.filter(party=OuterRef("pk"), matter__in=_matters())
    return Party.objects.filter(Exists(in_case) | Exists(in_matter))


KINDS = {"matters": _matters, "cases": _cases, "parties": _parties}


# RFC 9116 2.5.5 advises less than a year
VALID = timedelta(days=180)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Always there: without an address of its own it names the page on which the site says how it is reached."""
    return HttpResponse(lines_of_security_txt(timezone.localdate()), "text/plain; charset=utf-8")


def lines_of_security_txt(today: date) -> str:
    """The lines, the last of them empty."""
    contact = settings.SECURITY_CONTACT or f"{settings.PUBLIC_BASE_URL}{reverse('page', args=['contact'])}"
    lines = [
        f"Contact: {f'mailto:{contact}' if '@' in contact and ':' not in contact else contact}",
        f"Expires: {today + VALID}T00:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {settings.PUBLIC_BASE_URL}{reverse('security_txt')}",
        "",
    ]
    return "\n".join(lines)
