"""Whom to tell of a hole, and what browsers are told that these pages do not use."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from docket.site.views.for_programs import lines_of_security_txt

FORBIDDEN = ("camera", "microphone", "geolocation", "payment", "usb")


def test_it_names_the_address_that_is_set_and_a_day_within_a_year(settings: Any) -> None:
    settings.SECURITY_CONTACT, settings.PUBLIC_BASE_URL = "security@dockets.example", "https://dockets.example"
    assert lines_of_security_txt(date(2026, 11, 30)).splitlines() == [
        "Contact: mailto:security@dockets.example",
        "Expires: 2027-05-29T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://dockets.example/.well-known/security.txt",
    ]


@pytest.mark.parametrize("address", ["https://dockets.example/report", "mailto:a@b.example", "tel:+1-201-555-0123"])
def test_an_address_with_its_scheme_stays(settings: Any, address: str) -> None:
    settings.SECURITY_CONTACT = address
    assert f"Contact: {address}\n" in lines_of_security_txt(date(2026, 11, 30))


def test_without_one_it_names_the_page_that_says_how_the_site_is_reached(settings: Any) -> None:
    settings.SECURITY_CONTACT, settings.PUBLIC_BASE_URL = "", "https://dockets.example"
    assert "Contact: https://dockets.example/contact/\n" in lines_of_security_txt(date(2026, 11, 30))


@pytest.mark.django_db
@pytest.mark.urls("config.urls_public")
def test_the_public_site_has_it_as_plain_text_and_without_cookies(client: Client) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/robots.txt", "/nowhere/"])
@pytest.mark.urls("config.urls_public")
def test_pages_may_use_neither_camera_nor_place_nor_payment(client: Client, address: str) -> None:
    policy = client.get(address).headers["Permissions-Policy"]
    assert [f"{name}=()" for name in FORBIDDEN if f"{name}=()" not in policy] == []


@pytest.mark.django_db
def test_the_desk_may_use_passkeys_and_nothing_else(client: Client) -> None:
    policy = client.get("/admin/login/").headers["Permissions-Policy"]
    assert "publickey-credentials-get=(self), publickey-credentials-create=(self)" in policy
    assert "camera=()" in policy
