"""The desk's sign-in: name and password, then the second factor where there is one; or a passkey alone."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from axes.models import AccessFailureLog
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from docket.site.serving.client_address import client_address


class SignInForm(LoginForm):  # type: ignore[misc]
    """As Django's own form names its boxes."""

    def add_prefix(self, field_name: str) -> str:
        """`username`, which browsers and password managers have kept."""
        return str(super().add_prefix("username" if field_name == "login" else field_name))


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """A code of the app, or a recovery code; a wrong one is noted as a failed sign-in."""

    def clean_code(self) -> Any:
        """The code, if it is right."""
        try:
            return super().clean_code()
        except ValidationError:
            note_failure(context.request, self.user.get_username())
            raise


def note_failure(request: HttpRequest, username: str) -> None:
    """A password that was right and a code that was wrong: somebody may have the password."""
    AccessFailureLog.objects.create(
        username=username,
        ip_address=client_address(request) or None,
        user_agent=request.headers.get("User-Agent", "")[:255],
        http_accept=request.headers.get("Accept", "")[:1025],
        path_info=request.path[:255],
    )


def used_second_factor(request: HttpRequest) -> bool:
    """Whether this session has met it: at sign-in, or when it was asked again."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
