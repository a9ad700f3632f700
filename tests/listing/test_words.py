"""The words of a box: names in any order, phrases, and what is left out."""

import pytest

from docket.listing.likeness import is_alike
from docket.listing.words import Words, read_words, tidy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", Words()),
        ("Orrell, Tamsin", Words(("Orrell", "Tamsin"), either=(("Orrell", "Tamsin"),))),
        ("“park authority”", Words((), ("park authority",), either=(("park authority",),))),
        ('"never closed', Words((), ("never closed",), either=(("never closed",),))),
        ("motion -discovery", Words(("motion",), (), ("discovery",), (("motion",),))),
        ('-"summary judgment" motion', Words(("motion",), (), ("summary judgment",), (("motion",),))),
        ("D-101-CV-2024", Words(("D-101-CV-2024",), either=(("D-101-CV-2024",),))),
        ('- -- "" , ;', Words()),
        ('stage"collapse"', Words(("stage",), ("collapse",), either=(("stage", "collapse"),))),
        ("roe or moe OR", Words(("roe", "or", "moe", "OR"), either=(("roe",), ("moe",)))),
    ],
)
def test_it_takes_words_phrases_and_exclusions_apart(text: str, words: Words) -> None:
    assert read_words(text) == words


def test_what_is_read_can_be_typed_again() -> None:
    words = read_words('stage "park authority" -"summary judgment" -clerk')
    assert read_words(str(words)) == words


def test_a_name_is_tidied_in_the_order_in_which_it_is_typed() -> None:
    assert tidy("Orrell, Tamsin;") == "Orrell Tamsin"


@pytest.mark.parametrize(
    ("text", "name", "alike"),
    [
        ("Orell, Tasmin", "Tamsin Orrell", True),
        ("Éllery", "ELLERY", True),
        ("Roe", "Row", False),
        ("Tasmin Nobody", "Tamsin Orrell", False),
    ],
)
def test_names_are_alike_where_each_word_is(text: str, name: str, alike: bool) -> None:
    assert is_alike(text, name) is alike
