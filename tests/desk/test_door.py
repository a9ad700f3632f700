"""Who gets in at the desk."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/admin/", "/about/"])
def test_a_visitor_sees_the_sign_in_instead_of_the_preview(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/admin/login/")


def test_a_user_who_is_not_staff_sees_nothing_of_it_either(client: Client) -> None:
    client.force_login(get_user_model().objects.create_user("reader"))
    assert client.get("/").status_code == 302


def test_staff_see_the_preview(client: Client) -> None:
    client.force_login(get_user_model().objects.create_user("clerk", is_staff=True))
    assert client.get("/").status_code == 200


@pytest.mark.urls("config.urls_public")
def test_the_public_addresses_ask_nobody_to_sign_in(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert not answer.cookies
