"""My cases: who looks after a case, and what others changed in it since that person last looked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from docket.models import Assignment, Case, Filing
from docket.publishing.rules import Private, publication_of
from tests.records.desk_cast import a_case, a_filing, list_of, member

pytestmark = pytest.mark.django_db


def assign(client: Client, case: Case, name: str = "clerk") -> None:
    user = get_user_model().objects.filter(username=name).first()
    client.post(reverse("admin:case_assign", args=[case.pk]), {"user": user.pk if user else ""})


def mine(client: Client, asked: str = "me") -> list[Case]:
    return list(client.get(f"{list_of(Case)}?assigned={asked}").context["cl"].result_list)


def waits(client: Client) -> list[tuple[str, str]]:
    return [
        (each.count, each.words) for each in client.get("/admin/").context["waiting"] if "you look after" in each.words
    ]


def test_a_case_is_somebodys_and_stands_in_their_list():
    client, case = member("clerk"), a_case()
    assert mine(client, "nobody") == [case]
    assign(client, case)
    assert mine(client) == [case]
    assert "clerk" in client.get(reverse("admin:docket_case_workspace", args=[case.pk])).content.decode()
    assign(client, case, "")
    assert (mine(client), Assignment.objects.count()) == ([], 0)


def test_what_changed_since_i_last_looked_waits_and_a_look_ends_it():
    client, case, other = member("clerk"), a_case(), a_case("Other v. Case")
    assign(client, case)
    assign(client, other)
    # one transaction has one time: as if the person had looked an hour before
    Assignment.objects.update(looked_at=timezone.now() - timedelta(hours=1))
    Assignment.objects.filter(case=other).update(looked_at=timezone.now() + timedelta(hours=1))
    a_filing(case)
    assert mine(client, "changed") == [case]
    assert waits(client) == [("1", "case that you look after was changed since you last looked")]
    client.get(reverse("admin:docket_case_workspace", args=[case.pk]))
    assert Assignment.objects.get(case=case).looked_at > timezone.now() - timedelta(minutes=5)


def test_somebody_elses_look_does_not_count_and_a_stranger_is_refused():
    client, case = member("clerk"), a_case()
    assign(client, case)
    before = Assignment.objects.get().looked_at
    member("editor").get(reverse("admin:docket_case_workspace", args=[case.pk]))
    assert Assignment.objects.get().looked_at == before
    client.post(reverse("admin:case_assign", args=[case.pk]), {"user": "999999"})
    assert Assignment.objects.get().user.get_username() == "clerk"
    assert Client().post(reverse("admin:case_assign", args=[case.pk]), {"user": ""}).status_code == 302
    assert Assignment.objects.count() == 1
    assert isinstance(publication_of(Assignment), Private)
    assert not Filing.objects.exists()
