"""The filters of claims."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from docket.choices import CaseCategory, CauseOfAction, ClaimEffect, ClaimKind
from docket.claims import for_status, status_of
from docket.claims.candidates import candidates
from docket.listing.filter_by_row import Named, NamedFilter, all_words
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Keep, Key, Order
from docket.models import CaseMatter, Claim, ClaimAgainst, ClaimParty
from docket.site.filters import search
from docket.site.filters.parts import choice, forum_filter, matter_filter, party_filter
from docket.site.filters.periods import Period, PeriodFilter, since, until


class ClaimFilter(ListFilter):
    """Claims, each against one party, by what they say, where they stand and who asserts them against whom."""

    orders = (
        Order(
            "newest",
            "Newest case first",
            (
                Key("case__date_filed", True, nulls="last"),
                Key("case__pk", True),
                Key("claim__position"),
                Key("claim__pk"),
                Key("pk"),
            ),
            nullable=True,
        ),
    )
    first = ("q", "effect", "kind")

    q = WordsFilter(label="Title of the claim", method="by_words")
    effect = choice(
        "Where it stands",
        [pair for pair in ClaimEffect.choices if pair[0] != ClaimEffect.NONE],
        method="by_status",
    )
    kind = choice("Kind", ClaimKind.choices, field_name="claim__kind")
    cause = choice("Cause of action", CauseOfAction.choices, field_name="claim__cause_of_action")
    claimant = party_filter("Asserted by", "asserted_by")
    party = party_filter("Against", "against")
    matter = matter_filter()
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="of_case")
    forum = forum_filter()
    category = choice("Category of case", CaseCategory.choices, field_name="case__category")
    filed_from = PeriodFilter(label="Pleaded from", method="from_day")
    filed_to = PeriodFilter(label="Pleaded to", method="to_day")

    def by_words(self, rows: QuerySet[ClaimAgainst], name: str, text: str) -> QuerySet[ClaimAgainst]:
        """Claims whose title or label holds all the words: found by their own index, then against whom."""
        return rows.filter(claim__in=Claim.objects.filter(all_words(text, "title", "label")).order_by())

    def by_status(self, rows: QuerySet[ClaimAgainst], name: str, effect: str) -> QuerySet[ClaimAgainst]:
        """At least all that stand so: the events decide, and docket.claims alone reads them (see `keep`)."""
        return for_status(candidates(rows.exclude(disclosure=ClaimAgainst.Disclosure.INCOMPLETE), effect))

    @property
    def keep(self) -> Keep | None:
        """Whether a row stands as asked for: by its derived status, which no column has; None: nothing is asked."""
        effect = self.form.cleaned_data["effect"]
        return (lambda row: status_of(row).effect == effect) if effect else None

    def asserted_by(self, rows: QuerySet[ClaimAgainst], name: str, party: Named) -> QuerySet[ClaimAgainst]:
        """Claims that the party makes, in any of its roles."""
        found = ClaimParty.objects.filter(claim=OuterRef("claim"), case_party__party__in=party.ids)
        return rows.filter(Exists(found))

    def against(self, rows: QuerySet[ClaimAgainst], name: str, party: Named) -> QuerySet[ClaimAgainst]:
        """Claims made against the party, in any of its roles."""
        return rows.filter(case_party__party__in=party.ids)

    def in_matter(self, rows: QuerySet[ClaimAgainst], name: str, matter: Named) -> QuerySet[ClaimAgainst]:
        """Claims in the matter's cases."""
        return rows.filter(Exists(CaseMatter.objects.filter(case=OuterRef("case"), matter__in=matter.ids)))

    def of_case(self, rows: QuerySet[ClaimAgainst], name: str, case: Named) -> QuerySet[ClaimAgainst]:
        """Claims in one case, or those so named."""
        return rows.filter(case__in=case.ids)

    def in_forum(self, rows: QuerySet[ClaimAgainst], name: str, forum: Named) -> QuerySet[ClaimAgainst]:
        """Claims in cases before the forum, or before one of those so named."""
        return rows.filter(case__forum__in=forum.ids)

    def from_day(self, rows: QuerySet[ClaimAgainst], name: str, period: Period) -> QuerySet[ClaimAgainst]:
        """By the pleading that states the claim."""
        return rows.filter(since("claim__asserted_in__date_filed", period.first))

    def to_day(self, rows: QuerySet[ClaimAgainst], name: str, period: Period) -> QuerySet[ClaimAgainst]:
        """By the pleading that states the claim."""
        return rows.filter(until("claim__asserted_in__date_filed", period.last))
