"""Where a second factor is required, no page of the desk opens without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from docket.desk.accounts.sign_in import used_second_factor

# by name of address: what somebody needs who has yet to set it up
OPEN = ("account_", "mfa_")


class SecondFactor:
    """Whoever has none sets one up first; whoever has one and did not use it shows it first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        """After StaffOnly: those who come here are staff, or see what is open to all."""
        if not settings.SECOND_FACTOR_REQUIRED or not getattr(request.user, "is_staff", False):
            return None
        if _is_open(request) or used_second_factor(request):
            return None
        name = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_index"
        return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def _is_open(request: HttpRequest) -> bool:
    found = request.resolver_match
    return found is not None and (found.url_name or "").startswith(OPEN)
