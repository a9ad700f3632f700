"""What the folders of `jurisdictions` lack: `manage.py check_deadline_data` prints it, and the tests expect nothing."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import timedelta
from importlib import import_module

from docket.law.deadlines import jurisdictions
from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.calendars.shape import HolidayCalendar
from docket.law.deadlines.courts import Courts
from docket.law.deadlines.errors import DeadlineError
from docket.law.deadlines.examples import Example
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods import PERIODS, Period
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.rules.shape import RuleSet
from docket.law.deadlines.steps import day_of

ENOUGH = 3  # worked examples of each rule set and each period, or of a folder that has neither


def missing(filing_types: Collection[str]) -> list[str]:
    """One sentence for everything that is missing or wrong, each with its folder; [] where all is there.

    filing_types: those that exist, which this core does not know itself.
    """
    found = [f"{name}: {words}" for name in jurisdictions.names() for words in _of_folder(name, filing_types)]
    return [*found, *_twice()]


def unconfirmed() -> list[Period]:
    """The periods whose text nobody has read yet: they are proposed only when staff ask."""
    return [period for period in PERIODS if period.source.mark is Mark.UNCONFIRMED]


def _of_folder(name: str, filing_types: Collection[str]) -> Iterator[str]:
    if not jurisdictions.modules_of(name):
        yield f"holds none of {', '.join(jurisdictions.MODULES)}: add one."
    if not import_module(f"{jurisdictions.__name__}.{name}").__doc__:
        yield "__init__.py says nothing: begin it with a sentence on what the folder holds."
    for calendar in jurisdictions.rows_of(name, "calendars"):
        yield from _of_calendar(calendar)
    for rules in jurisdictions.rows_of(name, "rules"):
        yield from _of_rules(rules)
    for period in jurisdictions.rows_of(name, "periods"):
        yield from _of_period(period, filing_types)
    for courts in jurisdictions.rows_of(name, "courts"):
        yield from _of_courts(courts)
    yield from _of_examples(name)


def _of_calendar(calendar: HolidayCalendar) -> Iterator[str]:
    if not calendar.sources or not all(source.startswith("http") for source in calendar.sources):
        yield f"calendar {calendar.id} names no source with an address."
    for row in calendar.rows:
        if not row.cite:
            yield f"calendar {calendar.id}: {row.name} names no law."


def _of_rules(rules: RuleSet) -> Iterator[str]:
    if rules.versions[-1].until is not None:
        yield f"rules {rules.id}: the last text ends on {rules.versions[-1].until}: say what holds since."
    for older, newer in zip(rules.versions, rules.versions[1:], strict=False):
        if older.until is None or older.until + timedelta(days=1) != newer.in_force:
            yield f"rules {rules.id}: “{older.version}” and “{newer.version}” do not follow each other."
    for version in rules.versions:
        if not version.source:
            yield f"rules {rules.id}: “{version.version}” names no source."
        if version.calendar not in CALENDARS:
            yield f"rules {rules.id}: no calendar {version.calendar!r} is held."


def _of_period(period: Period, filing_types: Collection[str]) -> Iterator[str]:
    who = f"period {period.id}"
    if not (period.rule and period.source.where):
        yield f"{who} names no rule or no source."
    for id in (period.counted_by, *period.proposed_in):
        if id not in RULE_SETS:
            yield f"{who}: no rules {id!r} are held."
    tolled = period.tolled_by
    others = (period.united_states, *((tolled.runs_again, *tolled.motions.values()) if tolled else ()))
    ids = {row.id for row in PERIODS}
    yield from (f"{who}: no period {id!r} is held." for id in others if id and id not in ids)
    named = (*period.motions, *period.not_motions, *(tolled.motions if tolled else ()))
    yield from (f"{who}: no type of filing is called {t!r}." for t in named if t not in filing_types)
    for other in PERIODS:
        if (
            other is not period
            and other.id == period.id
            and not (other.last < period.first or other.first > period.last)
        ):
            yield f"{who}: two rows of that id hold on the same day."


def _of_courts(courts: Courts) -> Iterator[str]:
    if courts.rule_set not in RULE_SETS:
        yield f"courts: no rules {courts.rule_set!r} are held."
    if courts.calendar not in CALENDARS:
        yield f"courts: no calendar {courts.calendar!r} is held."
    if not (courts.slugs or courts.pattern):
        yield "courts: a row names no forum, by slug or by pattern."


def _of_examples(name: str) -> Iterator[str]:
    examples: list[Example] = jurisdictions.rows_of(name, "examples")
    rule_sets = [rules.id for rules in jurisdictions.rows_of(name, "rules")]
    counted = Counter(_rule_set(example) for example in examples)
    for id in rule_sets:
        if counted[id] < ENOUGH:
            yield f"rules {id} have {counted[id]} worked examples: give {ENOUGH}, with their sources."
    of_each = Counter(example.of for example in jurisdictions.rows("examples"))
    for id in dict.fromkeys(period.id for period in jurisdictions.rows_of(name, "periods")):
        if of_each[id] < ENOUGH:
            yield f"period {id} has {of_each[id]} worked examples: give {ENOUGH}, with their sources."
    if not rule_sets and jurisdictions.rows_of(name, "calendars") and len(examples) < ENOUGH:
        yield f"{len(examples)} worked examples: give {ENOUGH}, with their sources."
    for example in examples:
        yield from _of_example(example)


def _of_example(example: Example) -> Iterator[str]:
    if not example.source:
        yield f"an example of {example.of} from {example.trigger} names no source."
    try:
        due = day_of(example.counted().earliest)
    except DeadlineError as error:
        yield f"an example of {example.of} from {example.trigger} cannot be counted: {error}"
        return
    if due != example.due:
        yield f"an example of {example.of} from {example.trigger} ends on {due}, not {example.due}."


def _rule_set(example: Example) -> str:
    """The rules by which an example is counted."""
    counting = {period.id: period.counted_by for period in PERIODS}
    return counting.get(example.of, example.of)


def _twice() -> Iterator[str]:
    for module in ("calendars", "rules"):
        ids = Counter(row.id for row in jurisdictions.rows(module))
        yield from (f"{module}: {id!r} is held by two folders." for id, times in ids.items() if times > 1)
