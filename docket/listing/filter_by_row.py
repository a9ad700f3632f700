"""A filter by a thing of the record: its id in addresses, or words of its name; no list to choose from, as it grows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from docket.listing.words import read_words

MOST = 100
LONGEST = 200
MOST_WORDS = 12


@dataclass(frozen=True)
class Named:
    """What a text names: (primary key, name) of each row; none where nothing of that name is in the record."""

    text: str
    rows: tuple[tuple[int, str], ...]

    @property
    def ids(self) -> list[int]:
        """The primary keys of the rows so named, in no order; none where nothing has the name."""
        return [pk for pk, _ in self.rows]

    def __str__(self) -> str:
        if len(self.rows) == 1:
            return self.rows[0][1]
        return f"{self.text} ({len(self.rows) or 'none'} of that name)"


class NamedField(forms.CharField):
    """Cleans to Named, in one query. find: the rows that a text names, as (id in addresses, primary key, name)."""

    def __init__(self, *, find: Callable[[str], QuerySet[Any, Any]], what: str, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **options)
        self.find, self.what = find, what

    def clean(self, value: Any) -> Any:
        """An exact id wins over names that contain it."""
        text = super().clean(value)
        if not text:
            return None
        refuse_long(text)
        rows = list(self.find(text)[: MOST + 1])
        exact = [row for row in rows if row[0] == text.strip().lower()]
        rows = exact or rows
        if len(rows) > MOST:
            raise ValidationError(f"More than {MOST} {self.what} are so named: write more of the name.")
        return Named(text, tuple((pk, name) for _, pk, name in rows))


class NamedFilter(django_filters.Filter):  # type: ignore[misc]
    """Passes Named to its method."""

    field_class = NamedField


def refuse_long(text: str) -> None:
    """Words cost the database time each."""
    if len(text.split()) > MOST_WORDS:
        raise ValidationError(f"At most {MOST_WORDS} words, please.")


def all_words(text: str, *columns: str) -> Q:
    """Rows of which one column contains every word and phrase, and none contains what is typed with a minus.

    Of “roe or moe” either is enough. Upper case, as Django compares, meets the trigram index on Upper(column).
    """
    asked = read_words(text)
    found = Q()
    for column in columns:
        for words in asked.either:
            found |= contains(column, words)
    for column in columns:
        for word in asked.without:
            found &= ~Q(**{f"{column}__icontains": word})
    return found


def contains(column: str, words: Iterable[str]) -> Q:
    """Rows of which the column contains every one of the words."""
    found = Q()
    for word in words:
        found &= Q(**{f"{column}__icontains": word})
    return found
