"""/healthz says that the process answers, /readyz whether it can serve: 200 or 503, in JSON.

Whoever asks, by whatever name and without https: a load balancer asks by address. Neither tells a secret, and neither
is kept by a cache.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, JsonResponse

from config.health.state import findings


def probes(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Stands before what refuses hosts and asks for https."""
    answers = {"/healthz": alive, "/readyz": ready}

    def respond(request: HttpRequest) -> HttpResponseBase:
        answer = answers.get(request.path_info)
        return answer() if answer else get_response(request)

    return respond


def alive() -> JsonResponse:
    """The process, and nothing that it needs."""
    return _told(200, {"alive": True})


def ready() -> JsonResponse:
    """`checks` has for each name {"well": …, "words": …}."""
    found = list(findings())
    fit = all(finding.well for finding in found if finding.must)
    checks = {finding.name: {"well": finding.well, "words": finding.words} for finding in found}
    return _told(200 if fit else 503, {"ready": fit, "checks": checks})


def _told(status: int, content: dict[str, object]) -> JsonResponse:
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": "10"} if status == 503 else {})
    answer = JsonResponse(content, status=status, headers=headers)
    answer._has_been_logged = True  # type: ignore[attr-defined]  # asked every few seconds; the findings say it
    return answer
