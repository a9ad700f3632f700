"""The addresses of the API: /api/v1/NAME/ and /api/v1/NAME/ID/ of each file, their list and description, the pages."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from docket.site.api.schema import described_page, described_row, description
from docket.site.api.trying import api_page, try_page
from docket.site.api.views import Answer, Nothing, OneRow, PageOfRows, Resources
from docket.site.exports.columns import File
from docket.site.exports.files import RESOURCES

ROOT = "api/v1/"


@extend_schema(exclude=True)
class Description(Answer):
    """The description in OpenAPI."""

    def get(self, request: Request) -> Response:
        """As JSON."""
        return Response(description())


def described() -> list[URLPattern]:
    """The addresses of the resources, which the description tells of."""
    return [address for file in RESOURCES for address in _of(file)]


def api_addresses() -> list[URLPattern]:
    """All of them."""
    return [
        path(ROOT, extend_schema(exclude=True)(Resources).as_view(), name="api"),
        path(f"{ROOT}openapi.json", Description.as_view(), name="api-schema"),
        *described(),
        path("api/", api_page, name="api-page"),
        path("api/<slug:name>/", try_page, name="api-try"),
        path(f"{ROOT}<path:rest>", extend_schema(exclude=True)(Nothing).as_view(), name="api-nothing"),
    ]


def _of(file: File) -> list[URLPattern]:
    many = _view(PageOfRows, file, described_page(file))
    one = _view(OneRow, file, described_row(file))
    return [
        path(f"{ROOT}{file.name}/", many.as_view(), name=f"api-{file.name}"),
        path(f"{ROOT}{file.name}/<str:public_id>/", one.as_view(), name=f"api-{file.name}-row"),
    ]


def _view(base: Any, file: File, describe: Any) -> Any:
    """A view of that file, with a description of its own."""

    class Ours(base):  # type: ignore[misc]
        @describe  # type: ignore[untyped-decorator]
        def get(self, request: Request, **named: str) -> Response:
            answer: Response = super().get(request, **named)
            return answer

    Ours.file = file
    return Ours
