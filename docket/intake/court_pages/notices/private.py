"""Words of a message without what is meant for its recipient alone: addresses, and links that work once. Pure."""

from docket.intake.court_pages.pacer.page import clean

ADDRESS, LINK = "[e-mail address withheld]", "[link withheld]"
ONCE = ("magic_num=", "uid=", "token=", "optout")


def without_private(raw: str | None) -> str:
    """A text in one line; e-mail addresses and links for its recipient are said to be left out."""
    return " ".join(_word(word) for word in clean(raw).split())


def _word(word: str) -> str:
    lowered = word.lower()
    if any(mark in lowered for mark in ONCE):
        return LINK
    name, at, host = word.partition("@")
    return ADDRESS if at and name and "." in host.strip(".,;)") else word
