"""Followed sources: where the worker looks for what is new in a case, and what it found there last."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Now

from docket.choices import FOLLOWED_FORMS, FollowedKind
from docket.models.cases import Case
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private
from docket.publishing.visibility import CONTENT_WITHHELD

WHY = "how staff work"


class FollowedSourceQuerySet(models.QuerySet["FollowedSource"]):
    """Followed sources, narrowed to those that a look is for."""

    def to_look_at(self) -> FollowedSourceQuerySet:
        """Those that are on, of cases whose content is not withheld."""
        return self.filter(is_on=True).exclude(case__visibility__in=CONTENT_WITHHELD)

    def due(self, at: datetime) -> FollowedSourceQuerySet:
        """Those whose next look has come, the one that waits longest first."""
        return self.to_look_at().filter(state__next_look__lte=at).order_by("state__next_look", "pk")

    def failing(self) -> FollowedSourceQuerySet:
        """Those whose last look did not work, or brought what staff must decide."""
        return self.to_look_at().exclude(state__trouble="")

    def missing(self) -> FollowedSourceQuerySet:
        """Those between two of whose answers entries went by that the record does not have."""
        return self.to_look_at().exclude(state__missed=[])

    def brought(self, since: datetime) -> FollowedSourceQuerySet:
        """Those that brought something since then."""
        return self.filter(state__came_at__gte=since)


@tracked
class FollowedSource(Record):
    """A source that the worker looks at for a case, in the name of the person who entered it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="followed_sources", help_text="What it keeps current.")
    kind = models.CharField(max_length=20, choices=FollowedKind, help_text="What sort of source is looked at.")
    address = models.TextField(
        help_text="RSS feed: its https address on the court's site. CourtListener: the number in the docket's address. "
        "Supreme Court: the docket number. Notices: the name of the folder in which the e-mails (.eml) are put."
    )
    pace = models.PositiveSmallIntegerField(
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(24 * 30)],
        help_text="Hours from one look to the next. After a failure it is more, up to a week. "
        "Courts' feeds show a day or so: look more often than that.",
    )
    is_on = models.BooleanField(default=True, help_text="Look at it. Unticked: keep it, but do not look.")
    counts_as_check = models.BooleanField(
        default=False,
        help_text="A look that worked makes the case “last checked” on that day, which the public reads. Only for the "
        "Supreme Court's docket, or a feed into which the court puts every entry.",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        help_text="Who entered or last changed it; its imports are theirs.",
    )

    objects = FollowedSourceQuerySet.as_manager()

    publication = Private(WHY)

    class Meta(Record.Meta):
        ordering = ("case", "kind", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "address"],
                name="followed_source_once",
                violation_error_message="This source is already followed for this case.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.address}"

    def clean(self) -> None:
        """Refuse an address that is none of its kind, and what the source could not show of this case."""
        super().clean()
        if self.kind not in FOLLOWED_FORMS:
            return
        form = FOLLOWED_FORMS[FollowedKind(self.kind)]
        if not form.address.fullmatch(self.address):
            raise ValidationError({"address": f"Give {form.wanted}."})
        if self.counts_as_check and not form.may_confirm:
            said = f"A {self.get_kind_display()} is not the court's whole docket: a look at it is no check of the case."
            raise ValidationError({"counts_as_check": said})
        if form.needs_number and not (self.case.forum_id and self.case.docket_number):
            said = "It shows many cases, and this one is found there by its number: enter forum and number first."
            raise ValidationError({"kind": said})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whoever saves it begins anew: it is looked at soon, and nothing is remembered of earlier answers."""
        super().save(*args, **kwargs)
        defaults = {"case": self.case, **FollowedState.fresh()}
        FollowedState.objects.update_or_create(source=self, defaults=defaults)


class FollowedState(models.Model):
    """What the last looks at a source found; the worker's own notes, which no history keeps."""

    source = models.OneToOneField(
        FollowedSource, models.CASCADE, primary_key=True, related_name="state", help_text="Of which source."
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="+", help_text="That of the source; it goes when the case is expunged."
    )
    next_look = models.DateTimeField(db_default=Now(), db_index=True, help_text="Not looked at before then.")
    looked_at = models.DateTimeField(null=True, help_text="The last look.")
    worked_at = models.DateTimeField(null=True, help_text="The last look that worked.")
    etag = models.TextField(blank=True, help_text="What the source calls its last answer that was taken over.")
    last_modified = models.TextField(blank=True, help_text="When the source says that answer was made.")
    sha256 = models.CharField(max_length=64, blank=True, help_text="Of that answer.")
    read_files = models.JSONField(default=list, help_text="The files of a folder that were taken over.")
    failures = models.PositiveSmallIntegerField(default=0, help_text="Looks in a row at which it did not answer.")
    failing_since = models.DateTimeField(null=True, help_text="The first look of those that did not work.")
    trouble = models.TextField(blank=True, help_text="Why the last look did not work; empty: it did.")
    came_at = models.DateTimeField(null=True, help_text="When it last brought something.")
    came = models.TextField(blank=True, help_text="What that was.")
    notes = models.TextField(blank=True, help_text="What its last import said besides.")
    missed = models.JSONField(
        default=list,
        help_text="Spans of entries that went by between two looks, until the record has them.",
    )

    publication = Private(WHY)

    def __str__(self) -> str:
        return f"state of followed source {self.source_id}"

    @staticmethod
    def fresh() -> dict[str, Any]:
        """What holds of a source that was just entered or changed."""
        nothing = dict.fromkeys(("etag", "last_modified", "sha256", "trouble"), "")
        return {**nothing, "read_files": [], "failures": 0, "failing_since": None, "next_look": Now()}
