"""What a browser without script sends back from a page of the desk: read from its HTML, not from its forms."""

from __future__ import annotations

from typing import Any

import lxml.html

Sent = dict[str, list[str]]


def sent(response: Any) -> Sent:
    """The values of the page's sheet, as they stand there, without its buttons."""
    (form,) = lxml.html.fromstring(response.content.decode()).cssselect("form.sheet-form")
    found: Sent = {}
    for box in form.cssselect("input[name], select[name], textarea[name]"):
        for value in _values(box):
            found.setdefault(box.name, []).append(value)
    return found


def _values(box: Any) -> list[str]:
    if box.get("type") == "submit" or box.get("disabled") is not None:
        return []
    if box.get("type") in ("checkbox", "radio"):
        return [box.get("value", "on")] if box.checked else []
    if box.tag == "select" and box.multiple:
        return list(box.value)
    return [box.value or ""]


def ticked(values: Sent, name: str, *more: Any) -> Sent:
    """With these boxes ticked too."""
    return values | {name: [*values.get(name, []), *(str(value) for value in more)]}


def errors(response: Any) -> list[str]:
    """Every sentence in which the page says what is wrong."""
    page = lxml.html.fromstring(response.content.decode())
    return [item.text_content() for item in page.cssselect("ul.errorlist li")]
