"""A thousand questions that nobody would ask: each is answered, or refused with what was wrong."""

import random
from urllib.parse import quote

import pytest
from django.test import Client

from tests.records.listing_records import Cast, as_public

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
NAMES = (
    *("q", "q", "q", "what", "forum", "party", "role", "type", "effect", "motions", "filed_from", "filed_to"),
    *("order", "after", "before", "all", "case", "nobody"),
)
PIECES = (
    *("poe", "negligence", "cases", "filings", "counsel", "best", "newest", "xtest", "roe", "plaintiff", "no_ruling"),
    *("1:21-cv-00123", "21cv123", "2022", "2022-13", "0000", "9999-12-31", "open", "mot.dismiss", "or", "OR or"),
    *('"', "'", "“", "”", "-", "--", "\\", "%", "_", "%s", "{}", "&", "|", "!", ":*", "<->", "(", ")", "*", ";", "/*"),
    *("<script>", "{{ 7 }}", "\x00", "\x02", "\x03", "\u202e", "\ufeff", "\U0001f4a5", "ß", "İ", "é", "\n", "\t", " "),
    *("a" * 300, "x " * 40, "9" * 25, "-" * 50, '"' * 9, "٢٠٢٢", "no. ", "(ABC)", "NaN", "_bcdfghjkmn", "2022-01-01_x"),
)
# escapes that are none, and bytes that are no text
RAW = ("%", "%zz", "%ff", "%ed%a0%80", "%00", "&&&=", "q", "=", "q=&q=&q=poe")


def question(chance: random.Random) -> str:
    if chance.random() < 0.05:
        return f"q=poe&{chance.choice(RAW)}"
    pairs = []
    for _ in range(chance.randint(1, 5)):
        value = "".join(chance.choices(PIECES, k=chance.randint(0, 4)))
        pairs.append(f"{chance.choice(NAMES)}={quote(value, errors='surrogatepass')}")
    return "&".join(pairs)


def test_no_question_fails(committed: None) -> None:
    Cast().publish()
    chance = random.Random(14)
    with as_public():
        client = Client(raise_request_exception=False)
        answers = {asked: client.get(f"/search/?{asked}") for asked in (question(chance) for _ in range(1000))}
    statuses = {asked: answer.status_code for asked, answer in answers.items()}
    assert {asked: status for asked, status in statuses.items() if status not in (200, 302, 400)} == {}
    assert sum(status == 200 for status in statuses.values()) > 200
    for asked, answer in answers.items():
        body = answer.content.decode()
        assert "<script>" not in body, asked
        if answer.status_code == 400:
            assert 'role="alert"' in body, asked
