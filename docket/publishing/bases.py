"""The abstract models that every record is made of: identity, lock, history, visibility."""

import secrets
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

import pghistory
import pgtrigger
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.text import slugify

from docket.publishing.visibility import Visibility

# No vowels and no look-alikes: an address never spells a word and can be read over the telephone.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
PUBLIC_ID_LENGTH = 10

M = TypeVar("M", bound=type[models.Model])


def tracked(model: M) -> M:
    """Give a model its history, `<Model>History`, kept by triggers: bulk and raw writes are caught too.

    One trigger a statement, not a row: publishing ten thousand filings would call it as often. A text vector says
    nothing that its text does not.
    """
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=[field.name for field in model._meta.local_fields if isinstance(field, SearchVectorField)],
        model_name=f"{model.__name__}History",
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        level=pghistory.Statement,
    )
    tracked_model: M = track(model)
    return tracked_model


def new_public_id() -> str:
    """A random public id; 27^10 of them, so a guess finds nothing and numbers tell nothing."""
    # one call of the system for ten letters: an import asks for thousands; 2^128 is many times the ids there are
    number, letters = secrets.randbits(128), []
    for _ in range(PUBLIC_ID_LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


@lru_cache(maxsize=20_000)  # a page names dozens, some of them again and again
def slugged(page: str, public_id: str, words: str) -> str:
    """The permanent address of a row, with the slug of its present name."""
    return reverse(page, args=[public_id, slugify(words)[:60] or page])


class Record(models.Model):
    """A row of the record: PostgreSQL itself counts its versions and stamps its last change."""

    row_version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="bump_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(),
                func="NEW.row_version = OLD.row_version + 1; NEW.updated_at = now(); RETURN NEW;",
            )
        ]


class Addressed(Record):
    """A record with a permanent public address."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)

    class Meta(Record.Meta):
        abstract = True


class Told:
    """A row's own word about itself, as templates ask for it."""

    visibility: Any

    @property
    def says_public(self) -> bool:
        """Whether it says that it is public; the public sees it where all that it stands in says so too."""
        return bool(self.visibility == Visibility.PUBLIC)

    @property
    def is_sealed(self) -> bool:
        """Under seal: a line without content stays where its kind allows one."""
        return bool(self.visibility == Visibility.SEALED)

    @property
    def is_removed(self) -> bool:
        """Removed: no list has a line for it, and its address says that it is gone."""
        return bool(self.visibility == Visibility.REMOVED)


class SaysSo(Told, Addressed):
    """A record that itself decides whether the public sees it; it starts as a draft."""

    visibility = models.CharField(
        max_length=10,
        choices=Visibility,
        default=Visibility.DRAFT,
        editable=False,
        help_text="Changed by the verbs publish, hide, seal and unseal only, each with a reason.",
    )

    class Meta(Addressed.Meta):
        abstract = True


class Eligible(Told, Addressed):
    """A record that is public while something public refers to it, unless staff hide it."""

    visibility = models.CharField(
        max_length=10,
        choices=[(v.value, v.label) for v in (Visibility.PUBLIC, Visibility.HIDDEN, Visibility.EXPUNGED)],
        default=Visibility.PUBLIC,
        editable=False,
        help_text="Public while a public case or matter refers to it, unless hidden.",
    )

    class Meta(Addressed.Meta):
        abstract = True
