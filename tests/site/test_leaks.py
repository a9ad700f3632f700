"""Nothing that is withheld reaches the public: the real public site over two committed records, asked for all.

LEAK_RESPONSES=100000 asks for more than the suite does (`make leaks`).
"""

from __future__ import annotations

import html
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.urls import get_resolver

from docket import models as d
from docket.publishing import verbs
from tests import cluster
from tests.processes.asking import Told, ask, ask_all
from tests.records.corpus import Corpus, address_of
from tests.records.leak_classes import CLASSES, rows_of
from tests.records.questions import SHARES, Asked, Question, questions
from tests.records.two_sites import BARE, EXTRA, FULL, ROWS_OF_PAGES, Site, api_addresses, build, is_row, routes

RESPONSES = int(os.environ.get("LEAK_RESPONSES", "20000"))


@pytest.fixture(scope="module")
def full(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    with django_db_blocker.unblock():
        site = build(FULL, Corpus(full=True))
    site.answers = ask(FULL, ["/", *site.corpus.addresses, *EXTRA, *api_addresses(site.corpus)], follow=True, most=4000)
    yield site
    cluster.drop_database(FULL)


@pytest.fixture(scope="module")
def bare(full: Site, django_db_blocker: Any) -> Iterator[Site]:
    """The same record, had its never-existed rows never existed, with other words behind the placeholders."""
    with django_db_blocker.unblock():
        site = build(BARE, Corpus(full=False, salt="two"))
    site.answers = ask(BARE, list(full.answers), most=len(full.answers))
    yield site
    cluster.drop_database(BARE)


def test_no_public_answer_holds_a_canary(full):
    found = {}
    canaries = [c.encode() for c in full.corpus.canaries]
    assert len(canaries) > 500
    for answer in full.answers.values():
        text = html.unescape(answer.everything.decode("utf-8", "replace")).encode()
        if b"CNRY" in text:
            found[answer.path] = [c for c in canaries if c in text]
    assert found == {}


def test_the_public_finds_what_is_public(full):
    everything = b"".join(a.body for a in full.answers.values())
    missing = [m for m in full.corpus.markers if m.encode() not in everything]
    assert len(missing) <= len(full.corpus.markers) // 100, missing[:20]


def test_every_public_address_is_asked_for(full):
    """A new public address that the crawl does not reach fails here: link to it, or add it to EXTRA."""
    asked = {answer.route for answer in full.answers.values()}
    assert set(routes(get_resolver("config.urls_public").url_patterns)) - asked == set()


def test_nothing_public_tells_the_withheld_from_what_never_was(full, bare):
    assert len(full.answers) > 300
    different = [
        path
        for path, answer in full.answers.items()
        if (answer.status, answer.headers, answer.body)
        != (bare.answers[path].status, bare.answers[path].headers, bare.answers[path].body)
    ]
    assert different == []


@pytest.fixture(scope="module")
def elsewhere(full: Site, bare: Site) -> list[Told]:
    """What both sites answer to the questions of every class of leak."""
    rows = rows_of(full.corpus)
    return _told(full, bare, [question for one in CLASSES for question in one.questions(rows)])


def _told(full: Site, bare: Site, asked: list[Question]) -> list[Told]:
    answers, others = ask_all([FULL, BARE], asked, [*full.corpus.canaries, *bare.corpus.canaries])
    return [Told(*each) for each in zip(asked, answers, others, strict=True)]


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.name)
def test_a_leak_that_another_program_had_is_not_here(full, elsewhere, one):
    asked = set(one.questions(rows_of(full.corpus)))
    told = [each for each in elsewhere if each.question in asked]
    assert len(told) >= 12
    assert [each.question for each in told if each.differs or each.found] == []
    assert {each.question: each.status for each in told if each.status not in one.right} == {}


def test_a_file_of_a_case_is_that_of_no_other_case_that_its_address_names(full):
    """The address decides, not a parameter of the name that the program itself uses."""
    case, other = (f"/cases/{address_of(name)}/filings.csv" for name in ("case0", "case1"))
    ways = [f"{case}?case={address_of('case1')}", f"{case}?case=&case={address_of('case1')}"]
    answers = ask(FULL, [case, other, *ways])
    assert answers[case].body != answers[other].body
    assert [path for path in ways if answers[path].body != answers[case].body] == []


def test_no_answer_is_made_for_one_visitor(full):
    """So that none which a cache keeps tells another visitor anything: whoever asks gets the same."""
    paths = [path for path, answer in full.answers.items() if answer.status in (200, 404)][::30]
    assert len(paths) >= 30
    for header in ({"cookie": "sessionid=theirs"}, {"authorization": "Bearer theirs"}, {"x-forwarded-user": "editor"}):
        answers = ask(FULL, paths, headers=header)
        plain = {path: full.answers[path] for path in paths}
        assert [path for path in paths if answers[path] != plain[path]] == []
    assert [path for path, answer in full.answers.items() if "Set-Cookie" in answer.headers] == []
    assert [path for path, answer in full.answers.items() if "cookie" in answer.headers.get("Vary", "").lower()] == []


def test_twenty_thousand_responses_tell_no_more(full, bare, elsewhere, capsys):
    """Each address again in other ways, words that must not be found, ids of others, odd spellings: of both records."""
    known = {path: answer.headers.get("ETag", "") for path, answer in full.answers.items()}
    before = len(full.answers) + len(bare.answers) + 2 * len(elsewhere)
    told = _told(full, bare, questions(Asked(full.corpus, known), max(2000, (RESPONSES - before + 1) // 2)))
    different = [each.question for each in told if each.differs]
    found = {each.question: each.found for each in told if each.found}
    count, by_kind = before + 2 * len(told), Counter(each.question.kind for each in told)
    with capsys.disabled():
        print(f"\n{count:,} responses of two records: {len(different)} differ, {len(found)} hold a canary")
        print(f"{before:,} of pages, files and classes of leaks elsewhere; of each record {dict(by_kind)}", flush=True)
    assert (different, found) == ([], {})
    assert {each.question: each.status for each in told if each.status >= 500} == {}
    assert count >= RESPONSES
    assert len(by_kind) == len(SHARES)
    assert {each.status for each in told} >= {200, 301, 304, 400, 404, 405, 410}


def test_no_answer_fails(full):
    assert {a.path: a.status for a in full.answers.values() if a.status >= 500} == {}


@pytest.mark.parametrize(
    ("what", "status"), [("public", {200, 301}), ("sealed", {200}), ("removed", {410}), ("nothing", {404})]
)
def test_every_address_answers_as_its_state_says(full, what, status):
    answers = {path: full.answers[path].status for path, state in full.corpus.addresses.items() if state == what}
    assert answers
    assert {path: found for path, found in answers.items() if found not in status} == {}


def test_a_search_finds_what_is_public_and_nothing_else(full, bare):
    """Of names and numbers, words that stand in every docket, and names spelled nearly so that may be suggested."""
    canaries = [c.encode() for c in full.corpus.canaries]
    words = [*full.corpus.markers[::25], *(f"{m[:-1]}Q" for m in full.corpus.markers[::40]), *SOUGHT]
    paths = [f"/search/?q={quote(word)}{more}" for word in words for more in ("", "&all=1")]
    paths += [f"/search/?q={quote(word)}&what={kind}" for word in SOUGHT for kind in SEARCHED]
    answers, others = ask(FULL, paths), ask(BARE, paths)
    assert {path: answer.status for path, answer in answers.items() if answer.status not in (200, 302)} == {}
    for path, answer in answers.items():
        text = html.unescape(answer.everything.decode("utf-8", "replace")).encode()
        assert b"CNRY" not in text or not [c for c in canaries if c in text], path
        other = others[path]
        assert (answer.status, answer.headers, answer.body) == (other.status, other.headers, other.body), path
    nothing = [m for m in full.corpus.markers[::25] if b"0 results" in answers[f"/search/?q={m}"].body]
    assert len(nothing) < len(full.corpus.markers[::25]), "names, captions and docket texts are found"


SOUGHT = ("MARK", "CNRY", "CNRZ1", "Sealed", "v.", "motion or order or complaint", "text", "-x MARK", "2023")
SEARCHED = ("cases", "parties", "counsel", "claims", "filings", "matters")


def test_an_unknown_address_and_a_withheld_one_answer_alike(full):
    prefixes = ("matters", "cases", "filings", "parties", "claims", "documents", "hearings", "deadlines")
    unknown = ask(FULL, [f"/{prefix}/{address_of('nobody')}/" for prefix in prefixes])
    for prefix in prefixes:
        nobody = unknown[f"/{prefix}/{address_of('nobody')}/"]
        withheld = [
            full.answers[path]
            for path, state in full.corpus.addresses.items()
            if state == "nothing" and path.startswith(f"/{prefix}/")
        ]
        assert withheld
        for answer in withheld:
            assert (answer.status, answer.headers, answer.body) == (nobody.status, nobody.headers, nobody.body)
        # the page of a document is its file: one that cannot be read here is still listed, as in documents.csv
        if prefix in ROWS_OF_PAGES and prefix != "documents":
            rows = [full.answers[f"/api/v1{answer.path}"] for answer in withheld if is_row(answer.path)]
            assert [(row.path, row.status) for row in rows if row.status != 404] == []
            assert {row.body for row in rows} == {full.answers[f"/api/v1/{prefix}/{address_of('nobody')}/"].body}


def test_spreadsheets_find_what_is_public(full):
    """Within their archives, where the crawl looks for what is withheld too."""
    told = b"".join(a.everything for path, a in full.answers.items() if path.endswith(".xlsx"))
    missing = [m for m in full.corpus.markers if m.encode() not in told]
    assert len(missing) < len(full.corpus.markers) // 2, missing[:20]


def test_the_api_finds_what_is_public(full):
    """In its own answers, not only on pages."""
    told = b"".join(a.body for path, a in full.answers.items() if path.startswith("/api/"))
    missing = [m for m in full.corpus.markers if m.encode() not in told]
    assert len(missing) < len(full.corpus.markers) // 2, missing[:20]


def test_the_next_request_after_a_seal_shows_it(full, django_db_blocker):
    case = "case3"
    path = f"/cases/{address_of(case)}/"
    before = ask(FULL, [path], follow=True, most=2)
    page = next(a for a in before.values() if a.status == 200)
    assert page.headers.get("ETag")
    with django_db_blocker.unblock(), cluster.use_database(FULL):
        row = d.Case.objects.get(public_id=address_of(case))
        verbs.act("seal", row, actor=None, reason="order of 3 May")
        after = ask(FULL, [page.path, path], headers={"if-none-match": page.headers["ETag"]})
        verbs.act("unseal", row, actor=None, reason="order vacated")
        restored = ask(FULL, [page.path])
    assert b"under seal" in after[path].body
    assert after[page.path].status in (200, 301)
    assert restored[page.path].body == page.body
