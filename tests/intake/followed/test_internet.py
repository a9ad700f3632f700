"""What is never asked for, however an address is written and wherever a name leads."""

from __future__ import annotations

import inspect
import re
import threading
from typing import Any

import pytest

from docket.intake.followed import fetch as fetching
from docket.intake.followed import internet
from docket.intake.followed.asking import COURTS
from docket.intake.followed.failure import Failure
from docket.intake.followed.fetch import fetch
from docket.intake.followed.internet import Internet, host_of, is_public
from tests.processes.court_site import CourtSite, Written, court_site

FEED = "https://ecf.cand.uscourts.gov/cgi-bin/rss_outside.pl"
PATH = "/cgi-bin/rss_outside.pl"


def failure(url: str = FEED, hosts: re.Pattern[str] = COURTS) -> str:
    with pytest.raises(Failure) as caught:
        fetch(url, hosts, {})
    return str(caught.value)


def leading_to(*addresses: str) -> Internet:
    """Every name leads to these addresses; what is public is decided as ever."""

    async def resolve(host: str) -> list[str]:
        return list(addresses)

    return Internet(resolve=resolve)


@pytest.mark.parametrize(
    "url",
    [
        "http://ecf.cand.uscourts.gov/feed",
        "ftp://ecf.cand.uscourts.gov/feed",
        "file:///etc/passwd",
        "//ecf.cand.uscourts.gov/feed",
        "https://user@ecf.cand.uscourts.gov/feed",
        "https://ecf.cand.uscourts.gov@127.0.0.1/feed",
        "https://ecf.cand.uscourts.gov:secret@example.com/feed",
        "https://ecf.cand.uscourts.gov:8443/feed",
        "https://ecf.cand.uscourts.gov:x/feed",
        "https://ecf.cand.uscourts.gov\\@127.0.0.1/feed",
        "https://127.0.0.1\\.ecf.cand.uscourts.gov/feed",
        "https://ecf.cand.uscourts.gov /feed",
        "https://ecf.cand.uscourts.gov\r\nHost: x/feed",
        "https://ecf.cand.uscourts.gov\t/feed",
        "https://127.0.0.1/feed",
        "https://[::1]/feed",
        "https://[::1/feed",
        "https://0x7f000001/feed",
        "https://2130706433/feed",
        "https://0177.0.0.1/feed",
        "https://127.1/feed",
        "https://[::ffff:127.0.0.1]/feed",
        "https://[::ffff:7f00:1]/feed",
        "https://ecf.cand.uscourts.gov%00.example.com/feed",
        "https://ecf.cand.uscourts.gov%2eexample.com/feed",
        "https://ecf.cand.uscourts。gov/feed",  # a full stop of another script
        "https://localhost/feed",
        "https://ecf.cand.uscourts.gov.example.com/feed",
        "https://ecf.cand.uscourts.gov./feed",
        "https://example.com/ecf.cand.uscourts.gov/",
        "https://example.com#.uscourts.gov/",
        "https://evil-ecf.cand.uscourts.gov/feed",
        "https://ecf.a.b.uscourts.gov/feed",
        "https://еcf.cand.uscourts.gov/feed",  # a Cyrillic letter
        "https:///feed",
        "",
    ],
)
def test_an_address_that_is_not_plain_https_to_a_listed_host_is_not_asked_for(url: str) -> None:
    with pytest.raises(Failure):
        host_of(url, COURTS)


def test_the_address_of_a_court_is_asked_for_in_either_case_and_with_the_usual_port() -> None:
    for url in (FEED, "https://ECF.cand.uscourts.gov/x?a=b#c", "https://ecf.cand.uscourts.gov:443/"):
        assert host_of(url, COURTS) == "ecf.cand.uscourts.gov"


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.1", "0.0.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("192.0.2.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1"),
        # IPv4 that hides in IPv6: mapped, compatible, translated, 6to4, Teredo
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1"),
        # one number, octal, hexadecimal, fewer than four parts: nothing that a name service gives
        *("2130706433", "0177.0.0.1", "017700000001", "0x7f.0.0.1", "0x7f000001", "127.1", "127.0.1", "::ffff:127.1"),
        *("2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::", "2001:db8::1", "nonsense", ""),
    ],
)
def test_an_address_that_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("beside", [("10.0.0.1",), ("8.8.8.8", "127.0.0.1"), ("8.8.8.8", "::ffff:10.0.0.1"), ()])
def test_a_name_that_leads_inside_is_not_asked_whatever_stands_beside_it(
    monkeypatch: pytest.MonkeyPatch, beside: tuple[str, ...]
) -> None:
    monkeypatch.setattr(internet, "INTERNET", leading_to(*beside))
    assert "not on the open internet" in failure()


def test_a_name_that_leads_elsewhere_a_moment_later_is_connected_to_as_it_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that is public when it is looked at and private when it is connected to: it is looked up once."""
    asked = []

    async def resolve(host: str) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with court_site(resolve=resolve) as (site, ours):
        monkeypatch.setattr(internet, "INTERNET", ours)
        site.answers[PATH] = Written("<rss/>")
        assert fetch(FEED, COURTS, {}).body == b"<rss/>"
    assert asked == ["ecf.cand.uscourts.gov"]


def test_no_setting_and_no_environment_can_put_another_way_in_its_place() -> None:
    source = inspect.getsource(internet)
    assert [word for word in ("settings", "environ", "getenv", "config") if word in source] == []
    assert Internet(trust=internet.INTERNET.trust) == internet.INTERNET


def test_the_connection_goes_to_the_address_that_was_looked_at_under_the_name_of_the_host(site: CourtSite) -> None:
    site.answers[PATH] = Written("<rss/>")
    assert fetch(FEED, COURTS, {}).body == b"<rss/>"
    [(path, headers)] = site.asked
    assert (path, headers["Host"]) == (PATH, "ecf.cand.uscourts.gov")


def test_a_certificate_of_another_name_is_not_trusted(site: CourtSite) -> None:
    assert "could not be reached" in failure("https://ecf.nysb.uscourts.gov/feed")
    assert site.asked == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    with court_site(trust=Internet().trust) as (site, ours):
        monkeypatch.setattr(internet, "INTERNET", ours)
        assert "could not be reached" in failure()
        assert site.asked == []


@pytest.mark.parametrize(
    "to",
    [
        "http://ecf.cand.uscourts.gov/x",
        "https://127.0.0.1/x",
        "https://example.com/x",
        "//example.com/x",
        "https://ecf.cand.uscourts.gov:22/x",
        "https://ecf.cand.uscourts.gov@localhost/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://2130706433/x",
        "\\\\127.0.0.1\\x",
        "file:///etc/passwd",
        "https://www.courtlistener.com/x",
    ],
)
def test_a_redirect_goes_through_the_same_door(site: CourtSite, to: str) -> None:
    site.answers[PATH] = Written(status=302, headers={"Location": to})
    assert "is not asked" in failure()
    assert site.paths() == [PATH]


def test_a_redirect_to_a_name_that_leads_inside_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(host: str) -> list[str]:
        return ["10.0.0.1"] if host == "www.cand.uscourts.gov" else ["127.0.0.1"]

    with court_site(resolve=resolve, is_public=lambda address: address != "10.0.0.1") as (site, ours):
        monkeypatch.setattr(internet, "INTERNET", ours)
        site.answers[PATH] = Written(status=301, headers={"Location": "https://www.cand.uscourts.gov/rss"})
        assert "www.cand.uscourts.gov is not asked" in failure()


def test_a_redirect_within_the_court_is_followed_and_a_circle_is_not(site: CourtSite) -> None:
    site.answers = {PATH: Written(status=301, headers={"Location": "/new.xml"}), "/new.xml": Written("<rss/>")}
    assert fetch(FEED, COURTS, {}).body == b"<rss/>"
    site.answers["/new.xml"] = Written(status=307, headers={"Location": PATH})
    assert "redirects too often" in failure()


def test_what_is_asked_names_the_program_and_whom_to_write_to(site: CourtSite, settings: Any) -> None:
    site.answers[PATH] = Written("<rss/>")
    fetch(FEED, COURTS, {})
    agent = site.asked[0][1]["User-Agent"]
    assert agent.startswith("docketbook/")
    assert "desk@docketbook.example" in agent
    settings.DOCKET_CONTACT = ""
    assert "set DOCKET_CONTACT" in failure()
    assert len(site.asked) == 1


def test_surroundings_change_neither_the_way_nor_the_trust(site: CourtSite, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.answers[PATH] = Written("<rss/>")
    assert fetch(FEED, COURTS, {}).body == b"<rss/>"


def test_an_answer_that_breaks_off_is_none(site: CourtSite) -> None:
    site.answers[PATH] = Written("<rss>" + "x" * 500, cut=200)
    assert "broke off" in failure()


@pytest.mark.parametrize("told", [True, False])
def test_an_answer_that_is_too_large_is_not_read_to_its_end(
    site: CourtSite, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    headers = {"Content-Length": "5000"} if told else {"Transfer-Encoding": "chunked"}
    body = "x" * 5000 if told else "".join(f"100\r\n{'x' * 256}\r\n" for _ in range(20)) + "0\r\n\r\n"
    site.answers[PATH] = Written(body, headers=headers)
    assert "larger than" in failure()


def test_a_compressed_answer_is_not_unpacked(site: CourtSite) -> None:
    site.answers[PATH] = Written("x", headers={"Content-Encoding": "gzip"})
    assert "compressed" in failure()


def test_an_answer_that_never_ends_is_left_after_its_time(site: CourtSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then keeps no worker: the time is that of the whole answer."""
    done = threading.Event()
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.5)
    site.answers[PATH] = Written("x" * 10_000, drip=lambda: done.wait(0.05))
    try:
        assert "took longer than" in failure()
    finally:
        done.set()


def test_silence_is_no_answer(site: CourtSite, monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr(fetching, "PATIENCE", 0.2)
    site.answers[PATH] = Written("x", drip=lambda: done.wait(20))
    try:
        assert "was silent" in failure()
    finally:
        done.set()


@pytest.mark.parametrize(("status", "words"), [(404, "nothing under this address"), (403, "refuses"), (500, "(500)")])
def test_errors_are_told_in_words(site: CourtSite, status: int, words: str) -> None:
    site.answers[PATH] = Written("no", status)
    assert words in failure()


@pytest.mark.parametrize(
    ("told", "least", "most"),
    [("120", 120, 120), ("Wed, 21 Oct 2099 07:28:00 GMT", 10**9, 10**10), ("soon", 0, 0), ("-5", 0, 0), ("", 0, 0)],
)
def test_how_long_a_source_wants_to_be_left_alone_is_read(site: CourtSite, told: str, least: int, most: int) -> None:
    site.answers[PATH] = Written("", 429, {"Retry-After": told})
    with pytest.raises(Failure, match="fewer") as caught:
        fetch(FEED, COURTS, {})
    assert least <= caught.value.wait <= most
