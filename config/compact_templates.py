"""Templates are laid out for those who read them, pages are sent without that layout.

What the layout adds to a template, and what is left of it in a page:

- the indentation of a line: nothing but the line break, which is white space as well;
- a line break beside a tag that no text stands beside (<p>, <li>, <td> …) or before the end of a tag: nothing;
- a line break between a template tag and that of the next line: nothing, so that a comma may follow:
  `{{ name }}{% if role %} ({{ role }}){% endif %}` ⏎ `{% if until %}, until {{ until }}{% endif %}`.
  A space before what a condition adds stands within it: `{% if until %} until {{ until }}{% endif %}`.

White space within a line stays as it is. No template has a line of text within <pre> or <textarea>, where layout would
be text; `{{ … }}` stands there alone.
"""

import re

from django.template import Origin
from django.template.loaders import filesystem

BESIDE_NOTHING = (
    "(?:p|[uo]l|li|div|section|h[1-6]|table|caption|thead|tbody|t[rhd]|d[ltd]|form|nav|header|footer|main|figure"
    "|figcaption|blockquote|fieldset|legend|details|summary|option|head|link|meta|script|title|body)"
)
LAYOUT = (
    (re.compile(r"[ \t]*\n\s*"), "\n"),
    (re.compile(rf"\n(?=</?{BESIDE_NOTHING}[\s>])"), ""),
    (re.compile(rf"(</?{BESIDE_NOTHING}(?:\s[^<>{{}}]*)?>)\n"), r"\1"),
    (re.compile(r"(?<=[\"}])\n(?=>)"), ""),
    (re.compile(r"(?<=%})\n(?={%)"), ""),
)


def compact(template: str) -> str:
    """The source of an HTML template without what only its layout adds."""
    for layout, instead in LAYOUT:
        template = layout.sub(instead, template)
    return template


class Loader(filesystem.Loader):
    """Reads the templates in DIRS; those that are not HTML as they are."""

    def get_contents(self, origin: Origin) -> str:
        """The template as it is compiled."""
        contents = super().get_contents(origin)
        return compact(contents) if str(origin.name).endswith(".html") else contents
