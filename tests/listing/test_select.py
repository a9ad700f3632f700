"""The select of the lists is Django's own in all that a browser reads of it."""

from typing import Any

import pytest
from django import forms
from django.test.html import parse_html

from docket.listing.select import PlainSelect

CHOICES = [("", "Any"), ("a&b", "<Civil>"), ("Of courts", [("x", "Court"), (7, "Seven")])]


@pytest.mark.parametrize("value", ["", None, "a&b", "x", 7, "none of them"])
def test_a_select_is_the_same_html_as_djangos(value: Any) -> None:
    told = {"id": "id_category", "title": "a “b” & c"}
    plain, usual = (kind(choices=CHOICES).render("category", value, told) for kind in (PlainSelect, forms.Select))
    assert parse_html(plain) == parse_html(usual)
    assert plain.startswith("<select ")
