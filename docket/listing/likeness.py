"""Names that are spelled nearly so: letters left out, doubled or swapped, accents, words in another order."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.functions import Upper

# two letters swapped in a word of six leave 0.286 of its trigrams (PostgreSQL's own threshold is 0.6), as does a common
# beginning: so the index gives candidates only, and the letters decide
THRESHOLD = 0.28
CANDIDATES = 200
ENOUGH = 0.75  # of the letters of two words, in order: "Tasmin" and "Tamsin" share 0.83, "Roe" and "Row" 0.67
WORD = re.compile(r"[^\W\d_]{3,}")


def has_words(text: str) -> bool:
    """Whether there is anything to compare: numbers and words of two letters are passed over."""
    return bool(WORD.search(text))


def compare_loosely(connection: BaseDatabaseWrapper) -> None:
    """Let the index give more candidates for the rest of the transaction, which a request of the desk is."""
    with connection.cursor() as cursor:
        cursor.execute("set local pg_trgm.word_similarity_threshold = %s", [THRESHOLD])


def spelled_alike(rows: QuerySet[Any], column: str, text: str) -> list[int]:
    """Keys of rows of which the column has a word like each word of the text, the likest first.

    Needs `compare_loosely`; meets the trigram index on Upper(column).
    """
    words = WORD.findall(text.upper())
    rows = rows.alias(spelled=Upper(column), likeness=TrigramSimilarity(Upper(column), text.upper()))
    for word in words:
        rows = rows.filter(spelled__trigram_word_similar=word)
    candidates = rows.order_by("-likeness", "pk").values_list("pk", column)[:CANDIDATES]
    return [pk for pk, name in candidates if is_alike(text, name)]


def is_alike(text: str, name: str) -> bool:
    """Whether each word of a text is nearly one of the name's: "Orell, Tasmin" and "Tamsin Orrell"."""
    words, others = _plain(text), _plain(name)
    return all(any(SequenceMatcher(None, word, other).ratio() >= ENOUGH for other in others) for word in words)


def _plain(text: str) -> list[str]:
    """Its words in capital letters without accents."""
    letters = unicodedata.normalize("NFKD", text.upper())
    return WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))
