"""Where a second factor is required, no page of the desk opens without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from docket.desk.accounts.sign_in import used_second_factor

# by name of address: what somebody needs who has yet to set one up, and what somebody who has to show it
TO_SET_UP = ("account_", "mfa_")
TO_SHOW = ("mfa_reauthenticate", "account_logout")


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
        if used_second_factor(request):
            return None
        is_set_up = is_mfa_enabled(request.user)
        name = (request.resolver_match.url_name or "") if request.resolver_match else ""
        if name.startswith(TO_SHOW if is_set_up else TO_SET_UP):
            return None
        to = _way_to_show(request) if is_set_up else "mfa_index"
        return HttpResponseRedirect(f"{reverse(to)}?{urlencode({'next': request.get_full_path()})}")


def _way_to_show(request: HttpRequest) -> str:
    has_app = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    return "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"
