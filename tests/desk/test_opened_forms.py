"""Who else has a row's form open: told to whoever opens it, until it is saved or some minutes have passed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from docket.desk.changes.opened_forms import KEPT
from docket.models import Case, OpenForm
from tests.records.desk_cast import a_case, address, member, publish, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(db: Any) -> Client:
    return member("editor", "ana")


@pytest.fixture
def bo(db: Any) -> Client:
    return member("clerk", "bo")


def told(client: Client, case: Case) -> list[str]:
    page = client.get(address(case))
    names = [str(form.user) for form in page.context["also_open"]]
    assert all(f"{name} since" in page.content.decode() for name in names)
    assert ("Also open" in page.content.decode()) == bool(names)
    return names


def test_who_opens_a_form_that_another_has_open_is_told_by_whom(ana: Client, bo: Client) -> None:
    case, other = a_case(), a_case("Vole v. Heron")
    assert told(ana, case) == []
    assert told(bo, case) == ["ana"]
    assert told(ana, case) == ["bo"]
    assert told(bo, other) == []


def test_it_is_told_no_more_when_that_one_has_saved(ana: Client, bo: Client) -> None:
    case = a_case()
    sent = typed(ana.get(address(case))) | {"caption": "Roe v. Poe, Inc."}
    assert ana.post(address(case), sent).status_code == 302
    assert told(bo, case) == []


def test_it_stays_open_while_something_is_to_be_corrected(ana: Client, bo: Client) -> None:
    case = a_case()
    sent = typed(ana.get(address(case))) | {"caption": ""}
    assert ana.post(address(case), sent).status_code == 200
    assert told(bo, case) == ["ana"]


def test_after_some_minutes_it_is_forgotten(ana: Client, bo: Client) -> None:
    case = a_case()
    told(ana, case)
    OpenForm.objects.update(opened_at=timezone.now() - KEPT - timedelta(seconds=1))
    assert told(bo, case) == []
    assert OpenForm.objects.count() == 1


def test_whose_change_was_proposed_has_it_open_no_more(ana: Client, bo: Client) -> None:
    case = publish(a_case())
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")  # it is public now, and not at commit
    sent = typed(bo.get(address(case))) | {"caption": "Roe v. Poe, Inc."}
    assert bo.post(address(case), sent).status_code == 302
    assert told(ana, case) == []
