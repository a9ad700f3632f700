"""manage.py compute_deadline: count one deadline and show every step; needs no database."""

import json
from argparse import ArgumentParser
from datetime import date, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from docket.law.deadlines import Computation, DeadlineError, compute
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.units import Direction, Unit
from docket.law.deadlines.wording import dated


class Command(BaseCommand):
    help = "Count a deadline by a rule of court and show every step. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rule", required=True, help=f"One of: {', '.join(RULE_SETS)}")
        parser.add_argument("--trigger", required=True, help="YYYY-MM-DD, or YYYY-MM-DDTHH:MM for hours")
        parser.add_argument("--period", required=True, help="How many units, from 1")
        parser.add_argument("--unit", default=Unit.DAYS, help=f"One of: {', '.join(Unit)}")
        parser.add_argument("--direction", default=Direction.AFTER, help=f"One of: {', '.join(Direction)}")
        parser.add_argument("--service", help="The method of service: mail, electronic, personal …")
        parser.add_argument("--closed", action="append", default=[], metavar="DATE", help="Clerk's office closed")
        parser.add_argument("--state-holiday", action="append", default=[], metavar="DATE", help="A further holiday")
        parser.add_argument("--extension-days", default="0", help="Days added by agreement, order or statute")
        parser.add_argument("--text-of", metavar="DATE", help="By the text in force on that day, not the trigger's")
        parser.add_argument("--tz", metavar="ZONE", help="The court's time zone, such as America/Denver")
        parser.add_argument(
            "--option", action="append", default=[], metavar="NAME=VALUE", help="Answer an open question"
        )
        parser.add_argument("--event", default="", help="How the explanation begins: Served, Judgment entered …")
        parser.add_argument("--json", action="store_true", help="Print the answer as JSON")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            answer = compute(
                given["rule"],
                _moment("--trigger", given["trigger"]),
                _whole_number("--period", given["period"]),
                given["unit"],
                given["direction"],
                service=given["service"],
                closed=[_date("--closed", text) for text in given["closed"]],
                state_holidays=[_date("--state-holiday", text) for text in given["state_holiday"]],
                extension_days=_whole_number("--extension-days", given["extension_days"]),
                tz=given["tz"],
                options=dict(_option(text) for text in given["option"]),
                event=given["event"],
                text_of=_date("--text-of", given["text_of"]) if given["text_of"] else None,
            )
        except DeadlineError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(answer.as_json(), indent=2) if given["json"] else in_words(answer))


def in_words(answer: Computation) -> str:
    lines = [*answer.sentences]
    if answer.earliest != answer.latest:
        safe, last = dated(answer.earliest, weekday=True), dated(answer.latest, weekday=True)
        lines += ["", f"Safe date {safe}; no later than {last}.", answer.reason]
    lines += ["", *answer.notes, f"{answer.rule_version}; calendar {answer.calendar_version}."]
    return "\n".join([*lines, "Computed, not set by the court: no legal advice."])


def _date(name: str, text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise DeadlineError(f"{name} {text!r} is no date. Write a day that exists as YYYY-MM-DD.") from None


def _moment(name: str, text: str) -> date | datetime:
    if "T" not in text:
        return _date(name, text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise DeadlineError(
            f"{name} {text!r} is no date. Write a day that exists as YYYY-MM-DD, "
            "or YYYY-MM-DDTHH:MM where the period is in hours."
        ) from None


def _whole_number(name: str, text: object) -> int:
    try:
        return int(str(text))
    except ValueError:
        raise DeadlineError(f"{name} {text!r} is no number. Write a whole number, such as 30.") from None


def _option(text: str) -> tuple[str, str]:
    name, equals, choice = text.partition("=")
    if not equals:
        raise DeadlineError(f"--option {text!r} has no answer: write NAME=VALUE, such as observed_friday=holiday.")
    return name.strip(), choice.strip()
