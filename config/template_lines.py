"""A template's long line is written over several: a line that is indented continues the one above.

Beside a tag or a value the line break and the indentation are nothing, between two words they are the space:

    <td>{{ name }}
      {% if role %} ({{ role }}){% endif %}, whose answer
      is due</td>

is `<td>{{ name }}{% if role %} ({{ role }}){% endif %}, whose answer is due</td>`. A page is the same to the letter
however its template is laid out. A line that is not indented begins anew, and its line break is in the page.

`python -m config.template_lines` lays every template out; `--check` names those that are not, and ends with 1.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from django.template import Origin
from django.template.loaders import filesystem

TEMPLATES = Path(__file__).parents[1] / "templates"
MARKUP = (".html", ".xml")
LENGTH = 120
INDENT = "  "
BREAK = re.compile(r"(.?)\n +(?=(\S))")
# what stays whole: a tag, a value, a comment of the template's; a word of text; white space
PIECE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|[^\s<>{]+|\s+|.", re.DOTALL)
ENDS_A_TAG, BEGINS_A_TAG = (">", "}", '"'), ("<", "{")


def joined(template: str) -> str:
    """The template as it is compiled: each continued line in one."""
    return BREAK.sub(lambda at: at[1] + _between(at[1], at[2]), template)


def folded(template: str) -> str:
    """The template laid out anew, no line over 120 characters where a tag allows it; `joined` gives it back."""
    return "\n".join(map(_folded, joined(template).split("\n")))


class Loader(filesystem.Loader):
    """Reads the templates in DIRS; those that are neither HTML nor XML as they are."""

    def get_contents(self, origin: Origin) -> str:
        """The template as it is compiled."""
        contents = super().get_contents(origin)
        return joined(contents) if str(origin.name).endswith(MARKUP) else contents


def templates() -> list[Path]:
    """Those that are laid out, by their path."""
    return sorted(path for path in TEMPLATES.rglob("*") if path.suffix in MARKUP)


def _between(before: str, after: str) -> str:
    return "" if before in ENDS_A_TAG or after in BEGINS_A_TAG else " "


def _folded(line: str) -> str:
    if len(line) <= LENGTH:
        return line
    lines, length = [""], LENGTH
    for space, part in _parts(line):
        if lines[-1] and len(lines[-1]) + len(space) + len(part) > length:
            lines.append(part)
            length = LENGTH - len(INDENT)
        else:
            lines[-1] += space + part
    return f"\n{INDENT}".join(lines)


def _parts(line: str) -> list[tuple[str, str]]:
    """What stays on one line, each with the space before it that a line break may stand for."""
    parts: list[tuple[str, str]] = [("", "")]
    pieces = PIECE.findall(line)
    for number, piece in enumerate(pieces):
        before, after = pieces[number - 1] if number else "", pieces[number + 1] if number + 1 < len(pieces) else ""
        if piece == " " and before and after and _between(before[-1], after[0]) == " ":
            continue
        space = " " if before == " " and number > 1 and _between(pieces[number - 2][-1], piece[0]) == " " else ""
        breaks = bool(space) or (
            bool(before) and not before.isspace() and not piece.isspace() and not _between(before[-1], piece[0])
        )
        if breaks:
            parts.append((space, piece))
        else:
            parts[-1] = (parts[-1][0], parts[-1][1] + piece)
    return parts


def main(arguments: list[str]) -> int:
    """Lay out, or with --check only name, the templates; 1 if one was not laid out or has too long a line."""
    faults = []
    for path in templates():
        source = path.read_text("utf-8")
        if (laid_out := folded(source)) != source:
            faults.append(f"{path.relative_to(TEMPLATES)}: python -m config.template_lines lays it out")
            if "--check" not in arguments:
                path.write_text(laid_out, "utf-8")
        faults += [
            f"{path.relative_to(TEMPLATES)}:{number}: {len(line)} characters, and no place to break it"
            for number, line in enumerate(laid_out.split("\n"), 1)
            if len(line) > LENGTH
        ]
    print(*faults, sep="\n")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
