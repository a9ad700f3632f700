"""Guessing is slowed down by name, by address and over many of both, and locks out nobody at their own address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessFailureLog
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from docket.desk.accounts import throttle
from tests.desk.accounts.staff import PASSWORD, casey
from tests.records.desk_cast import member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def person(db: None) -> Any:
    return casey()


def attempt(name: str, address: str, password: str = "wrong") -> int:
    sent = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post(reverse("admin:login"), sent).status_code


def failed(count: int, *, name: str = "", address: str = "", ago: timedelta = timedelta()) -> None:
    """So many failures as axes keeps them, of one name from one address unless one of them is left open."""
    for number in range(count):
        row = AccessFailureLog.objects.create(
            username=name or f"name-{number}", ip_address=address or f"10.9.{number // 250}.{number % 250}"
        )
        AccessFailureLog.objects.filter(pk=row.pk).update(attempt_time=timezone.now() - ago)


def test_one_password_tried_at_many_names_pauses_the_address() -> None:
    for number in range(throttle.NAMES):
        assert attempt(f"name-{number}", "10.0.0.1") == 200
    assert attempt("casey", "10.0.0.1", PASSWORD) == 429
    assert attempt("casey", "10.0.0.2", PASSWORD) == 302


def test_many_guesses_from_one_address_pause_it() -> None:
    failed(throttle.FROM_ADDRESS, name="somebody", address="10.0.0.1")
    assert attempt("casey", "10.0.0.1", PASSWORD) == 429
    assert attempt("casey", "10.0.0.2", PASSWORD) == 302


def test_an_address_is_open_again_after_a_quarter_of_an_hour() -> None:
    failed(throttle.FROM_ADDRESS, name="somebody", address="10.0.0.1", ago=timedelta(minutes=16))
    assert attempt("casey", "10.0.0.1", PASSWORD) == 302


def test_a_name_guessed_at_from_many_addresses_stays_open_where_its_owner_has_signed_in() -> None:
    assert attempt("casey", "10.0.0.7", PASSWORD) == 302
    failed(throttle.OF_NAME, name="casey")
    assert attempt("casey", "10.0.0.8", PASSWORD) == 429
    assert attempt("casey", "10.0.0.7", PASSWORD) == 302
    assert attempt("casey", "10.0.0.7") == 200


def test_in_ipv6_a_visitor_s_whole_network_counts_as_one_address() -> None:
    for number in range(throttle.NAMES):
        assert attempt(f"name-{number}", f"2001:db8:0:1::{number:x}") == 200
    assert attempt("casey", "2001:db8:0:1:ffff::9", PASSWORD) == 429
    assert attempt("casey", "2001:db8:0:2::1", PASSWORD) == 302


def test_its_owner_is_known_at_another_address_of_the_same_ipv6_network() -> None:
    assert attempt("casey", "2001:db8:0:1::7", PASSWORD) == 302
    failed(throttle.OF_NAME, name="casey")
    assert attempt("casey", "2001:db8:0:2::1", PASSWORD) == 429
    assert attempt("casey", "2001:db8:0:1:aaaa::1", PASSWORD) == 302


def test_that_pause_ends_by_itself() -> None:
    failed(throttle.OF_NAME, name="casey", ago=timedelta(minutes=61))
    assert attempt("casey", "10.0.0.8", PASSWORD) == 302


def test_fewer_failures_pause_nothing() -> None:
    failed(throttle.OF_NAME - 1, name="casey")
    failed(throttle.FROM_ADDRESS - 1, name="somebody", address="10.0.0.1")
    assert attempt("casey", "10.0.0.1", PASSWORD) == 302


def test_administrators_see_what_failed_and_others_do_not() -> None:
    attempt("casey", "10.0.0.1")
    where = reverse("admin:axes_accessfailurelog_changelist")
    page = member("administrator").get(where).content.decode()
    assert "casey" in page
    assert "10.0.0.1" in page
    assert [member(name).get(where).status_code for name in ("clerk", "editor", "custodian")] == [403] * 3


def test_nobody_deletes_what_failed() -> None:
    attempt("casey", "10.0.0.1")
    row = AccessFailureLog.objects.get()
    chief = member("chief")
    for page in ("change", "delete"):
        chief.post(reverse(f"admin:axes_accessfailurelog_{page}", args=[row.pk]), {"post": "yes", "username": "x"})
    assert AccessFailureLog.objects.get().username == "casey"
