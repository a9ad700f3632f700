"""The first sentence of a summary, alone and never cut; what of it is read at once."""

import pytest

from docket.site.prose import LONGEST_HEADLINE, account_of, opening_of


@pytest.mark.parametrize(
    ("text", "headline", "rest"),
    [
        ("The jury found for Roe. An appeal is pending.", "The jury found for Roe.", "An appeal is pending."),
        (
            "**Decided.** Roe won. Poe appealed.\n\n**Open.** Two.",
            "Roe won.",
            "**Decided.** Poe appealed.\n\n**Open.** Two.",
        ),
        ("**Decided.** Roe won.\n\nMore.", "Roe won.", "More."),
        (
            "The claim against Acme, Inc. The other was dropped.",
            "The claim against Acme, Inc. The other was dropped.",
            "",
        ),
        ("Roe v. Poe Co. Ltd. A trial is set. More.", "Roe v. Poe Co. Ltd. A trial is set.", "More."),
        ("Filed Jan. 5 by J. Roe. More.", "Filed Jan. 5 by J. Roe.", "More."),
        ("He said “no.” Then he left.", "He said “no.”", "Then he left."),
        ("One line\nbroken. Two.", "One line broken.", "Two."),
        ("See [the order](https://example.org). More.", "", "See [the order](https://example.org). More."),
        ("*Rust* is a film. More.", "", "*Rust* is a film. More."),
        ("- a list. It is\n- long.", "", "- a list. It is\n- long."),
        ("", "", ""),
    ],
)
def test_the_headline_is_a_whole_sentence_without_markup(text, headline, rest):
    account = account_of(text)
    assert (account.headline, account.rest) == (headline, rest)


def test_a_long_sentence_is_no_headline_and_is_not_cut():
    text = f"The court {'very ' * LONGEST_HEADLINE}much agreed. More."
    assert (account_of(text).headline, account_of(text).rest) == ("", text)


def test_an_event_opens_with_its_first_paragraph_unless_that_has_a_label():
    assert opening_of("A roof fell.\n\n**Civil.** A suit.\n\nMore.").opening == "A roof fell."
    assert opening_of("A roof fell.\n\n**Civil.** A suit.\n\nMore.").rest == "**Civil.** A suit.\n\nMore."
    assert opening_of("**Civil.** A suit.").opening == ""
