"""Forums: courts, arbitral institutions, agencies, police and prosecutors."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse

from docket.choices import DocketPattern, ForumKind, ForumLevel, ForumSystem
from docket.law.deadlines.choices import holiday_calendars, rule_sets
from docket.law.forum_names import forum_key
from docket.models.parts.forum_zones import NO_FORUM, is_zone
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Published


@tracked
class Forum(Record):
    """A place where proceedings are held. Every forum is public."""

    slug = models.SlugField(
        max_length=60,
        unique=True,
        help_text="Its id in addresses: the courts-db id where there is one (cacd).",
    )
    courts_db_id = models.CharField(
        max_length=40,
        blank=True,
        help_text="The id of the Free Law Project's courts-db; empty for other forums.",
    )
    kind = models.CharField(max_length=30, choices=ForumKind, help_text="What sort of forum.")
    name = models.TextField(help_text="The full official name.")
    short_name = models.TextField(blank=True, help_text="As people say it: “C.D. Cal.”, “LASC”, “JAMS”.")
    citation_form = models.TextField(blank=True, help_text="As a citation abbreviates it: “N.M. Dist. Ct.”.")
    jurisdiction = models.TextField(blank=True, help_text="Whose: “New Mexico”, “United States”, “international”.")
    system = models.CharField(
        max_length=20, choices=ForumSystem, blank=True, help_text="Federal, state, tribal, international …"
    )
    level = models.CharField(max_length=30, choices=ForumLevel, blank=True, help_text="Its place in the appeals.")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The court it is part of.",
    )
    url = models.URLField(blank=True, max_length=500, help_text="The forum's own site.")
    time_zone = models.CharField(
        max_length=40,
        default=NO_FORUM,
        validators=[is_zone],
        help_text="IANA name; hearings and deadlines are local to it.",
    )
    docket_pattern = models.CharField(
        max_length=30, choices=DocketPattern, blank=True, help_text="The form of its docket numbers."
    )
    deadline_rules = models.CharField(
        max_length=40,
        choices=rule_sets,
        blank=True,
        help_text="The rule set by which time is computed here, such as frcp6 or nm1006.",
    )
    holiday_calendar = models.CharField(
        max_length=40,
        choices=holiday_calendars,
        blank=True,
        help_text="The calendar of its court holidays, such as us_federal. In a federal court its State's count too "
        "after an event: they are known by the jurisdiction, or by naming the State's calendar here.",
    )

    publication = Published(blank=("parent",))

    class Meta(Record.Meta):
        ordering = ("name", "pk")
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="forum_name_trgm")]
        constraints = [
            models.UniqueConstraint(
                fields=["courts_db_id"], condition=~models.Q(courts_db_id=""), name="forum_courts_db_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The forum's permanent address: its slug, such as `cand`, which never changes."""
        return reverse("forum", args=[self.slug])


@tracked
class ForumAlias(Record):
    """Another name by which people and court pages call a forum."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="aliases", help_text="Which forum.")
    name = models.TextField(help_text="As written or said: “Los Angeles”, “S.D.N.Y.”.")
    key = models.TextField(editable=False, help_text="The name in the form in which it is looked up.")

    publication = Published()

    class Meta(Record.Meta):
        verbose_name_plural = "forum aliases"
        ordering = ("forum", "name")
        indexes = [models.Index(fields=["key"], name="forum_alias_key")]
        constraints = [models.UniqueConstraint(fields=["forum", "name"], name="forum_alias_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Bring the name into the form in which it is looked up."""
        self.key = forum_key(self.name)
        super().save(*args, **kwargs)


@tracked
class ForumClosure(Record):
    """A day on which a forum's clerk's office cannot be reached, beyond its holidays: time that ends then runs on."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="closures", help_text="Which forum.")
    day = models.DateField(help_text="The day.")
    reason = models.TextField(help_text="Snow, a filing system that was down, an order of the chief judge.")
    source = models.TextField(help_text="Where it is recorded: the order, the court's notice and its address.")

    publication = Published()

    class Meta(Record.Meta):
        ordering = ("forum", "day")
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "day"],
                name="forum_closure_once",
                violation_error_message="This day is already recorded as closed.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.forum} closed on {self.day}"
