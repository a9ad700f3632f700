"""The templates themselves: lines that can be read, and a layout that does not reach the pages."""

import re

import pytest

from config.compact_templates import compact
from config.data_folder import CHECKOUT

TEMPLATES = sorted((CHECKOUT / "templates").rglob("*.*ml"))


def test_no_line_is_longer_than_120_characters():
    assert len(TEMPLATES) > 90
    lines = [
        f"{file.relative_to(CHECKOUT)}:{number}"
        for file in TEMPLATES
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if len(line) > 120
    ]
    assert lines == []


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<ul>\n    <li>\n        One\n    </li>\n</ul>\n", "<ul><li>One</li></ul>"),
        ("a\n    <b>c</b>", "a\n<b>c</b>"),
        ("{{ a }}{% endif %}\n    {% if b %}, {{ b }}{% endif %}", "{{ a }}{% endif %}{% if b %}, {{ b }}{% endif %}"),
        ("{% if b %}\n    {{ b }}{% endif %}", "{% if b %}\n{{ b }}{% endif %}"),
        ('<a\n    href="/x"\n>x</a>', '<a\nhref="/x">x</a>'),
        ("<p>a  b</p>", "<p>a  b</p>"),
    ],
)
def test_a_page_is_sent_without_the_layout_of_its_template(written, sent):
    assert compact(written).strip("\n") == sent


def test_no_template_lays_out_what_is_shown_as_it_stands():
    """Within <pre> and <textarea>, and where the style keeps line breaks, layout would be text."""
    kept = re.compile(r"<(pre|textarea)\b[^>]*>([^<]*)</\1>|<(p)[^>]*docket-text[^>]*>([^<]*)</p>")
    found = [m[2] or m[4] for file in TEMPLATES for m in kept.finditer(file.read_text())]
    assert found
    assert [text for text in found if "\n" in text] == []
