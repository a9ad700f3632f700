"""What is told of one party is that party's own: how a whole case ended may be another's."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest

from docket.choices import CASE_STATUS_PUBLIC_LABEL, CaseDisposition
from docket.models import Case, MatterParty
from docket.samples.loading import load
from parties.models import Party
from tests import cluster
from tests.conftest import TEMPLATE
from tests.processes.asking import Answer, ask

SAMPLES = f"{cluster.TEST_DATABASE}_one_party"
FILES = ("cases", "case-parties", "claims")
DAY = r"(?: (?:\d+ )?(?:\w+ )?\d{4})?"  # “Closed 3 May 2026: …”
STATUSES = "|".join(map(re.escape, CASE_STATUS_PUBLIC_LABEL.values()))
ENDS = "|".join(re.escape(str(words)) for words in CaseDisposition.labels)
# each way in which a page says how a case ended; the last are what no single claim is ever said to have come to
SENTENCES = (
    re.compile(rf"\b(?:{STATUSES}){DAY}: (?:{ENDS})"),
    re.compile(rf"case closed \((?:{ENDS.lower()})"),
    re.compile(r"Convicted after trial|Judgment on (?:jury verdict|an arbitrator's award)"),
)


def told(answer: Answer) -> str:
    """The words of an answer; of a page also those of its head."""
    text = re.sub(r"</?(strong|b|em|time|span|a)\b[^>]*>", "", answer.body.decode())
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def of_whole_cases(answer: Answer) -> set[str]:
    """The sentences in an answer that say how a case ended."""
    text = told(answer)
    return {found for sentence in SENTENCES for found in sentence.findall(text)}


def about(party: Party) -> list[str]:
    """Every address whose answer is narrowed to a party."""
    asked = f"party={party.public_id}"
    cases = list(Case.objects.filter(case_parties__party=party).distinct())
    pages = {case.get_absolute_url() for case in cases if case.disposition}
    pages |= {part.matter.get_absolute_url() for part in MatterParty.objects.filter(party=party)}
    return [
        party.get_absolute_url(),
        f"/cases/?{asked}",
        f"/cases.atom?{asked}",
        f"{party.get_absolute_url().rsplit('/', 2)[0]}/latest.atom",
        *(f"/{name}.csv?{asked}" for name in FILES),
        *(f"/cases/{case.public_id}/cases.csv?{asked}" for case in cases),
        *(f"{page}?{asked}&as_of={day}" for page in sorted(pages) for day in ("2026-11-01", "2024-01-02")),
        *(f"{page}?{role}={party.public_id}" for page in sorted(pages) for role in ("party", "claimant")),
    ]


@pytest.fixture(scope="module")
def answers(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Answer]]:
    """What the public site answers over both samples, at every address about a party and at the first of every page."""
    cluster.make_database(SAMPLES, template=TEMPLATE)
    with django_db_blocker.unblock(), cluster.use_database(SAMPLES):
        load(["rust", "fictional"])
        paths = [path for party in Party.objects.all() for path in about(party)]
        paths += [case.get_absolute_url() for case in Case.objects.all()]
    yield ask(SAMPLES, [*paths, "/cases/", "/cases.csv", "/case-parties.csv", "/parties/", "/parties.csv"], most=5000)
    cluster.drop_database(SAMPLES)


def test_no_answer_about_a_party_of_the_samples_says_how_a_whole_case_ended(answers):
    of_parties = {path: a for path, a in answers.items() if path.startswith("/parties") or "party=" in path}
    of_parties |= {path: a for path, a in answers.items() if "claimant=" in path}
    assert len([path for path in of_parties if path.startswith("/parties/")]) >= 30
    assert {path: a.status for path, a in of_parties.items() if a.status not in (200, 301, 404)} == {}
    assert [path for path, a in of_parties.items() if path.startswith("/parties/") and a.status != 200] == []
    assert {path: found for path, a in of_parties.items() if (found := of_whole_cases(a))} == {}


def test_the_cases_own_pages_and_the_whole_list_still_say_it(answers):
    """Or the sentences looked for would be none."""
    whole = [a for path, a in answers.items() if re.fullmatch(r"/cases/[^?]*", path)]
    assert sum(bool(of_whole_cases(answer)) for answer in whole) >= 5
    assert re.search(rf"Closed{DAY}: \d \w+", told(answers["/cases/"]))
    rows = rows_of(answers["/cases.csv"])
    assert {row["disposition_label"] for row in rows} >= {"Judgment on jury verdict"}
    # several are charged or cited in these: what became of each stands in the file of claims
    assert {row["disposition"] for row in rows if row["category"] in ("criminal", "regulatory")} == {""}


def test_the_page_of_a_party_says_where_its_cases_stand(answers):
    pages = [told(a) for path, a in answers.items() if path.startswith("/parties/") and path != "/parties/"]
    assert sum("· Closed" in page for page in pages) >= 5


def test_one_who_was_acquitted_is_told_of_by_that_and_not_by_the_case(answers):
    """The case closed with another's conviction."""
    lists = [told(a) for path, a in answers.items() if path.startswith("/cases/?party=")]
    assert any(re.search(rf"Closed{DAY}: acquitted, 21 February 2025, on \d count", page) for page in lists)
    heads = [told(a) for path, a in answers.items() if re.fullmatch(r"/cases/[^?]+", path)]
    assert any(
        re.search(rf"Closed{DAY}: 1 convicted(,| and) [\w ]+ on different counts, 1 acquitted", page) for page in heads
    )


def rows_of(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.body.decode())))


def test_a_file_of_a_partys_cases_leaves_the_outcome_of_each_empty(answers):
    files = [a for path, a in answers.items() if re.search(r"/?cases\.csv\?party=", path)]
    rows = [row for answer in files for row in rows_of(answer)]
    assert len(rows) >= 40
    assert {(row["disposition"], row["disposition_label"]) for row in rows} == {("", "")}
    assert "Closed" in {row["status_label"] for row in rows}


def test_the_parties_of_a_case_each_have_their_own_outcome(answers):
    """Two accused in one case, which closed with the conviction of one of them."""
    found = [a for path, a in answers.items() if path.startswith("/case-parties.csv?party=")]
    rows = [row for answer in found for row in rows_of(answer)]
    told = {row["outcome"] for row in rows if row["outcome"]}
    assert any(re.search(r"\bacquitted, 21 February 2025, on \d count", words) for words in told)
    assert any("convicted" in words for words in told)
    assert {row["outcome"] for row in rows if row["side"] == "initiating" and row["role"] == "prosecution"} == {""}
    ends = {str(words).lower() for words in CaseDisposition.labels if " " in words}
    assert not [words for words in told if words in ends]


def test_the_parties_outcomes_are_the_same_in_the_whole_file(answers):
    of_parties = [a for path, a in answers.items() if path.startswith("/case-parties.csv?party=")]
    one_by_one = {tuple(row.values()) for answer in of_parties for row in rows_of(answer)}
    assert len(one_by_one) >= 40
    assert one_by_one <= {tuple(row.values()) for row in rows_of(answers["/case-parties.csv"])}


def test_beside_a_decision_a_charge_is_not_called_an_accusation(answers):
    pages = " ".join(told(a) for path, a in answers.items() if path.startswith("/parties/") and path != "/parties/")
    assert re.search(r"\(charged\): Acquitted, 21 February 2025", pages)
    assert not re.search(r"an accusation\)?:? (?:Acquitted|Convicted|Sentenced|Charge dismissed|Charge dropped)", pages)
    assert "(charged, an accusation)" in pages or "not decided" not in pages
