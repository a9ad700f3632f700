"""The prose that readers come for: summaries, updates and the site's own pages."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docket.choices.dates import show
from docket.models.cases import Case
from docket.models.matters import Matter
from docket.models.parts.columns import partial_date, precise, precision
from docket.publishing.bases import SaysSo, tracked
from docket.publishing.rules import Corrected, Published

ONE_SUBJECT = Q(matter__isnull=False) ^ Q(case__isnull=False)


@tracked
class Summary(SaysSo):
    """Where it stands, in prose, on a matter or a case, as of a day."""

    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="summaries", help_text="Of a matter, or …"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="summaries", help_text="… of a case."
    )
    text = models.TextField(help_text="Markdown. Attribute every allegation to the filing that makes it.")
    as_of = partial_date("Up to when it is complete.", null=False, blank=False)
    as_of_precision = precision()

    publication = Published(
        says_so=True,
        keep=True,
        evidence=("matter", "case"),
        corrected=(
            Corrected("text", "text", may_be_quiet=True, goes_on=True),
            Corrected("as_of", "date up to which it is complete", is_told=True, goes_on=True),
        ),
    )

    class Meta(SaysSo.Meta):
        verbose_name_plural = "summaries"
        ordering = ("-as_of", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=ONE_SUBJECT,
                name="summary_one_subject",
                violation_error_message="A summary is of a matter or of a case.",
            ),
            precise("summary", "as_of"),
        ]

    def __str__(self) -> str:
        return f"Summary as of {show(self.as_of, self.as_of_precision)}"


@tracked
class Update(SaysSo):
    """One dated piece of news on a matter or a case."""

    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="updates", help_text="Of a matter, or …"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="updates", help_text="… of a case."
    )
    date = models.DateField(help_text="The day of the news.")
    title = models.TextField(help_text="One neutral line.")
    text = models.TextField(blank=True, help_text="Markdown.")

    publication = Published(
        says_so=True,
        keep=True,
        evidence=("matter", "case"),
        corrected=(
            Corrected("title", "title", may_be_quiet=True, goes_on=True),
            Corrected("text", "text", may_be_quiet=True, goes_on=True),
            Corrected("date", "date", is_told=True),
        ),
    )

    class Meta(SaysSo.Meta):
        ordering = ("-date", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=ONE_SUBJECT,
                name="update_one_subject",
                violation_error_message="An update is of a matter or of a case.",
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked
class SitePage(SaysSo):
    """A page of the site itself: About, Corrections, Contact."""

    slug = models.SlugField(unique=True, help_text="Its address: about, corrections, contact.")
    title = models.TextField(help_text="The page's heading.")
    text = models.TextField(help_text="Markdown.")

    publication = Published(says_so=True)

    class Meta(SaysSo.Meta):
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.title
