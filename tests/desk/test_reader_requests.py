"""Requests of readers at the desk: received, decided with reasons, answered; never public."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from docket.models import ReaderRequest
from docket.publishing.rules import Private, publication_of
from tests.records.desk_cast import a_case, address, list_of, member, new, typed

pytestmark = pytest.mark.django_db


def a_request(**values: object) -> ReaderRequest:
    asked = {"kind": "correction", "received_on": date(2026, 5, 3), "sender": "A reader", "text": "The date is wrong."}
    return ReaderRequest.objects.create(**{**asked, **values})


def test_an_open_request_waits_on_the_desks_front_page_until_it_is_decided_and_answered():
    client, asked = member("editor"), a_request()
    waiting = [each for each in client.get("/admin/").context["waiting"] if "of a reader" in each.words]
    assert [each.count for each in waiting] == ["1"]
    assert list(client.get(waiting[0].address).context["cl"].result_list) == [asked]
    boxes = {"decision": "corrected", "decided_on": "4 May 2026", "reasons": "Entry 12 says so."}
    assert client.post(address(asked), typed(client.get(address(asked))) | boxes).status_code == 302
    asked.refresh_from_db()
    assert (asked.decision, asked.decided_on) == ("corrected", date(2026, 5, 4))
    assert asked.handled_by is not None
    assert not [each for each in client.get("/admin/").context["waiting"] if "of a reader" in each.words]


def test_a_new_one_came_today_and_is_its_clerks():
    client = member("clerk")
    page = client.get(new(ReaderRequest))
    sent = typed(page) | {"kind": "takedown", "sender": "Counsel for a party", "text": "Sealed on 2 May."}
    assert client.post(new(ReaderRequest), sent).status_code == 302
    asked = ReaderRequest.objects.get()
    assert asked.handled_by is not None
    assert (asked.handled_by.get_username(), asked.decision) == ("clerk", "open")


def test_a_decision_without_reasons_or_an_answer_without_words_is_refused_in_words():
    client, asked = member("editor"), a_request()
    sent = typed(client.get(address(asked)))
    page = client.post(address(asked), sent | {"decision": "declined", "decided_on": "4 May 2026"})
    assert "A decision has its day and its reasons" in page.content.decode()
    page = client.post(address(asked), sent | {"replied_on": "4 May 2026"})
    assert "enter what was answered" in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReaderRequest.objects.filter(pk=asked.pk).update(decision="declined")


def test_it_is_found_by_its_case_and_never_public():
    case = a_case()
    asked = a_request(case=case)
    a_request()
    found = member("editor").get(f"{list_of(ReaderRequest)}?case={case.pk}").context["cl"].result_list
    assert list(found) == [asked]
    assert isinstance(publication_of(ReaderRequest), Private)


def test_the_public_page_says_how_to_ask(settings):
    settings.DOCKET_CONTACT = "desk@example.org"
    page = member("clerk").get(reverse("page", args=["corrections"])).content.decode()
    assert re.search(r"mailto:desk@example\.org", page)
