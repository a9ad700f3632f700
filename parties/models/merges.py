"""Merges: two rows of one person made one, and the public address that the other one had."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.publishing.rules import Private, Published
from parties.models.parties import Party


class FormerAddress(models.Model):
    """A public address that now leads to another party's, for ever: that of a party which was merged into it.

    It is kept only for an address that the public could open when the parties were merged, and it is public while the
    party that it leads to is: it never gives that party a presence of its own.
    """

    former = models.CharField(
        max_length=12, unique=True, editable=False, help_text="The public id of the party that was merged."
    )
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        related_name="former_addresses",
        editable=False,
        help_text="The party at whose address it is found now.",
    )

    publication = Published(rides=("party",))

    class Meta:
        verbose_name_plural = "former addresses"
        ordering = ("former",)
        # the published table has plain indexes only
        indexes = [models.Index(fields=["former"], name="former_address_asked")]

    def __str__(self) -> str:
        return self.former


class Merge(models.Model):
    """One row merged into another of its model, with all that is needed to undo it. It holds ids, and no words.

    moved: key → the rows that named the merged row and name the kept one since: {"docket.caseparty.party": [3, 7]}.
    made: model → rows that the merge made: {"parties.partyalias": [5]}.
    """

    label = models.CharField(max_length=60, editable=False, help_text="The model: parties.party, parties.firm …")
    kept_id = models.BigIntegerField(editable=False, help_text="The row that stays.")
    merged_id = models.BigIntegerField(editable=False, help_text="The row that was merged into it: nothing names it.")
    moved = models.JSONField(default=dict, editable=False, help_text="Key → the rows that it moved.")
    made = models.JSONField(default=dict, editable=False, help_text="Model → the rows that it made.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        help_text="Who merged them; empty: the command line.",
    )
    at = models.DateTimeField(db_default=Now(), editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, help_text="Who undid it."
    )
    undone_at = models.DateTimeField(null=True, editable=False, help_text="When it was undone; empty: it stands.")

    publication = Private("which rows that are not public were taken for one person")

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["label", "merged_id"],
                condition=models.Q(undone_at=None),
                name="merged_once",
                violation_error_message="It is merged into another already.",
            )
        ]
        indexes = [models.Index(fields=["label", "kept_id"], name="merge_kept")]

    def __str__(self) -> str:
        return f"{self.label} {self.merged_id} into {self.kept_id}"
