"""A form for a new row that is sent more than once makes one row, also when all are sent at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connections
from django.test import Client
from django.utils import timezone

from docket.models import Case, Filing, SavedForm
from docket.publishing import verbs
from parties.models import Party
from tests.records.desk_cast import a_case, address, member, new, publish, typed


def opened(client: Client, where: str, **typed_in: Any) -> dict[str, Any]:
    """A form as it was opened and filled in."""
    page: Any = client.get(where)
    assert f'name="once" value="{page.context["once"]}"' in page.content.decode()
    return {**typed(page), "once": page.context["once"], **typed_in}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "boxes"),
    [(Case, {"caption": "Roe v. Poe", "category": "civil"}), (Party, {"name": "Jane Roe"}), (Filing, {"title": "A"})],
)
def test_the_second_press_leads_to_the_row_that_the_first_made(model: Any, boxes: dict[str, str]) -> None:
    chief = member("chief")
    where = new(model, f"?case={a_case().pk}" if model is Filing else "")
    before = model.objects.count()
    sent = opened(chief, where, **boxes)
    chief.post(where, sent)
    second: Any = chief.post(where, sent | {"_addanother": "1"})
    row = model.objects.order_by("pk").last()
    assert model.objects.count() == before + 1
    assert second.url == address(row)
    assert "It was saved already, once" in " ".join(str(told) for told in get_messages(second.wsgi_request))


@pytest.mark.django_db
def test_a_form_that_was_refused_is_saved_when_it_is_corrected() -> None:
    chief = member("chief")
    sent = opened(chief, new(Party))
    refused = chief.post(new(Party), sent)
    assert refused.context["once"] == sent["once"]
    chief.post(new(Party), sent | {"name": "Jane Roe"})
    assert [row.name for row in Party.objects.all()] == ["Jane Roe"]


@pytest.mark.django_db
def test_another_user_with_the_same_token_saves_a_row_of_their_own() -> None:
    chief, other = member("chief"), member("chief", "other")
    sent = opened(chief, new(Party), name="Jane Roe")
    for client in (chief, other):
        client.post(new(Party), sent)
    assert Party.objects.count() == 2


@pytest.mark.django_db
def test_a_row_that_was_sealed_meanwhile_is_not_led_to() -> None:
    clerk = member("clerk")
    sent = opened(clerk, new(Case), caption="Roe v. Poe", category="civil")
    clerk.post(new(Case), sent)
    clerk.get("/admin/")  # which reads what was told of the first
    verbs.act("seal", publish(Case.objects.get()), actor=None, reason="ordered")
    second: Any = clerk.post(new(Case), sent)
    assert second.url == "/admin/docket/case/"
    assert "Roe" not in " ".join(str(told) for told in get_messages(second.wsgi_request))


@pytest.mark.django_db
def test_what_was_saved_is_forgotten_after_a_day() -> None:
    chief = member("chief")
    for name in ("Jane Roe", "Poe Inc."):
        chief.post(new(Party), opened(chief, new(Party), name=name))
        SavedForm.objects.update(saved_at=timezone.now() - timedelta(days=2))
    assert SavedForm.objects.count() == 1


@pytest.mark.usefixtures("committed")
def test_six_that_are_sent_at_once_make_one_filing() -> None:
    case = a_case()
    chief = member("chief")
    form = new(Filing, f"?case={case.pk}")
    line = address(case, "workspace")
    token = chief.get(line).context["once"]
    for where, sent in (
        (form, opened(chief, form, title="Complaint")),
        (line, {"docket_text": "ANSWER", "once": token}),
    ):
        before = Filing.objects.count()
        with ThreadPoolExecutor(6) as six:
            answers = list(six.map(lambda _, at=where, boxes=sent: press(chief, at, boxes), range(6)))
        assert [status for status, _ in answers] == [302] * 6
        assert Filing.objects.count() == before + 1


def press(client: Client, where: str, sent: dict[str, Any]) -> tuple[int, str]:
    """One press, in a connection of its own."""
    own = Client()
    own.cookies = client.cookies
    try:
        answer: Any = own.post(where, sent)
        return answer.status_code, answer.url
    finally:
        connections.close_all()
