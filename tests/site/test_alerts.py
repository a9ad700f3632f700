"""News by e-mail: asked for on the public site, sent by the worker to a real SMTP server, of published rows only."""

from __future__ import annotations

import asyncio
import email
import email.policy
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from django.utils import timezone

from docket.models import Alert
from docket.publishing import verbs
from docket.publishing.rules import Private, publication_of
from docket.site.alerts import keeping, news, spool, task
from docket.site.serving.counts import Counts
from docket.site.views import follow
from tests.records.listing_records import Cast, as_public, make_filing, publish

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
READER = "reader@example.org"


class Inbox:
    """An SMTP server's handler that keeps what it was given, and refuses who is named “nobody”."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address.startswith("nobody@"):
            return "550 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"

    def words(self, of: str = "plain") -> str:
        body = self.mails[-1].get_body((of,))
        assert body is not None
        return str(body.get_content())


class Listening(Controller):
    """On a port that the system chooses, which is known when it listens."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def inbox(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    found = Inbox()
    server = Listening(found, hostname="127.0.0.1", port=0, ready_timeout=60)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "news@dockets.example.org"
    settings.ALERTS, settings.ALERTS_FOLDER = True, tmp_path / "alerts"
    monkeypatch.setattr(follow, "COUNTS", Counts(lambda: 0.0))
    yield found
    server.stop()


@pytest.fixture
def cast(committed: None) -> Cast:
    cast = Cast()
    cast.publish()
    return cast


def post(address: str, data: dict[str, str] | None = None, **more: Any) -> Any:
    with as_public():
        return Client(enforce_csrf_checks=True).post(address, data or {}, **more)


def ask_for(feed: str, address: str = READER, how: str = "at_once") -> Any:
    return post("/follow/", {"email": address, "feed": feed, "how": how})


def from_public(feed: str) -> news.Feed | None:
    """As the worker asks, without the way through the network."""
    with as_public():
        answer = Client().get(feed)
        return news.read(answer.status_code, answer.content)


def work(later: timedelta = timedelta()) -> None:
    keeping.take_requests(timezone.now() + later)
    task.tell_due(timezone.now() + later, from_public)


def link_of(inbox: Inbox, kind: str) -> str:
    found = re.search(rf"/follow/{kind}/\S+", inbox.words())
    assert found
    return found[0]


def follow_case(inbox: Inbox, cast: Cast, how: str = "at_once") -> str:
    """A confirmed alert for the suit; everything that is in it by now has been told."""
    feed = f"/cases/{cast.suit.public_id}/latest.atom"
    assert ask_for(feed, how=how).status_code == 200
    work()
    assert post(link_of(inbox, "confirm")).status_code == 200
    work()
    inbox.mails.clear()
    Alert.objects.update(next_at=timezone.now())
    return feed


def test_nothing_is_sent_until_the_link_of_the_first_mail_is_used(inbox: Inbox, cast: Cast) -> None:
    ask_for(f"/cases/{cast.suit.public_id}/latest.atom")
    work()
    publish(make_filing(cast.suit, "ORDER granting the motion"))
    work(timedelta(hours=3))
    assert [mail["To"] for mail in inbox.mails] == [READER]
    assert "Roe" not in inbox.words(), "whoever asks chooses no word of it"
    with as_public():
        assert Client().get(link_of(inbox, "confirm")).status_code == 200
    work(timedelta(hours=3))
    assert Alert.objects.get().confirmed_at is None, "programmes open links unasked"


def test_what_is_published_is_told_once_with_the_way_out(inbox: Inbox, cast: Cast) -> None:
    follow_case(inbox, cast)
    publish(make_filing(cast.suit, "ORDER <b>granting</b> the motion & more"))
    work()
    work(timedelta(minutes=30))
    (mail,) = inbox.mails
    assert "ORDER <b>granting</b> the motion & more" in mail["Subject"]
    assert "ORDER <b>granting</b> the motion & more" in inbox.words()
    assert "ORDER &lt;b&gt;granting&lt;/b&gt; the motion &amp; more" in inbox.words("html")
    assert not re.search(r"<(img|link|script|style|iframe)|src=|url\(", inbox.words("html"))
    leave = re.fullmatch(r"<http://localhost:8000(/follow/leave/\S+/)>", mail["List-Unsubscribe"])
    assert leave
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    answer = post(leave[1], {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, Alert.objects.count()) == (200, 1)
    work()
    assert Alert.objects.count() == 0


def test_a_filing_withdrawn_before_the_mail_goes_out_is_not_sent(inbox: Inbox, cast: Cast) -> None:
    follow_case(inbox, cast)
    kept, withdrawn, sealed = (make_filing(cast.suit, f"NOTICE {word}") for word in ("kept", "withdrawn", "sealed"))
    make_filing(cast.suit, "NOTICE drafted")
    publish(kept, withdrawn, sealed)
    verbs.act("hide", withdrawn, actor=None, reason="by mistake")
    verbs.act("seal", sealed, actor=None, reason="order of 3 May")
    work()
    told = str(inbox.mails[-1]) + inbox.words() + inbox.words("html")
    assert "NOTICE kept" in told
    for word in ("withdrawn", "sealed", "drafted"):
        assert f"NOTICE {word}" not in told


def test_of_a_case_that_is_sealed_or_gone_nothing_is_sent(inbox: Inbox, cast: Cast) -> None:
    follow_case(inbox, cast)
    publish(make_filing(cast.suit, "ORDER"))
    verbs.act("seal", cast.suit, actor=None, reason="order of 3 May")
    work()
    verbs.act("remove", cast.suit, actor=None, reason="order of 4 May")
    work(timedelta(hours=1))
    assert inbox.mails == []


def test_a_feed_that_cannot_be_answered_keeps_no_other_reader_waiting(inbox: Inbox, cast: Cast) -> None:
    follow_case(inbox, cast)
    ask_for("/filings.atom?filed_from=soon", address="other@example.org")
    work()
    post(link_of(inbox, "confirm"))
    publish(make_filing(cast.suit, "ORDER"))
    keeping.take_requests(timezone.now())
    inbox.mails.clear()
    Alert.objects.filter(email=READER).update(next_at=timezone.now())
    Alert.objects.filter(email="other@example.org").update(next_at=timezone.now() - timedelta(hours=1))
    work()
    assert [mail["To"] for mail in inbox.mails] == [READER]
    assert not Alert.objects.filter(next_at__lte=timezone.now()).exists(), "each has its turn again later"


def test_while_the_site_is_away_few_are_asked_for_and_nobody_s_turn_is_lost(inbox: Inbox, cast: Cast) -> None:
    asked: list[str] = []

    def away(feed: str) -> news.Feed | None:
        asked.append(feed)
        return news.read(503, b"")

    now = timezone.now()
    for number in range(5):
        Alert.objects.create(
            email=f"{number}@example.org",
            feed="/latest.atom",
            how="daily",
            key=f"{number}" * 20,
            confirmed_at=now,
            next_at=now,
        )
    with pytest.raises(news.Unanswered):
        task.tell_due(now, away)
    assert len(asked) == task.AWAY_AFTER == 3
    assert Alert.objects.filter(next_at__lte=now).count() == 3
    assert Alert.objects.filter(since=None).count() == 5, "what they were told is as it was"


def test_once_a_day_is_one_mail_of_all(inbox: Inbox, cast: Cast) -> None:
    follow_case(inbox, cast, how="daily")
    publish(make_filing(cast.suit, "NOTICE one"))
    work()
    publish(make_filing(cast.suit, "NOTICE two"), make_filing(cast.suit, "NOTICE three"))
    work(timedelta(hours=12))
    assert len(inbox.mails) == 1
    work(timedelta(hours=25))
    assert len(inbox.mails) == 2
    assert "2 new or changed: Roe v. Poe" in inbox.mails[-1]["Subject"]
    assert "NOTICE one" not in inbox.words()


def test_a_search_is_followed_as_its_list_s_feed(inbox: Inbox, cast: Cast) -> None:
    ask_for("/filings.atom?q=injunction")
    work()
    post(link_of(inbox, "confirm"))
    work()
    Alert.objects.update(next_at=timezone.now())
    publish(make_filing(cast.suit, "MOTION for an injunction"), make_filing(cast.suit, "NOTICE of appearance"))
    inbox.mails.clear()
    work()
    assert "MOTION for an injunction" in inbox.words()
    assert "NOTICE of appearance" not in inbox.words()


def test_who_is_known_and_who_is_not_get_the_same_answer(
    inbox: Inbox, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "PER_MINUTE", 1000)
    feed = follow_case(inbox, cast)
    answers = [ask_for(feed, address) for address in (READER, "new@example.org", "nobody@example.org")]
    answers += [post(f"/follow/{kind}/{key}/") for kind in ("leave",) for key in (Alert.objects.get().key, "unknown")]
    assert [answer.status_code for answer in answers] == [200] * 5
    assert len({answer.content for answer in answers[:3]}) == len({answer.content for answer in answers[3:]}) == 1


def test_nobody_is_flooded_with_first_mails(inbox: Inbox, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "PER_MINUTE", 1000)
    for number in range(6):
        ask_for(f"/filings.atom?q=word{number}")
        ask_for("/filings.atom?q=same", f"reader{number}@example.org")
        ask_for("/filings.atom?q=same", "again@example.org")
    work()
    sent = [mail["To"] for mail in inbox.mails]
    assert sent.count(READER) == keeping.MOST_UNCONFIRMED
    assert sent.count("again@example.org") == 1
    monkeypatch.setattr(keeping, "MOST_FROM_NETWORK", len(sent))
    ask_for("/filings.atom?q=same", "another@example.org")
    work()
    assert len(inbox.mails) == len(sent)
    work(timedelta(hours=25))
    assert set(Alert.objects.values_list("network", flat=True)) == {""}
    work(timedelta(hours=49))
    assert Alert.objects.count() == 0, "what was not confirmed is erased"


def test_a_network_that_asks_too_often_is_told_to_come_later(inbox: Inbox, cast: Cast) -> None:
    answers = [ask_for("/latest.atom") for _ in range(follow.PER_MINUTE + 1)]
    assert [answer.status_code for answer in answers] == [200] * follow.PER_MINUTE + [503]
    assert answers[-1].headers["Retry-After"]


def test_a_full_folder_takes_no_more(inbox: Inbox, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MOST", 1)
    assert [ask_for("/latest.atom").status_code for _ in range(2)] == [200, 503]


def test_a_link_is_of_our_making_and_holds_for_two_days(
    inbox: Inbox, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_for("/latest.atom")
    work()
    link = link_of(inbox, "confirm")
    post(f"{link.rstrip('/')}x/")
    work()
    monkeypatch.setattr(keeping, "LINK_HOLDS", timedelta(seconds=-1))
    keeping.take_request({"kind": "confirm", "key": link.split("/")[3]}, timezone.now())
    assert Alert.objects.filter(confirmed_at__isnull=False).count() == 0


ELSEWHERE = ("https://evil.example/latest.atom", "//evil.example/latest.atom")
NO_FEEDS = ("", "/cases/", *ELSEWHERE, "/latest.atom\r\nBcc: x", "/x[", "/latest.atom#x")


@pytest.mark.parametrize("feed", NO_FEEDS)
def test_only_feeds_of_this_site_are_followed(inbox: Inbox, cast: Cast, feed: str) -> None:
    assert ask_for(feed).status_code == 400
    assert not list(spool.taken())


@pytest.mark.parametrize("address", ["", "reader", "a@b.example\nBcc: c@d.example", "x" * 300 + "@example.org"])
def test_what_is_no_address_is_refused(inbox: Inbox, cast: Cast, address: str) -> None:
    assert ask_for("/latest.atom", address).status_code == 400


def test_what_is_no_request_is_dropped(inbox: Inbox, cast: Cast, settings: Any) -> None:
    settings.ALERTS_FOLDER.mkdir()
    wrong = ["", "[]", "{", "null", '{"kind": 7}', json.dumps({"kind": "ask", "email": "x", "how": "", "feed": "/"})]
    for number, text in enumerate([*wrong, '{"kind": "confirm", "key": "a"}', " " * spool.LARGEST + "{}"]):
        (settings.ALERTS_FOLDER / f"{number}.json").write_text(text)
    work()
    assert list(settings.ALERTS_FOLDER.iterdir()) == []
    assert (inbox.mails, Alert.objects.count()) == ([], 0)


def test_a_request_waits_while_the_mail_server_is_away(inbox: Inbox, cast: Cast, settings: Any) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    ask_for("/latest.atom")
    with pytest.raises(OSError, match="refused"):
        work()
    assert Alert.objects.count() == 0
    settings.EMAIL_PORT = port
    work()
    assert [mail["To"] for mail in inbox.mails] == [READER]


def test_an_address_that_is_refused_again_and_again_is_erased(inbox: Inbox, cast: Cast) -> None:
    follow_case(inbox, cast)
    Alert.objects.update(email="nobody@example.org", failures=task.REFUSED - 2)
    publish(make_filing(cast.suit, "ORDER"))
    work()
    assert Alert.objects.count() == 1
    work(timedelta(days=1, hours=1))
    assert Alert.objects.count() == 0


def test_a_site_without_a_mail_server_has_no_such_pages(cast: Cast, settings: Any) -> None:
    settings.ALERTS = False
    assert ask_for("/latest.atom").status_code == 404
    with as_public():
        assert b"/follow/" not in Client().get("/filings/").content
        assert b"/follow/" not in Client().get(cast.suit.get_absolute_url()).content


def test_lists_and_cases_lead_to_the_form(inbox: Inbox, cast: Cast) -> None:
    with as_public():
        listed = Client().get("/filings/?q=negligence").content.decode()
        case = Client().get(cast.suit.get_absolute_url()).content.decode()
        form = Client().get(f"/follow/?feed=/cases/{cast.suit.public_id}/latest.atom").content.decode()
    assert 'href="/follow/?feed=/filings.atom%3Fq%3Dnegligence"' in listed
    assert f'href="/follow/?feed=/cases/{cast.suit.public_id}/latest.atom"' in case
    assert f'name="feed" value="/cases/{cast.suit.public_id}/latest.atom"' in form


def test_addresses_of_readers_never_leave_the_staff_s_tables() -> None:
    assert isinstance(publication_of(Alert), Private)
