"""Who seals, expunges or gives roles proves again who they are, unless they have just done so."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from docket.desk.accounts.sessions import BEGAN
from docket.models import Case, Filing
from tests.desk.accounts.staff import PASSWORD, casey
from tests.records.desk_cast import a_case, a_filing, address, list_of, publish

pytestmark = pytest.mark.django_db
PROOF = "/admin/account/proof/"


@pytest.fixture
def officer(client: Client) -> Client:
    """A superuser whose sign-in is an hour old."""
    client.force_login(casey(is_superuser=True))
    client.get("/admin/")
    age(client)
    return client


def age(client: Client) -> None:
    session = client.session
    session[BEGAN] -= 3600
    session.save()


def is_asked(answer: Any) -> bool:
    return bool(answer.status_code == 302) and bool(answer.headers["Location"].startswith(PROOF))


def prove(client: Client, password: str = PASSWORD, to: str = "/admin/") -> Any:
    return client.post(PROOF, {"password": password, "next": to})


@pytest.mark.parametrize("verb", ["seal", "remove", "expunge"])
def test_the_page_of_a_weighty_act_asks_first(officer: Client, verb: str) -> None:
    where = address(publish(a_case()), "publication")
    assert is_asked(officer.get(where, {"verb": verb}))
    assert prove(officer, to=where).headers["Location"] == where
    assert officer.get(where, {"verb": verb}).status_code == 200


def test_publishing_does_not_ask(officer: Client) -> None:
    assert officer.get(address(a_case(), "publication"), {"verb": "publish"}).status_code == 200


def test_a_wrong_password_proves_nothing(officer: Client) -> None:
    where = address(publish(a_case()), "publication")
    assert prove(officer, "wrong").status_code == 200
    assert is_asked(officer.get(where, {"verb": "seal"}))


def test_a_press_that_came_too_late_seals_nothing_and_is_kept(officer: Client) -> None:
    case = publish(a_case())
    where = address(case, "publication")
    sent = {"verb": "seal", "reason": "Order of 3 May", "authority": "Order"}
    asked = officer.post(where, sent)
    assert is_asked(asked)
    case.refresh_from_db()
    assert case.visibility == "public"
    kept = officer.get(prove(officer, to=reverse("admin:kept_form")).headers["Location"]).context["kept"]
    assert kept.path == where
    assert dict(kept.boxes) == sent


def test_sealing_from_a_list_asks_too(officer: Client) -> None:
    filing = a_filing(publish(a_case()))
    assert is_asked(officer.post(list_of(Filing), {"action": "seal", "_selected_action": [filing.pk]}))


@pytest.mark.parametrize("page", ["add", "change", "password"])
def test_accounts_and_passwords_ask(officer: Client, page: str) -> None:
    user = get_user_model().objects.create_user("other")
    where = {
        "add": reverse("admin:auth_user_add"),
        "change": reverse("admin:auth_user_change", args=[user.pk]),
        "password": reverse("admin:auth_user_password_change", args=[user.pk]),
    }[page]
    assert is_asked(officer.get(where))
    assert is_asked(officer.post(where, {"username": "x"}))
    prove(officer)
    assert officer.get(where).status_code == 200


def test_roles_ask(officer: Client) -> None:
    group = Group.objects.create(name="readers")
    assert is_asked(officer.get(reverse("admin:auth_group_change", args=[group.pk])))


def test_a_second_factor_is_neither_added_nor_removed_without_proof(officer: Client) -> None:
    for name in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        assert is_asked(officer.get(reverse(name))), name


def test_who_may_not_seal_is_refused_and_not_asked(client: Client) -> None:
    client.force_login(casey())
    client.get("/admin/")
    age(client)
    case = publish(a_case())
    assert client.get(address(case, "publication"), {"verb": "seal"}).status_code == 403
    assert Case.objects.get().visibility == "public"
