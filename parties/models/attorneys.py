"""Attorneys and the firms they appear with."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper

from docket.publishing.bases import Eligible, Record, tracked
from docket.publishing.rules import Private, Published


@tracked
class Firm(Eligible):
    """A law firm, prosecutor's office or legal department."""

    name = models.TextField(help_text="As the firm writes it.")

    publication = Published(presence=True, keep=True)

    class Meta(Eligible.Meta):
        ordering = ("name", "pk")
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="firm_name_trgm")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="firm_has_name",
                violation_error_message="A firm needs a name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Attorney(Eligible):
    """A lawyer who appears in cases. Never joined with another of the same name by the name alone."""

    name = models.TextField(help_text="As the court's record gives it.")

    publication = Published(presence=True, keep=True)

    class Meta(Eligible.Meta):
        ordering = ("name", "pk")
        indexes = [
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="attorney_name_trgm"),
            models.Index(fields=["name", "id"], name="attorney_sort"),
        ]

    def __str__(self) -> str:
        return self.name or "(name not in the record)"


@tracked
class AttorneyContact(Record):
    """The vault: an attorney's address block, telephone and e-mail as a court page gave them."""

    attorney = models.ForeignKey(
        Attorney, models.PROTECT, related_name="contacts", help_text="Whose contact details these are."
    )
    text = models.TextField(help_text="The block as filed, one line each.")

    publication = Private("contact details")

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["attorney", "text"], name="attorney_contact_once")]

    def __str__(self) -> str:
        return f"contact of attorney {self.attorney_id}"
