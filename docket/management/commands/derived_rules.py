"""manage.py derived_rules: how the rules of reading do, and switching one off or on."""

from argparse import ArgumentParser
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q

from docket.intake.derived.counting import fired
from docket.intake.derived.recording import write_down
from docket.intake.precedence.traces import Traces
from docket.law.reading.rules import wording_of
from docket.models import Case, DerivedDate, Filing, FilingLink, FilingParty, SwitchedOffRule


class Command(BaseCommand):
    help = (
        "List each rule by which docket text was read: how often it fired, how often staff confirmed or corrected it. "
        "--off takes back what a rule read and staff did not confirm; --on lets it read again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        act = parser.add_mutually_exclusive_group()
        act.add_argument("--off", metavar="RULE", help="Switch a rule off, with --reason.")
        act.add_argument("--on", metavar="RULE", help="Switch it on again; `read_dockets` then reads by it.")
        parser.add_argument("--reason", default="", help="What it read wrongly.")

    def handle(self, *args: Any, **options: Any) -> None:
        """List, or switch one rule."""
        if options["off"]:
            self._switch_off(options["off"], options["reason"])
        elif options["on"]:
            self._switch_on(options["on"])
        else:
            self._list()

    def _list(self) -> None:
        off = set(SwitchedOffRule.objects.values_list("name", flat=True))
        self.stdout.write(f"{'rule':<60} {'fired':>7} {'confirmed':>9} {'corrected':>9}")
        counted = fired()
        for row in counted:
            mark = "  off" if row.rule in off else ""
            self.stdout.write(f"{row.rule:<60} {row.fired:>7,} {row.confirmed:>9,} {row.corrected:>9,}{mark}")
        for name in sorted(off - {row.rule for row in counted}):
            self.stdout.write(f"{name:<60} {0:>7} {0:>9} {0:>9}  off")

    def _switch_off(self, rule: str, reason: str) -> None:
        if not reason:
            raise CommandError("Say with --reason what the rule read wrongly; the history keeps it.")
        if not (wording_of(rule) or rule in {row.rule for row in fired()}):
            raise CommandError(f"No rule is called “{rule}”. `manage.py derived_rules` lists those that have fired.")
        with transaction.atomic(), pghistory.context(reason=reason, rule=rule):
            SwitchedOffRule.objects.update_or_create(name=rule, defaults={"reason": reason})
        for case in self._cases(rule):
            with transaction.atomic(), pghistory.context(reason=reason, rule=rule):
                traces = Traces(case, is_new=False)
                written = write_down(case, traces)
                traces.save()
            said = ", ".join(f"{number:,} {name}" for name, number in vars(written).items())
            self.stdout.write(f"{case.public_id}: {said}")

    def _switch_on(self, rule: str) -> None:
        if not SwitchedOffRule.objects.filter(name=rule).delete()[0]:
            raise CommandError(f"“{rule}” is not switched off.")
        self.stdout.write("On again. `manage.py read_dockets --all` reads by it what is in the record.")

    def _cases(self, rule: str) -> list[Case]:
        """Those that hold rows of the rule which staff did not confirm."""
        found = (
            Q(pk__in=Filing.objects.filter(type_rule=rule, type_derived="derived").values("case"))
            | Q(pk__in=FilingLink.objects.filter(rule=rule, is_derived=True).values("from_case"))
            | Q(pk__in=FilingParty.objects.filter(rule=rule, is_derived=True).values("case"))
            | Q(pk__in=DerivedDate.objects.filter(rule=rule, state="open").values("case"))
        )
        return list(Case.objects.filter(found).order_by("pk"))
