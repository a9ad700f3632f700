"""Personal data in texts: what is found, where, and what is left alone."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from docket.personal_data import Kind, find
from tests.personal_data.corpus import samples
from tests.personal_data.written import HARMLESS, WRITTEN
from tests.shared import DOCKETS, needs_dockets

SEED, EACH = 7081, 80
WORDS = ("description", "short_description", "case_name", "docket_text", "text")


def held(text: str) -> list[tuple[Kind, str]]:
    return [(finding.kind, text[finding.start : finding.end]) for finding in find(text)]


class TestTheCorpus:
    def test_it_finds_ninety_seven_of_a_hundred_and_cries_wolf_three_times_at_most(self):
        right = wrong = missed = 0
        failures = Counter[str]()
        texts = list(samples(SEED, EACH))
        for sample in texts:
            start = sample.text.find(sample.held) if sample.held else -1
            end = start + len(sample.held)
            found = find(sample.text)
            hits = [f for f in found if f.kind == sample.kind and f.start < end and f.end > start]
            right += bool(hits)
            missed += bool(sample.kind and not hits)
            wrong += len(found) - len(hits)
            if bool(sample.kind) != bool(hits) or len(found) > len(hits):
                failures[f"{sample.kind}: {sample.text!r} → {held(sample.text)}"] += 1
        precision, recall = right / (right + wrong), right / (right + missed)
        print(f"\n{len(texts)} texts: precision {precision:.2%}, recall {recall:.2%}", *failures, sep="\n")
        assert len(texts) >= 1000
        assert precision >= 0.97
        assert recall >= 0.97

    def test_every_kind_is_in_it(self):
        assert {sample.kind for sample in samples(SEED, 1)} == {*Kind, None}


class TestWhatIsFound:
    @pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in WRITTEN.items() for text in texts])
    def test_each_form_in_which_dockets_write_it(self, kind: Kind, text: str):
        assert kind in [found for found, _ in held(f"NOTICE by Ezra Colm ({text}) (Entered: 03/04/2021)")]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("219-09-9999", "219-09-9999"),
            ("SSN 219 09\n9999", "219 09\n9999"),
            ("2 1 9 - 0 9 - 9 9 9 9", "2 1 9 - 0 9 - 9 9 9 9"),
            ("219–09\u200b–9999", "219–09\u200b–9999"),
            ("２１９-09-9999", "２１９-09-9999"),
        ],
    )
    def test_a_number_however_it_is_set(self, text: str, found: str):
        assert held(text) == [(Kind.SOCIAL_SECURITY, found)]

    def test_several_in_one_text_each_at_its_place(self):
        text = "DOB 3/4/1984, card 4111 1111 1111 1111, Ann Example, a minor"
        assert held(text) == [
            (Kind.BIRTH_DATE, "3/4/1984"),
            (Kind.CARD, "4111 1111 1111 1111"),
            (Kind.PROTECTED_NAME, "Ann Example"),
        ]

    def test_it_is_shown_with_its_surroundings_on_one_line(self):
        text = "filed by\nAnn, SSN 219-09-\n9999 of record"
        assert find(text)[0].words(text) == ("filed by Ann, SSN ", "219-09- 9999", " of record")


class TestWhatIsLeftAlone:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "XXX-XX-1234",
            "xxx-xx-9999, card ****-****-****-1111",
            "4111 1111 1111 1112",
            "000-12-3456 666-12-3456 123-00-4567 123-45-0000",
            "2:19-cv-01234-ABC No. D-101-CV-2022-00244",
            "$123,456,789.00",
            "A.R., a minor, by Jane Roe her next friend",
            "account ending in 1234",
            "GB82 WEST 1234 5698 7654 33",
            *HARMLESS,
        ],
    )
    def test_what_only_looks_like_it(self, text: str):
        assert held(text) == []


class TestHostileTexts:
    @pytest.mark.parametrize(
        "piece", ["DOB ", "bank ", "account ", "SSN -", "born in Aa ", "Aa Bb ", "a@a.", "1 Aa Bb ", " \n"]
    )
    def test_a_long_text_of_beginnings_is_read_in_time_that_grows_with_it(self, piece: str):
        """Patterns that go back and forth would not end within the run's own limit."""
        assert find(piece * (60_000 // len(piece))) == []


def texts_of(page: Any) -> Iterator[str]:
    """The words of docket entries and captions in a page's JSON."""
    items = page.items() if isinstance(page, dict) else enumerate(page) if isinstance(page, list) else ()
    for name, value in items:
        if isinstance(value, str) and name in WORDS:
            yield value
        else:
            yield from texts_of(value)


@needs_dockets
class TestRealDockets:
    def test_the_words_of_courts_trip_it_once_in_five_hundred_texts_at_most(self):
        texts = [text for page in DOCKETS.rglob("*.json") for text in texts_of(json.loads(page.read_text()))]
        tripped = [kind for text in texts for kind, _ in held(text)]
        print(f"\n{len(texts):,} real texts: {len(tripped)} findings {dict(Counter(map(str, tripped)))}")
        assert len(tripped) <= len(texts) / 500
