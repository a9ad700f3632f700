"""Somebody of the staff with a password, and the codes that their authenticator app would show."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

PASSWORD = "a-long-password"


def casey(**columns: Any) -> Any:
    return get_user_model().objects.create_user("casey", password=PASSWORD, **{"is_staff": True, **columns})


def with_app(user: Any) -> str:
    """The secret of the app that is set up for them, with recovery codes beside."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return str(secret)


def code(secret: str, *, steps: int = 0) -> str:
    """What the app shows now, or one step of 30 seconds later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def recovery_codes(user: Any) -> list[str]:
    return list(Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes())


def sign_in(client: Client, password: str = PASSWORD, **more: str) -> Any:
    return client.post(reverse("admin:login"), {"username": "casey", "password": password, **more})


def give_code(client: Client, code: str) -> Any:
    return client.post(reverse("mfa_authenticate"), {"code": code})
