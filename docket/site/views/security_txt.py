"""/.well-known/security.txt: whom to tell of a hole (RFC 9116)."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

# RFC 9116 2.5.5 advises less than a year
VALID = timedelta(days=180)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Always there: without an address of its own it names the page on which the site says how it is reached."""
    return HttpResponse(text(timezone.localdate()), "text/plain; charset=utf-8")


def text(today: date) -> str:
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
