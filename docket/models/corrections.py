"""What was corrected in public, and what readers asked for: corrections, taking down, news by e-mail."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from docket.choices import RequestDecision, RequestKind
from docket.models.cases import Case
from docket.models.claims import Claim, ClaimEvent
from docket.models.filings import Filing
from docket.models.matters import Matter
from docket.models.people_in_case import CaseParty
from docket.models.prose import Summary, Update
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private, Published
from parties.models import Party


def subject(model: type[models.Model]) -> models.ForeignKey[Any, Any]:
    """A key to what was corrected; the line is public while that is."""
    return models.ForeignKey(
        model,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="corrections",
        help_text="What was corrected, or to what it belongs.",
    )


class Correction(models.Model):
    """One column of one published row that says something else than the public read before.

    The old value stands in it for dates and sums only: a name or a text that was wrong is not said again. It says what
    was public, never what stood in a draft, as it is written by the drain from the two published rows.
    """

    at = models.DateTimeField(db_default=Now(), editable=False, help_text="When the public page changed.")
    what = models.CharField(max_length=60, editable=False, help_text="The model and column: filing.date_filed.")
    was = models.TextField(db_default="", editable=False, help_text="A date or sum as it stood there: 2023-05-02.")
    matter = subject(Matter)
    case = subject(Case)
    party = subject(Party)
    case_party = subject(CaseParty)
    filing = subject(Filing)
    claim = subject(Claim)
    claim_event = subject(ClaimEvent)
    summary = subject(Summary)
    update = subject(Update)

    is_true_of_one_row: ClassVar = True  # merging two people moves none of it: the other's name was not corrected

    publication = Published(
        rides=("party",),
        evidence=("matter", "case", "case_party", "filing", "claim", "claim_event", "summary", "update"),
    )

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.what} was {self.was}" if self.was else self.what


@tracked
class ReaderRequest(Record):
    """One request that somebody made of this site. What was decided may be changed, and its history keeps what was."""

    kind = models.CharField(max_length=20, choices=RequestKind, help_text="What is asked for.")
    received_on = models.DateField(help_text="The day on which it came.")
    sender = models.TextField(help_text="From whom: the name, and whether party, counsel or another reader.")
    contact = models.TextField(
        blank=True, help_text="Where to answer: an e-mail address, a postal address. Never public."
    )
    address = models.TextField(blank=True, help_text="The address of the page that is meant, as it was sent.")
    text = models.TextField(help_text="What is asked and why, in the sender's words; what was sent along.")
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="reader_requests", help_text="The case that is meant."
    )
    decision = models.CharField(
        max_length=20,
        choices=RequestDecision,
        default=RequestDecision.OPEN,
        help_text="What became of it. Corrected, withheld or declined: say when and why.",
    )
    decided_on = models.DateField(null=True, blank=True, help_text="The day of the decision; empty while it is open.")
    reasons = models.TextField(blank=True, help_text="Why it was decided so; with the order or source that shows it.")
    reply = models.TextField(blank=True, help_text="What was answered, in the words that were sent.")
    replied_on = models.DateField(null=True, blank=True, help_text="The day of the answer; empty: none was sent yet.")
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who entered it, and from the decision on who decided it.",
    )

    publication = Private("who asked for what")

    class Meta(Record.Meta):
        ordering = ("-received_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(decision=RequestDecision.OPEN, decided_on=None)
                | ~Q(decision=RequestDecision.OPEN) & Q(decided_on__isnull=False) & ~Q(reasons=""),
                name="reader_request_decided",
                violation_error_message="A decision has its day and its reasons; an open request has no such day.",
            ),
            models.CheckConstraint(
                condition=Q(replied_on=None) | ~Q(reply=""),
                name="reader_request_replied",
                violation_error_message="An answer that was sent has words: enter what was answered.",
            ),
            models.CheckConstraint(
                condition=(Q(decided_on=None) | Q(decided_on__gte=F("received_on")))
                & (Q(replied_on=None) | Q(replied_on__gte=F("received_on"))),
                name="reader_request_in_order",
                violation_error_message="It cannot be decided or answered before it came.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.sender[:60]}"


class Alert(models.Model):
    """An address of a reader and what it is told of. Gone when the reader leaves; no history of it is kept."""

    class How(models.TextChoices):
        """How often a mail goes out, if there is something to tell."""

        AT_ONCE = "at_once", "Soon after it is published"
        DAILY = "daily", "Once a day"

    key = models.CharField(
        max_length=32, unique=True, editable=False, help_text="By which its links name it; nobody can guess it."
    )
    email = models.EmailField(db_index=True, editable=False, help_text="Where the mails go.")
    feed = models.CharField(
        max_length=500, editable=False, help_text="The address, within the public site, of the Atom feed that is told."
    )
    how = models.CharField(max_length=10, choices=How, editable=False, help_text="How often.")
    network = models.CharField(
        max_length=64, editable=False, help_text="From which network it was asked for, as a keyed hash, for a day."
    )
    asked_at = models.DateTimeField(db_default=Now(), db_index=True, editable=False)
    confirmed_at = models.DateTimeField(
        null=True, editable=False, help_text="When the link in the first mail was opened; empty: not yet."
    )
    next_at = models.DateTimeField(
        null=True, db_index=True, editable=False, help_text="When it is looked at again; empty: not confirmed."
    )
    since = models.DateTimeField(
        null=True, editable=False, help_text="Up to which change of a row it was told; empty: not confirmed."
    )
    told = models.JSONField(
        default=list,
        editable=False,
        help_text="Entries of the last hour before it that were told, with their last change.",
    )
    failures = models.PositiveSmallIntegerField(
        db_default=0, default=0, editable=False, help_text="How often in a row the address was refused."
    )

    publication = Private("readers' addresses")

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["email", "feed"], name="alert_once")]

    def __str__(self) -> str:
        return f"{self.feed} {self.how}"
