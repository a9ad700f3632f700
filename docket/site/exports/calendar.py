"""The CSV of hearings and of deadlines: each day with who set it, a computed one with its rule and its steps."""

from __future__ import annotations

from django.db.models import F, Func, TextField, Value

from docket.choices import Certainty, DeadlineState, HearingKind, PartyRole
from docket.site.exports.columns import (
    TEXT,
    Column,
    File,
    Kind,
    address,
    code,
    day,
    flag,
    identity,
    label_of,
    last_changed,
    number,
    text,
)
from docket.site.exports.in_case import of_case
from docket.site.filters import DeadlineFilter, HearingFilter, listed
from docket.site.schedule.wording import BY_WHOM

ACCESS = "public; sealed: a placeholder without its text."
ZONE = code("time_zone", "case__forum__time_zone", "The forum's time zone (IANA), to which day and time are local.")
BY_WHOM_LABELS = [(certainty, BY_WHOM[Certainty(certainty)]) for certainty in Certainty.values]


def clock(name: str, path: str, about: str) -> Column:
    """A local time of day."""
    local = Func(F(path), Value("HH24:MI"), function="to_char", output_field=TEXT)
    return Column(name, Kind.TIME, local, about)


class Sentences(Func):
    """The sentences of the steps, one after the other, each of which only one reading takes with its name."""

    output_field: TextField[str, str] = TEXT
    template = (
        "(select string_agg(case s.step ->> 'answer' when 'earliest' then 'Earliest reading: ' "
        "when 'latest' then 'Latest reading: ' else '' end || (s.step ->> 'text'), ' ' order by s.n) "
        "from jsonb_array_elements(%(expressions)s) with ordinality as s(step, n))"
    )


class Lines(Func):
    """The texts of a JSON array, one after the other."""

    output_field: TextField[str, str] = TEXT
    template = (
        "(select string_agg(s.line, ' ' order by s.n) "
        "from jsonb_array_elements_text(%(expressions)s) with ordinality as s(line, n))"
    )


HEARINGS = File(
    name="hearings",
    grain="One hearing, conference or trial day.",
    filter=HearingFilter,
    listed=listed.hearings,
    columns=(
        identity("hearing_id", "public_id", "The hearing: the id in its address."),
        address("hearing_url", "hearing", "public_id", "The hearing's permanent address."),
        *of_case("case"),
        text("title", "title", "What it is."),
        code("kind", "kind", "What sort of hearing; empty: not classified."),
        label_of("kind_label", "kind", HearingKind.choices, "That in words."),
        day("date", "date", "The day, in the forum's time zone."),
        clock("time", "time", "The forum's local time; empty: not set."),
        ZONE,
        text("place", "place", "Courtroom, or how it is held."),
        code("certainty", "certainty", f"Why the day is believed: {', '.join(Certainty.values)}."),
        label_of("certainty_label", "certainty", BY_WHOM_LABELS, "That in words."),
        identity("set_by_id", "set_by__public_id", "The filing that set it; joins to filings."),
        flag("is_vacated", "is_vacated", "It was taken off the calendar."),
        text("outcome", "outcome", "What came of it."),
        code("access", "visibility", ACCESS),
        last_changed(),
    ),
)

DEADLINES = File(
    name="deadlines",
    grain="One day by which something is due. A computed one is this site's, not the court's.",
    filter=DeadlineFilter,
    listed=listed.deadlines,
    columns=(
        identity("deadline_id", "public_id", "The deadline: the id in its address."),
        address("deadline_url", "deadline", "public_id", "The deadline's permanent address, with the steps to it."),
        *of_case("case"),
        text("title", "title", "What is due."),
        identity("party_id", "case_party__party__public_id", "For whom; joins to parties; empty: all, or not told."),
        text("party", "case_party__party__name", "The name of that party."),
        code("party_role", "case_party__role", "The role of that party."),
        label_of("party_role_label", "case_party__role", PartyRole.choices, "That in words."),
        day("due", "earliest", "The day; where the law is open, the earlier reading."),
        day("due_latest", "latest", "The later reading; the same day where there is one answer."),
        Column(
            "due_at",
            Kind.TIME,
            last_changed("due_at").value,
            "Where the hour counts: the moment of the earlier reading, in UTC.",
        ),
        ZONE,
        code("certainty", "certainty", f"Why the day is believed: {', '.join(Certainty.values)}."),
        label_of("certainty_label", "certainty", BY_WHOM_LABELS, "That in words: who set it."),
        text("citation", "citation", "The rule or statute that sets the period."),
        code("rule", "rule", "The row of the table of periods (/about/deadlines/); empty: none of it."),
        code("counted_by", "counted_by", "The rule set by which time is counted."),
        code("trigger", "trigger_kind", "The event from which time runs."),
        day("trigger_date", "trigger_date", "The day of that event."),
        identity(
            "trigger_id", "trigger__public_id", "The filing of that event, or that set the day; joins to filings."
        ),
        identity("hearing_id", "hearing__public_id", "The hearing from which it is counted back; joins to hearings."),
        number("period", "period", "How many of the unit."),
        code("unit", "unit", "What the period is counted in: days, court_days, and so on."),
        code("direction", "direction", "after the event, or back from it (before)."),
        code("service", "service", "The method of service, where it adds days."),
        number("extension_days", "extension_days", "Days added by agreement or order."),
        Column("steps", Kind.TEXT, Sentences(F("steps")), "How the day was counted, sentence by sentence."),
        text("open_question", "reason", "Where the law is open: why there are two readings."),
        Column("notes", Kind.TEXT, Lines(F("notes")), "What else must be known."),
        text("rule_version", "rule_version", "The text of the rule by which it was counted."),
        text("calendar_version", "calendar_version", "The calendar of holidays by which it was counted."),
        code("state", "state", f"What the record holds about it: {', '.join(DeadlineState.values)}."),
        identity("satisfied_by_id", "satisfied_by__public_id", "The filing that met it; joins to filings."),
        identity("stopped_by_id", "stopped_by__public_id", "The filing that suspends it or took it out of force."),
        identity("extended_from_id", "extended_from__public_id", "The deadline in whose place it stands."),
        code("access", "visibility", ACCESS),
        last_changed(),
    ),
)
