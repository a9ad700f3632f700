"""The rows that may be saved, saved: as their own forms would, lines of a docket many at once."""

from __future__ import annotations

from typing import Any

from django.db import connection

from docket.desk.changes import worked_on
from docket.desk.deadlines.after_save import after_lines
from docket.desk.permissions import may_publish
from docket.desk.publication.new_lines import publish_new
from docket.desk.sheets.judging import Judge
from docket.desk.sheets.verdicts import Judged, Verdict
from docket.intake.derived.at_the_desk import read_entered
from docket.models import Case, Filing
from docket.models.parts.sequence import take_sequences
from docket.publishing.wall import lifecycle

TOGETHER = 200


class Saver:
    """Takes judged rows in the file's order, within the caller's transaction; `end` after the last."""

    def __init__(self, judge: Judge) -> None:
        self.judge, self.request, self.owner = judge, judge.request, judge.record.owner
        self.lines: list[Any] = []
        self.made: dict[int, set[int]] = {}
        if judge.kind.model is Filing and may_publish(self.request.user):
            # a save that may publish takes the chain's lock before any row's, as every act does
            with connection.cursor() as cursor:
                lifecycle.lock_chain(cursor)

    def take(self, judged: Judged) -> None:
        """Save a row that is to be saved."""
        if judged.form is None:
            return
        if judged.verdict == Verdict.NEW and self.judge.kind.model is Filing:
            self.lines.append(judged.form)
            if len(self.lines) >= TOGETHER:
                self._write_lines()
            return
        change = judged.verdict != Verdict.NEW
        row = self.owner.save_form(self.request, judged.form, change)
        self.owner.save_model(self.request, row, judged.form, change)
        self.owner.save_related(self.request, judged.form, [], change)

    def end(self) -> None:
        """Read the texts of new lines, propose what follows, and publish what the case says is public on save."""
        self._write_lines()
        for case in Case.objects.filter(pk__in=self.made).select_related("forum").order_by("pk"):
            worked_on.note(self.request, case)
            read_entered(case, self.made[case.pk])
            after_lines(self.request, case)
            if case.publishes_new_filings:
                for filing in Filing.objects.filter(pk__in=self.made[case.pk]).order_by("sequence"):
                    publish_new(self.request, filing, False, set())

    def _write_lines(self) -> None:
        by_case: dict[int, list[Any]] = {}
        for form in self.lines:
            by_case.setdefault(form.instance.case_id, []).append(form)
        for case, forms in sorted(by_case.items()):
            rows = [form.save(commit=False) for form in forms]
            for row, place in zip(rows, take_sequences(case, len(rows)), strict=True):
                row.sequence = place
            made = Filing.objects.bulk_create(rows)
            self.made.setdefault(case, set()).update(row.pk for row in made)
            for form in forms:
                form.save_m2m()
        self.lines = []
