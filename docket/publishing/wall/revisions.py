"""A case's revision: bumped at commit when something that its public page shows has changed, and only then."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from docket.publishing.rules import Private


class CaseRevision(models.Model):
    """Lives in the schema `published` only, written by the drain; the desk's preview has none."""

    case = models.OneToOneField("docket.Case", models.DO_NOTHING, primary_key=True, related_name="revision")
    number = models.BigIntegerField()

    publication: ClassVar = Private("made by the projection itself, for the public site's caches")

    class Meta:
        app_label = "docket"
        managed = False
        db_table = "docket_caserevision"

    def __str__(self) -> str:
        return f"revision {self.number} of case {self.case_id}"
