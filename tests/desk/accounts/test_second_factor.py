"""Signing in with a second factor, and what happens without it where it is required."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessFailureLog
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from tests.desk.accounts.staff import PASSWORD, casey, code, give_code, recovery_codes, sign_in, with_app

pytestmark = pytest.mark.django_db
DESK = ["/admin/", "/admin/docket/case/", "/admin/find/?q=x", "/admin/account/", "/admin/roles/", "/", "/cases/"]


@pytest.fixture
def required(settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


def opens(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def test_a_password_alone_opens_no_page_where_a_second_factor_is_set_up(client: Client) -> None:
    with_app(casey())
    assert sign_in(client).headers["Location"] == reverse("mfa_authenticate")
    assert [client.get(where).status_code for where in DESK] == [302] * len(DESK)


def test_the_apps_code_opens_the_desk(client: Client) -> None:
    secret = with_app(casey())
    sign_in(client)
    assert give_code(client, code(secret)).headers["Location"] == "/admin/"
    assert opens(client)


def test_a_code_is_not_taken_twice(client: Client) -> None:
    secret = with_app(casey())
    sign_in(client)
    used = code(secret)
    give_code(client, used)
    again = Client()
    sign_in(again)
    assert give_code(again, used).status_code == 200
    assert not opens(again)


def test_a_wrong_code_is_told_to_administrators(client: Client) -> None:
    with_app(casey())
    sign_in(client)
    assert give_code(client, "000000").status_code == 200
    assert not opens(client)
    assert AccessFailureLog.objects.get().username == "casey"


def test_five_wrong_codes_pause_the_guessing(client: Client) -> None:
    secret = with_app(casey())
    sign_in(client)
    for _ in range(5):
        give_code(client, "000000")
    give_code(client, code(secret))
    assert not opens(client)


def test_a_recovery_code_opens_once(client: Client) -> None:
    user = casey()
    with_app(user)
    spare = recovery_codes(user)[0]
    sign_in(client)
    give_code(client, spare)
    assert opens(client)
    again = Client()
    sign_in(again)
    give_code(again, spare)
    assert not opens(again)


def test_secrets_are_not_readable_in_the_database() -> None:
    user = casey()
    secret = with_app(user)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not [spare for spare in recovery_codes(user) if spare in kept]


@pytest.mark.usefixtures("required")
def test_where_it_is_required_a_password_alone_reaches_the_setting_up_and_nothing_else(client: Client) -> None:
    casey()
    sign_in(client)
    for where in DESK:
        assert client.get(where).headers["Location"].startswith(reverse("mfa_index")), where
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.post("/admin/docket/case/add/", {"caption": "Roe v. Poe"}).status_code == 302


@pytest.mark.usefixtures("required")
def test_setting_up_an_app_gives_recovery_codes_and_its_code_opens_the_desk(client: Client) -> None:
    user = casey()
    sign_in(client)
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200, "a young sign-in is proof enough"
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert client.get("/admin/").headers["Location"].startswith(reverse("mfa_reauthenticate"))
    client.post(reverse("mfa_reauthenticate"), {"code": code(secret)})
    assert opens(client)
    shown = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert all(spare in shown for spare in recovery_codes(user))


@pytest.mark.usefixtures("required")
def test_a_session_from_before_the_rule_shows_its_factor_first(client: Client) -> None:
    user = casey()
    with_app(user)
    client.force_login(user)
    for name in ("admin:index", "mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_add_webauthn"):
        assert client.get(reverse(name)).headers["Location"].startswith(reverse("mfa_reauthenticate")), name
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_a_lost_telephone_is_reset_by_a_command(client: Client, capsys: Any) -> None:
    user = casey()
    with_app(user)
    client.force_login(user)
    client.get("/admin/")
    call_command("reset_second_factor", "casey")
    assert "casey: 2 factors taken away, 1 sessions ended." in capsys.readouterr().out
    assert not opens(client)
    sign_in(client)
    assert opens(client)


def test_the_command_says_who_is_unknown() -> None:
    with pytest.raises(CommandError, match="There is no user “nobody”"):
        call_command("reset_second_factor", "nobody")


def test_who_is_not_staff_stays_outside(client: Client) -> None:
    casey(is_staff=False)
    assert "does not belong to the staff" in sign_in(client, follow="").client.get("/admin/login/").content.decode()
    assert not opens(client)


def test_nobody_signs_up() -> None:
    for where in ("/admin/signup/", "/admin/account/signup/", "/accounts/signup/", "/admin/account/password/reset/"):
        assert Client().get(where).status_code in (302, 404)
        assert Client().post(where, {"username": "x", "password1": PASSWORD}).status_code in (302, 404)


def test_signing_in_leads_where_one_wanted_to_go_and_never_elsewhere(client: Client) -> None:
    casey()
    assert sign_in(client, next="/admin/docket/case/").headers["Location"] == "/admin/docket/case/"
    assert sign_in(Client(), next="https://evil.example/").headers["Location"] == "/admin/"
    assert sign_in(Client(), next="//evil.example/").headers["Location"] == "/admin/"
