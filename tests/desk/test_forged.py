"""Forms of another site are refused at every address of the desk, and asking for a page changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import Resolver404, URLResolver, get_resolver, resolve

from tests.records.desk_cast import member

PARTS = re.compile(r"<(?:(\w+):)?\w+>")


def addresses() -> Iterator[str]:
    """An address of every pattern of the desk that can be written down: a number or a letter for each part."""

    def under(patterns: list[Any], before: str = "") -> Iterator[str]:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            yield from under(pattern.url_patterns, route) if isinstance(pattern, URLResolver) else [route]

    for route in under(get_resolver("config.urls_desk").url_patterns):
        path = "/" + PARTS.sub(lambda part: "1" if part[1] == "int" else "x", route)
        try:
            resolve(path, "config.urls_desk")
        except Resolver404:
            continue  # a pattern of letters of its own
        yield path


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_form_of_another_site_is_refused_everywhere(method: str) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = member("chief").cookies
    every = sorted({*addresses()})
    elsewhere = {"origin": "https://elsewhere.example", "referer": "https://elsewhere.example/"}
    answers = {path: getattr(strict, method)(path, headers=elsewhere).status_code for path in every}
    # the API takes no form; the forms of news by mail, which no session stands behind, are not served by the desk
    others = ("/api/v1/", "/follow/")
    right = {path: {404, 405} if path.startswith(others) else {403} for path in every}
    assert {path: status for path, status in answers.items() if status not in right[path]} == {}
    assert len(every) > 250
