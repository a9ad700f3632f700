"""The description in OpenAPI 3.1: serializers, parameters and examples made from the tables of columns and filters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers

from docket.listing.filter_by_row import LONGEST, MOST_WORDS, NamedField
from docket.listing.filterset import WordsField
from docket.site.api.asked import MOST, USUAL, filters_of
from docket.site.api.expanding import expansions_of
from docket.site.api.problems import MEDIA_TYPE
from docket.site.exports.columns import Column, File, Kind
from docket.site.exports.files import RESOURCES
from docket.site.filters.periods import PeriodField

FIELDS: dict[Kind, type[serializers.Field[Any, Any, Any, Any]]] = {
    Kind.NUMBER: serializers.IntegerField,
    Kind.FLAG: serializers.BooleanField,
    Kind.ADDRESS: serializers.URLField,
}
EXAMPLES: dict[Kind, Any] = {
    Kind.TEXT: "words",
    Kind.LIST: ["one", "another"],
    Kind.CODE: "code",
    Kind.ID: "k3x9tq2m7w",
    Kind.ADDRESS: "https://dockets.example.org/cases/k3x9tq2m7w/",
    Kind.DATE: "2021-10-21",
    Kind.TIME: "2024-05-03T14:30:00Z",
    Kind.NUMBER: 1,
    Kind.AMOUNT: "150000.00",
    Kind.FLAG: False,
}
# “2021”, “2021-10” or “2021-10-21”, and the last days of long months by themselves
A_PERIOD = (
    r"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?$"
)
A_PLACE = r"^(([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))?_)?[-_A-Za-z0-9]{1,160}$"
FEW_WORDS = rf"^\s*([^\s\u0000]+(\s+[^\s\u0000]+){{0,{MOST_WORDS - 1}}})?\s*$"


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))


class ProblemSerializer(serializers.Serializer[Any]):  # type: ignore[misc]
    """What is wrong, and with which parameter."""

    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors = serializers.DictField(child=serializers.ListField(child=serializers.CharField()), required=False)


def _row_serializer(file: File) -> type[serializers.Serializer[Any]]:
    """The fields of a row: its columns, each of which may be empty or not asked for."""
    fields: dict[str, Any] = {column.name: _field(column) for column in file.columns}
    if expansions_of(file):
        words = f"What `expand` put in, by name: {', '.join(expansions_of(file))}."
        fields["expanded"] = serializers.DictField(help_text=words, required=False)
    return type(f"{_camel(file.name)}RowSerializer", (serializers.Serializer,), {**fields, "__doc__": file.grain})


def _field(column: Column) -> serializers.Field[Any, Any, Any, Any]:
    if column.kind is Kind.LIST:
        words = column.about.removesuffix(" Joined by “; ”.")
        return serializers.ListField(child=serializers.CharField(), help_text=words, required=False)
    kind = FIELDS.get(column.kind, serializers.CharField)
    return kind(help_text=column.about, allow_null=True, required=False)


ROWS = {file.name: _row_serializer(file) for file in RESOURCES}


def page_serializer(file: File) -> type[serializers.Serializer[Any]]:
    """A page of rows."""
    following = serializers.URLField(allow_null=True, help_text="The address of the next page; null: this is the last.")
    fields = {"next": following, "results": ROWS[file.name](many=True)}
    return type(f"{_camel(file.name)}PageSerializer", (serializers.Serializer,), {**fields, "__doc__": file.grain})


def parameters_of_page(file: File) -> list[OpenApiParameter]:
    """The filters of the list, and what is asked of every list."""
    return [
        *_filters(file),
        OpenApiParameter(
            "limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}, description="How many rows."
        ),
        OpenApiParameter(
            "after",
            {"type": "string", "pattern": A_PLACE},
            description="Where the page begins: taken from `next`, never made.",
        ),
        *parameters_of_row(file),
    ]


def parameters_of_row(file: File) -> list[OpenApiParameter]:
    """Which fields, and what is put in."""
    found = [_names("fields", "Only these fields.", [column.name for column in file.columns])]
    names = list(expansions_of(file))
    return [*found, _names("expand", "What is put into each row, under `expanded`.", names)] if names else found


def _names(name: str, about: str, known: list[str]) -> OpenApiParameter:
    schema = {"type": "array", "items": {"type": "string", "enum": known}}
    return OpenApiParameter(name, schema, style="form", explode=False, description=f"{about} Joined by commas.")


def _filters(file: File) -> Iterator[OpenApiParameter]:
    for name in filters_of(file):
        one = file.filter.base_filters[name]
        codes = [order.code for order in (*file.filter.orders, *file.filter.at_times)]
        known = codes if name == "order" else [str(value) for value in _values(one.extra.get("choices", ()))]
        schema = {"type": "string", "enum": known} if known else _typed(one)
        yield OpenApiParameter(name, schema, description=f"{one.label}.")


def _typed(one: Any) -> dict[str, Any]:
    """What may be typed into a filter without choices."""
    if one.field_class is PeriodField:
        return {"type": "string", "pattern": A_PERIOD}
    if one.field_class in (WordsField, NamedField):
        return {"type": "string", "maxLength": LONGEST, "pattern": FEW_WORDS}
    return {"type": "string", "maxLength": one.extra["max_length"], "pattern": r"^[^\u0000]*$"}


def _values(choices: Any) -> Iterator[Any]:
    for value, words in choices() if callable(choices) else choices:
        if isinstance(words, list | tuple):
            yield from _values(words)
        else:
            yield value


def described_page(file: File) -> Any:
    """The decorator of a view that answers with a page."""
    example = {"next": None, "results": [_example(file)]}
    return extend_schema(
        operation_id=f"list_{file.name.replace('-', '_')}",
        summary=f"{file.name}: {file.grain}",
        tags=[file.name],
        parameters=parameters_of_page(file),
        responses=_responses(page_serializer(file), 400, 404, 429, 503),
        examples=[OpenApiExample("A page", example, response_only=True, status_codes=["200"])],
    )


def described_row(file: File) -> Any:
    """The decorator of a view that answers with a row."""
    in_path = OpenApiParameter("public_id", str, OpenApiParameter.PATH, description=file.columns[0].about)
    return extend_schema(
        operation_id=f"read_{file.name.replace('-', '_')}",
        summary=f"One of {file.name}.",
        tags=[file.name],
        parameters=[in_path, *parameters_of_row(file)],
        responses=_responses(ROWS[file.name], 400, 404, 429, 503),
        examples=[OpenApiExample("A row", _example(file), response_only=True, status_codes=["200"])],
    )


def _example(file: File) -> dict[str, Any]:
    return {column.name: EXAMPLES[column.kind] for column in file.columns}


def _responses(serializer: Any, *problems: int) -> dict[Any, Any]:
    told: dict[Any, Any] = {200: serializer}
    return told | {(status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer) for status in problems}


@cache
def description() -> dict[str, Any]:
    """The whole description, the same for everybody as long as the process lives."""
    from docket.site.api.addresses import described

    generator: Any = SchemaGenerator
    told: dict[str, Any] = generator(patterns=described()).get_schema(request=None, public=True)
    return told | {"servers": [{"url": settings.PUBLIC_BASE_URL}]}
