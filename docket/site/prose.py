"""Markdown of summaries, updates and site pages as safe HTML: a small allow-list, no raw HTML, no images."""

from __future__ import annotations

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
