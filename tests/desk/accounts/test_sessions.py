"""How long a session lasts, where one is signed in, and what was typed when it ended."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from docket.models import StaffNote
from tests.desk.accounts.staff import casey, sign_in
from tests.records.desk_cast import a_case, member, new

pytestmark = pytest.mark.django_db
HOUR = 3600


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`clock(seconds)` lets so much time pass at the desk's sessions."""
    gone = [0.0]
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + gone[0])

    def later(seconds: float) -> None:
        gone[0] += seconds

    return later


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def test_a_session_that_nobody_uses_ends(clock: Any) -> None:
    client = member("clerk")
    assert is_in(client)
    clock(29 * 60)
    assert is_in(client)
    clock(31 * 60)
    assert not is_in(client)


def test_a_session_that_is_used_ends_too(clock: Any) -> None:
    client = member("clerk")
    assert is_in(client)
    for _ in range(23):
        clock(20 * 60)
        assert is_in(client)
    clock(21 * 60)
    assert not is_in(client)


def test_a_new_sign_in_counts_from_its_own_beginning(clock: Any) -> None:
    client = Client()
    casey()
    sign_in(client)
    assert is_in(client)
    clock(9 * HOUR)
    assert not is_in(client)
    sign_in(client)
    assert is_in(client)


def test_one_sees_ones_own_sessions_and_ends_one_of_them() -> None:
    user = casey()
    here, there, elsewhere = Client(REMOTE_ADDR="10.0.0.1"), Client(REMOTE_ADDR="10.0.0.2"), member("editor")
    for client in (here, there):
        client.force_login(user)
        client.get("/admin/")
    elsewhere.get("/admin/")
    page = here.get("/admin/account/")
    assert [session.address for session in page.context["sessions"]] == ["10.0.0.1", "10.0.0.2"]
    keys = [client.cookies["sessionid"].value for client in (here, there)]
    assert not [key for key in keys if key in page.content.decode()], "a key of a session is shown to nobody"
    here.post("/admin/account/", {"name": page.context["sessions"][1].name})
    assert not is_in(there)
    assert is_in(here)
    assert is_in(elsewhere)


def test_nobody_ends_the_session_of_somebody_else() -> None:
    user = casey()
    theirs, mine = Client(), member("editor")
    theirs.force_login(user)
    theirs.get("/admin/")
    name = theirs.get("/admin/account/").context["sessions"][0].name
    mine.post("/admin/account/", {"name": name})
    mine.post("/admin/account/", {"name": ""})
    assert is_in(theirs)


# What was typed


def note(client: Client, text: str, **more: Any) -> Any:
    case = a_case()
    return client.post(new(StaffNote), {"kind": "note", "text": text, "case": case.pk, **more})


def signed_in(name: str = "casey") -> Client:
    client = Client()
    client.force_login(casey(is_superuser=True))
    client.get("/admin/")
    return client


def test_what_was_typed_when_the_session_had_ended_is_sent_after_signing_in_again(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    answer = note(client, "Ask the clerk\nof <the> court.")
    assert answer.status_code == 302
    assert "is kept" in client.get(answer.headers["Location"]).content.decode()
    assert not StaffNote.objects.exists()
    to = sign_in(client, next=reverse("admin:kept_form")).headers["Location"]
    page = client.get(to)
    assert "of &lt;the&gt; court." in page.content.decode()
    kept = page.context["kept"]
    assert client.post(kept.path, dict(kept.boxes)).status_code == 302
    assert StaffNote.objects.get().text.splitlines() == ["Ask the clerk", "of <the> court."]
    assert client.get(to).headers["Location"] == "/admin/", "and is kept no longer"


def test_somebody_else_at_the_same_browser_is_not_shown_it(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    note(client, "Only mine.")
    other = get_user_model().objects.create_superuser("other")
    client.force_login(other)
    assert client.get(reverse("admin:kept_form")).headers["Location"] == "/admin/"
    client.logout()


def test_it_does_not_stand_readable_in_the_session(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    note(client, "Only mine.")
    assert "Only mine." not in str(dict(client.session))
    assert "kept_form" in client.session


def test_a_stranger_without_a_session_leaves_nothing_behind() -> None:
    client = Client()
    assert note(client, "x" * 1000).status_code == 302
    assert "kept_form" not in client.session


def test_passwords_and_files_are_not_kept_and_the_files_are_named(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    note(client, "Hello.", new_password1="secret-words", upload=SimpleUploadedFile("order.pdf", b"%PDF"))
    sign_in(client)
    kept = client.get(reverse("admin:kept_form")).context["kept"]
    assert kept.files == ["order.pdf"]
    assert "new_password1" not in dict(kept.boxes)


def test_a_form_of_more_than_a_megabyte_is_not_kept(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    answer = note(client, "x" * 1_100_000)
    assert "too long to be kept" in client.get(answer.headers["Location"]).content.decode()
    assert "kept_form" not in client.session


def test_with_another_key_it_is_gone_and_nothing_fails(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    note(client, "Hello.")
    sign_in(client)
    session = client.session
    session["kept_form"] = {**session["kept_form"], "form": "of another key"}
    session.save()
    assert client.get(reverse("admin:kept_form")).headers["Location"] == "/admin/"
    assert note(client, "Hello again.").status_code == 302


def test_it_can_be_thrown_away(clock: Any) -> None:
    client = signed_in()
    clock(HOUR)
    note(client, "Hello.")
    sign_in(client)
    client.post(reverse("admin:kept_form"))
    assert "kept_form" not in client.session
