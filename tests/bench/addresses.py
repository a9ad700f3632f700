"""The public site's addresses, and bare views beside them: what the site's own pages are compared with."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path

from config.urls_public import urlpatterns as public
from tests.bench.asking import Statement


class Bare:
    """What the bare page is made of, taken from the page that it stands beside."""

    sql: tuple[Statement, ...] = ()
    context: dict[str, Any] = {}  # replaced as a whole


def bare(request: HttpRequest) -> HttpResponse:
    """As little as a view can do."""
    return HttpResponse("Nothing to see here.")


def bare_page(request: HttpRequest) -> HttpResponse:
    """The same SQL and the same template as a case page, and nothing else."""
    with connection.cursor() as cursor:
        for sql, params in Bare.sql:
            cursor.execute(sql, params)
            cursor.fetchall()
    return TemplateResponse(request, "docket/case/case.html", Bare.context)


urlpatterns = [path("bare/", bare), path("bare-page/", bare_page), *public]
