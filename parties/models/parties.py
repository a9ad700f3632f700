"""Parties: persons, organizations, governments, estates, things and groups that proceedings are about."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Left, Upper

from docket.publishing.bases import Eligible, Record, slugged, tracked
from docket.publishing.rules import Corrected, Private, Published
from parties.choices import AliasKind, PartyKind

# An index holds no row of 2,700 bytes and more, and two names alike that far are a question for staff anyway.
NAME_AS_COMPARED = Upper(Left("name", 200))


@tracked
class Party(Eligible):
    """One person, organization or thing, under the name that the public may read.

    Parties are never joined by name alone: two people of one name are two rows until staff say otherwise.
    """

    kind = models.CharField(max_length=20, choices=PartyKind, default=PartyKind.PERSON, help_text="What sort of party.")
    name = models.TextField(
        help_text="As the public reads it. A minor: initials only (A.R.). A pseudonym: the pseudonym; the true name "
        "goes to the protected identity."
    )
    sort_name = models.TextField(
        blank=True, help_text="For alphabetical lists: “Roe, Jane”. Empty: the name itself.", db_default=""
    )
    is_minor = models.BooleanField(default=False, help_text="A minor's name must be initials before it is public.")
    description = models.TextField(
        blank=True, help_text="One neutral line that tells this party from others of the name.", db_default=""
    )

    publication = Published(presence=True, keep=True, corrected=(Corrected("name", "name", goes_on=True),))

    class Meta(Eligible.Meta):
        verbose_name_plural = "parties"
        ordering = ("sort_name", "name", "pk")
        indexes = [
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="party_name_trgm"),
            models.Index(fields=["sort_name", "id"], name="party_sort"),
            # who else has this name: the trigrams of thousands of like names would all be read for it
            models.Index(NAME_AS_COMPARED, name="party_namesakes"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="party_has_name",
                violation_error_message="A party needs a name.",
            ),
            models.CheckConstraint(
                condition=models.Q(is_minor=False) | models.Q(name__regex=r"^([A-Z]\.){2,4}$"),
                name="party_minor_initials",
                violation_error_message="A minor is shown by initials only, such as A.R.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Fill the sort name from the name where staff left it empty."""
        # a database default is an expression until it is read back
        self.sort_name = (isinstance(self.sort_name, str) and self.sort_name) or self.name
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        """The party's permanent address, with the slug of its present name."""
        return slugged("party", self.public_id, self.name)


@tracked
class PartyAlias(Record):
    """Another name of a party: a/k/a, d/b/a, f/k/a."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="aliases", help_text="Whose other name it is.")
    kind = models.CharField(
        max_length=20, choices=AliasKind, default=AliasKind.AKA, help_text="How the names are related."
    )
    name = models.TextField(help_text="The other name, as filed.")

    publication = Published(rides=("party",))

    class Meta(Record.Meta):
        verbose_name_plural = "party aliases"
        ordering = ("party", "name")
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="party_alias_trgm")]
        constraints = [models.UniqueConstraint(fields=["party", "kind", "name"], name="party_alias_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"


@tracked
class ProtectedIdentity(Record):
    """The vault: what may never be public of a party."""

    party = models.OneToOneField(
        Party, models.PROTECT, related_name="protected_identity", help_text="Whose identity it is."
    )
    true_name = models.TextField(blank=True, help_text="The true name behind initials or a pseudonym.")
    identifiers = models.TextField(blank=True, help_text="Last digits of identifiers, dates of birth, as filed.")
    contact = models.TextField(blank=True, help_text="Addresses, telephone numbers and e-mail of the party.")

    publication = Private("true names, identifiers and contacts")

    class Meta(Record.Meta):
        verbose_name_plural = "protected identities"

    def __str__(self) -> str:
        return f"protected identity of party {self.party_id}"
