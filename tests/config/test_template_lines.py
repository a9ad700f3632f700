"""Templates are laid out for those who read them; what is compiled is the same to the letter."""

import re
from typing import Any

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from config.template_lines import LENGTH, TEMPLATES, folded, joined, templates

WORDS = "{% if role %} ({{ role }}){% endif %}, whose answer to the second amended complaint is due, <b>today</b> "


@pytest.mark.parametrize(
    ("laid_out", "compiled"),
    [
        (
            "<td>{{ name }}\n  {% if role %}, {{ role }}{% endif %}</td>",
            "<td>{{ name }}{% if role %}, {{ role }}{% endif %}</td>",
        ),
        ("is due\n  on Monday", "is due on Monday"),
        ("<p>\n  A word</p>", "<p>A word</p>"),
        ("a word\n  <b>bold</b>", "a word<b>bold</b>"),
        ('href="\n  {{ address }}"', 'href="{{ address }}"'),
        ("one line\nthe next", "one line\nthe next"),
        ("one\n\n  two", "one\n two"),
    ],
)
def test_an_indented_line_continues_the_one_above(laid_out: str, compiled: str) -> None:
    assert joined(laid_out) == compiled


def test_a_long_line_is_broken_where_nothing_is_added_to_the_page() -> None:
    line = f"<p>{WORDS * 6}</p>"
    assert max(map(len, folded(line).split("\n"))) <= LENGTH
    assert joined(folded(line)) == line


PIECES = st.sampled_from(
    [
        "word",
        " ",
        ",",
        "<b>",
        "</b>",
        '<a href="',
        '">',
        "{{ value }}",
        "{% if a %}",
        "{# note #}",
        "“quoted”",
        "\n",
        "(",
        "}",
        "{",
        ">",
        "=",
    ]
)


@given(st.lists(PIECES, max_size=120).map("".join))
def test_whatever_stands_in_a_template_comes_back_to_the_letter(template: str) -> None:
    template = joined(template)  # one that is laid out by nobody
    assert joined(folded(template)) == template
    assert folded(folded(template)) == folded(template)


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_template_is_laid_out_with_no_line_too_long(path) -> None:
    source = path.read_text("utf-8")
    assert folded(source) == source
    assert max(map(len, source.split("\n"))) <= LENGTH


def test_the_pages_and_the_feeds_are_among_them() -> None:
    assert {"listing/list.html", "docket/files/feed.xml"} <= {str(path.relative_to(TEMPLATES)) for path in templates()}


def test_the_sites_compile_what_is_joined() -> None:
    for path in templates():
        name = str(path.relative_to(TEMPLATES))
        compiled: Any = engines["django"].get_template(name)
        assert compiled.template.source == joined(path.read_text("utf-8"))


def test_no_two_attributes_of_a_tag_touch() -> None:
    """A line broken within a tag keeps its space: `name="q"maxlength="200"` is an error of HTML."""
    touching = re.compile(r'="[^"<>{}]*"[a-z]')
    pages = {str(path.relative_to(TEMPLATES)): joined(path.read_text()) for path in templates()}
    assert {name: found[0] for name, page in pages.items() if (found := touching.search(page))} == {}
    assert touching.search('<input name="q"maxlength="200">')
