"""What the site proposes to staff: deadlines that follow from a filing, other days, what an answer closes.

Never public. A proposal that nobody has accepted is no deadline, so it stands in a table of its own.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from docket.choices import ProposalKind, ProposalState
from docket.models.calendar import Deadline, Hearing
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.parts.counted import Counted
from docket.models.parts.in_case import InCase
from docket.models.people_in_case import CaseParty
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private


@tracked
class DeadlineProposal(Counted, InCase, Record):
    """A deadline that would follow, a change of one, or its end; open until staff accept or dismiss it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="deadline_proposals", help_text="In which case.")
    kind = models.CharField(max_length=20, choices=ProposalKind, help_text="What is proposed.")
    deadline = models.ForeignKey(
        Deadline,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        help_text="The deadline to be changed or closed; once accepted, the one that was made.",
    )
    title = models.TextField(blank=True, help_text="What is due.")
    case_party = models.ForeignKey(
        CaseParty,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadline_proposals",
        help_text="For whom; empty: all, or not known.",
    )
    trigger = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadline_proposals",
        help_text="The filing from which it follows.",
    )
    hearing = models.ForeignKey(
        Hearing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadline_proposals",
        help_text="The hearing from which it is counted back.",
    )
    earliest = models.DateField(null=True, blank=True, help_text="The safe day.")
    latest = models.DateField(null=True, blank=True, help_text="The last day that can be argued.")
    satisfied_by = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="closes_proposed",
        help_text="The filing that answers, extends or stops it.",
    )
    because = models.TextField(blank=True, help_text="Why it is proposed.")
    state = models.CharField(
        max_length=20, choices=ProposalState, default=ProposalState.OPEN, help_text="What staff made of it."
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decision_reason = models.TextField(blank=True, help_text="Why it was changed or dismissed.")

    same_case = ("deadline", "case_party", "trigger", "hearing", "satisfied_by")
    publication = Private("what staff have not decided yet")

    class Meta(Record.Meta):
        ordering = ("earliest", "pk")
        indexes = [models.Index(fields=["case", "state"], name="proposal_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "rule", "trigger_kind", "trigger", "hearing", "case_party", "deadline"],
                condition=Q(state=ProposalState.OPEN),
                nulls_distinct=False,
                name="proposal_open_once",
            ),
        ]

    def __str__(self) -> str:
        day = f" ({self.earliest})" if self.earliest else ""
        return f"{self.get_kind_display()}: {self.title}{day}"
