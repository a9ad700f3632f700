"""How long caches between the site and its readers may keep an answer, and by which key they drop it."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from docket.site.serving.shared_caches import key_of, lifetime

SHARED = "public, max-age=0, s-maxage=30, must-revalidate"


@pytest.fixture
def public(settings: Any) -> Any:
    settings.DESK, settings.SHARED_CACHE_SECONDS = False, 30
    return settings


def told(response: Any, path: str = "/cases/", method: str = "GET") -> tuple[str, str | None]:
    """Cache-Control and Surrogate-Key of an answer."""
    request = HttpRequest()
    request.path_info, request.method = path, method
    lifetime(request, response)
    assert response.headers.get("Cache-Tag") == response.headers.get("Surrogate-Key")
    return response.headers["Cache-Control"], response.headers.get("Surrogate-Key")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/cases/k3x9q/", "case-k3x9q"),
        ("/cases/k3x9q/roe-v-poe/", "case-k3x9q"),
        ("/cases/k3x9q/latest.atom", "case-k3x9q"),
        ("/matters/m2/collapse/", "matter-m2"),
        ("/parties/p7/latest.atom", "party-p7"),
        ("/", "shared"),
        ("/cases/", "shared"),
        ("/filings/f1/", "shared"),
        ("/calendar/cases/k3x9q/", "shared"),
        ("/api/v1/cases/k3x9q/", "shared"),
    ],
)
def test_a_key_is_of_what_the_address_is_below(path: str, key: str) -> None:
    assert key_of(path) == key


def test_a_page_may_be_kept_some_seconds_by_a_shared_cache_alone(public: Any) -> None:
    assert told(HttpResponse(), "/cases/k3x9q/") == (SHARED, "case-k3x9q")
    assert told(HttpResponse(headers={"Cache-Control": "no-cache", "ETag": '"a"'}), "/latest.atom") == (
        SHARED,
        "shared",
    )


def test_nothing_may_be_kept_unless_it_is_switched_on(public: Any) -> None:
    public.SHARED_CACHE_SECONDS = 0
    assert told(HttpResponse()) == ("no-cache", None)


@pytest.mark.parametrize("status", [301, 304, 404, 410, 429, 503])
def test_only_whole_answers_may_be_kept(public: Any, status: int) -> None:
    assert told(HttpResponse(status=status)) == ("no-cache", None)


def test_what_may_not_be_kept_at_all_stays_so(public: Any) -> None:
    assert told(HttpResponse(headers={"Cache-Control": "no-store"})) == ("no-store", None)
    assert told(HttpResponse(), method="POST") == ("no-cache", None)


def test_a_file_of_any_length_would_push_out_all_else_unless_it_is_of_one_case(public: Any) -> None:
    assert told(StreamingHttpResponse([b""]), "/filings.csv") == ("no-cache", None)
    assert told(StreamingHttpResponse([b""]), "/cases/k3x9q/filings.csv") == (SHARED, "case-k3x9q")


def test_nobody_may_keep_what_a_replica_answers(public: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docket.site.serving.shared_caches.connection.is_replica", True, raising=False)
    assert told(HttpResponse(), "/cases/k3x9q/") == ("no-cache", None)


def test_nobody_keeps_a_page_of_the_desk(settings: Any) -> None:
    settings.DESK, settings.SHARED_CACHE_SECONDS = True, 30
    assert told(HttpResponse(), "/cases/k3x9q/") == ("private, no-store", None)
