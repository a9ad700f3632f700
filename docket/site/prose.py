"""Markdown of summaries, updates and site pages as safe HTML: a small allow-list, no raw HTML, no images."""

from __future__ import annotations

import re
from dataclasses import dataclass

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

ALLOWED = {
    *("p", "br", "hr", "em", "strong", "a", "blockquote", "code", "pre"),
    *("ul", "ol", "li", "h2", "h3", "h4"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").disable("image")


def as_html(text: str) -> SafeString:
    """HTML whose headings begin at h3, so that they stand below the page's own; links of http(s), mailto and paths."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3" if token.tag in ("h1", "h2") else "h4"
    html = nh3.clean(
        _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}),
        tags=ALLOWED,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )
    return mark_safe(html)  # noqa: S308


def first_words(text: str, length: int = 160) -> str:
    """The beginning of a text in one line, for descriptions; cut at a word."""
    line = " ".join(nh3.clean(as_html(text), tags=set()).split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


LONGEST_HEADLINE = 200
LONG_ACCOUNT = 280
LABEL = re.compile(r"^\*\*[^*\n]{1,40}\*\*\s+")
END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘])|(?<=[.!?][”’)])\s+(?=[A-Z“‘])")
MARKUP = re.compile(r"[*_`\[\]<>#|\\]|^\s*(?:[-+>]|\d+[.)]) ")
# after these a capital does not begin a sentence
SHORT_FORM = re.compile(
    r"\b(?:[A-Z]|[A-Za-z]\.[A-Za-z]|Inc|Co|Corp|Ltd|No|Nos|vs?|Mr|Mrs|Ms|Dr|St|Jr|Sr|Hon|Art|Sec|al|rel|Dist|Ct|App"
    r"|Supp|Rev|Gov|Gen|Sen|Rep|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)


@dataclass(frozen=True)
class Account:
    """A summary in two parts: its first sentence as plain text, and the rest as Markdown, folded where it is long.

    headline is “” where that sentence is long or holds markup: cut, it could say something else.
    """

    headline: str
    rest: str

    @property
    def is_long(self) -> bool:
        """Whether the rest is folded away."""
        return bool(self.headline) and len(self.rest) > LONG_ACCOUNT


@dataclass(frozen=True)
class Opening:
    """A summary of an event, as Markdown: its first paragraph says what happened, the rest what followed."""

    opening: str
    rest: str


def opening_of(text: str) -> Opening:
    """Where the summary begins with a label in bold, it has no such paragraph."""
    if LABEL.match(text := text.strip()):
        return Opening("", text)
    first, _, rest = text.partition("\n\n")
    return Opening(first, rest.strip())


def account_of(text: str) -> Account:
    """A label in bold that begins the summary (“**Decided.** …”) stays with the rest of its paragraph."""
    text = text.strip()
    label = found[0] if (found := LABEL.match(text)) else ""
    paragraph, gap, others = text[len(label) :].partition("\n\n")
    sentence = _first_sentence(paragraph)
    if not sentence or len(sentence) > LONGEST_HEADLINE or MARKUP.search(sentence):
        return Account("", text)
    remaining = paragraph[len(sentence) :].strip()
    return Account(" ".join(sentence.split()), f"{label if remaining else ''}{remaining}{gap}{others}".strip())


def _first_sentence(paragraph: str) -> str:
    for end in END_OF_SENTENCE.finditer(paragraph):
        if not SHORT_FORM.search(sentence := paragraph[: end.start()]):
            return sentence
    return paragraph
