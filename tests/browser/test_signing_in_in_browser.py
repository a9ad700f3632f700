"""Signing in at the desk in a real browser: an authenticator app, with and without scripts, and a passkey."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.db import connections

PASSWORD = "a key beside the word"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
DESK = "Last edited"


def someone() -> None:
    """A superuser without a second factor."""
    try:
        users = get_user_model().objects
        if not users.filter(username="keeper").exists():
            users.create_superuser("keeper", password=PASSWORD)
        Authenticator.objects.filter(user__username="keeper").delete()
    finally:
        connections.close_all()


@pytest.fixture
def person(desk: str, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:  # the browser's loop runs in this thread
        elsewhere.submit(someone).result()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: Any, browser: Any, desk: str, person: None) -> Iterator[Any]:
    """Of the desk under the name that a passkey needs; `said` is what the console says."""
    base = desk.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=base, java_script_enabled=request.param)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


with_script = pytest.mark.parametrize("page", [True], indirect=True, ids=["with script"])


def give_password(page: Any) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill("keeper")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")


def sign_out(page: Any) -> None:
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("heading", name="Sign in").wait_for()


def set_up_app(page: Any) -> str:
    """By its page; the secret that an app would have read from it."""
    page.goto("/admin/account/")
    page.get_by_role("link", name="Set one up").click()
    page.get_by_role("link", name="Set up an authenticator app").click()
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("[name=code]").fill(code(secret))
    page.keyboard.press("Enter")
    return str(secret)


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def broken(page: Any) -> list[str]:
    page.wait_for_load_state()
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url}: {one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


def test_an_authenticator_app_is_set_up_and_asked_for(page: Any) -> None:
    give_password(page)
    page.get_by_role("heading", name=DESK).wait_for()
    secret = set_up_app(page)
    page.get_by_role("heading", name="Recovery Codes").wait_for()
    spare = re.findall(r"\b\d{8}\b", page.locator("textarea").input_value())
    assert len(spare) == 10
    sign_out(page)
    give_password(page)
    page.locator("[name=code]").fill(code(secret))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=DESK).wait_for()
    sign_out(page)
    give_password(page)
    page.locator("[name=code]").fill(spare[0])
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=DESK).wait_for()
    assert page.said == []


@with_script
def test_a_passkey_signs_in_without_a_password(page: Any) -> None:
    virtual_authenticator(page)
    give_password(page)
    page.get_by_role("heading", name=DESK).wait_for()
    page.goto("/admin/account/factor/keys/add/")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", name="Recovery Codes").wait_for()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name=DESK).wait_for()
    assert page.said == []


@with_script
def test_a_security_key_is_the_second_factor_of_a_password(page: Any) -> None:
    virtual_authenticator(page)
    give_password(page)
    page.get_by_role("heading", name=DESK).wait_for()
    page.goto("/admin/account/factor/keys/add/")
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", name="Recovery Codes").wait_for()
    sign_out(page)
    give_password(page)
    page.get_by_role("button", name="Use a security key").click()
    page.get_by_role("heading", name=DESK).wait_for()
    assert page.said == []


@with_script
def test_the_pages_of_an_account_break_no_rule_of_accessibility(page: Any) -> None:
    page.goto("/admin/login/")
    found = broken(page)
    give_password(page)
    page.get_by_role("heading", name=DESK).wait_for()
    factor = "/admin/account/factor/"
    for where in ("/admin/account/", "/admin/roles/", factor, f"{factor}app/", f"{factor}keys/", f"{factor}keys/add/"):
        page.goto(where)
        found += broken(page)
    set_up_app(page)
    page.get_by_role("heading", name="Recovery Codes").wait_for()
    found += broken(page)
    assert "\n".join(found) == ""


def virtual_authenticator(page: Any) -> None:
    """Chromium's own: it keeps keys and says that its user is there."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
