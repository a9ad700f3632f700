"""What a row says of itself: may the public see it, wholly, as a placeholder, or not at all."""

from collections.abc import Iterable

from django.db import models


class Visibility(models.TextChoices):
    """The states of DOMAIN 7.2, in two classes: as if it had never existed, and a placeholder that stays."""

    DRAFT = "draft", "Draft"
    PUBLIC = "public", "Public"
    HIDDEN = "hidden", "Hidden"
    EXPUNGED = "expunged", "Expunged"
    SEALED = "sealed", "Under seal"
    REMOVED = "removed", "Removed"


# Nothing public tells these from an unknown address.
NEVER_EXISTED = (Visibility.DRAFT, Visibility.HIDDEN, Visibility.EXPUNGED)
# A row of a few listed columns stays.
PLACEHOLDERS = (Visibility.SEALED, Visibility.REMOVED)
# Of such a row nothing is told but that it is there: no page, file, count or import reads its content.
CONTENT_WITHHELD = (*PLACEHOLDERS, Visibility.EXPUNGED)
# Withheld for good, whether or not a placeholder stays: all but a draft, which may still be published.
WITHHELD_FOR_GOOD = (*CONTENT_WITHHELD, Visibility.HIDDEN)
# Rows of which the public site says something.
TOLD_OF = (Visibility.PUBLIC, *PLACEHOLDERS)
# Rows that no list and no file has a line for. One under seal has a line without content where its kind allows it.
NOT_LISTED = (Visibility.REMOVED, Visibility.EXPUNGED)


def sql_list(states: Iterable[str]) -> str:
    """Those codes for `visibility in …` in SQL that is written once: ('sealed', 'removed')."""
    quoted = ", ".join(f"'{state}'" for state in states)
    return f"({quoted})"
