"""What django-allauth asks of the desk: who may sign in, from where, and how secrets are kept."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from docket.desk.accounts import cipher
from docket.desk.accounts.sessions import BEGAN
from docket.site.serving.client_address import client_address

NOT_STAFF = "This account does not belong to the staff: ask an administrator to tick “Staff status”."


class StaffAccounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up; whoever is not staff stays outside."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address by which the throttles count too."""
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted in the database (throttle.py), so as to let nobody lock out somebody else."""

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Staff only, by password or by passkey."""
        if user.is_staff and user.is_active:
            return None
        messages.error(request, NOT_STAFF)
        return HttpResponseRedirect(reverse("admin:login"))

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Errors only: the page to which one comes says the rest."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends no mail."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not while the sign-in itself is that young."""
        began = float(context.request.session.get(BEGAN, 0))
        return time.time() - began > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps and recovery codes are encrypted: a stolen dump of the database signs nobody in."""

    def encrypt(self, text: str) -> str:
        """The text, unreadable without the desk's SECRET_KEY."""
        return cipher.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The text of which `encrypt` made this. Raises ValueError where no key of the desk fits."""
        return cipher.decrypt(encrypted_text)

    def get_totp_label(self, user: Any) -> str:
        """The name by which one signs in."""
        return str(user.get_username())

    def get_totp_issuer(self) -> str:
        """What the app calls it."""
        return f"{settings.SITE_NAME} desk"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site's name, as a passkey shows it."""
        known: dict[str, str] = super().get_public_key_credential_rp_entity()
        return known | {"name": self.get_totp_issuer()}

    def _get_site_name(self) -> str:
        return self.get_totp_issuer()
