"""One line that was typed or changed at the desk, read when it is saved: a long docket takes no more queries."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from docket.intake.derived.lines import Docket, Readings
from docket.intake.derived.recording import Here, Said, Written, bring_in_line, filers_said, links_said
from docket.intake.precedence.traces import Traces
from docket.models import Case, DerivedDate, Filing, FilingLink, FilingParty
from docket.publishing.visibility import Visibility

MOST = 500  # other lines, the newest, that are asked whether they mean this one
FILING, LINK, FILER = (model._meta.label_lower for model in (Filing, FilingLink, FilingParty))


def read_typed(filing: Filing, *, formerly: str = "", only_drafts: bool = False) -> Written:
    """Write down what the line says, and what others say of it; as `write_down` would, within the caller's transaction.

    formerly: the entry number that the line had before. only_drafts: for those who may not publish, no link between
    two public lines is added, changed or taken back.
    """
    case = Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=filing.case_id)
    readings = Readings()
    numbers = {filing.entry_number, formerly} - {""}
    speaking = Docket.of(case, readings, Q(pk=filing.pk) | _naming(filing, numbers))
    pks = {line.pk for line in speaking.lines}
    docket = Docket.of(case, readings, Q(pk__in=pks) | _meant(speaking, numbers))
    free = pks - _public(pks) if only_drafts else pks
    links = {
        ends: row
        for ends, row in links_said(docket.narrowed(pks), is_whole=False).items()
        if ends[0] in free or filing.pk in ends
    }
    alone = docket.narrowed({filing.pk})
    said = Said(alone, links, filers_said(case, alone))
    here = Here(
        FilingLink.objects.filter(
            Q(from_filing__in=free) | Q(from_filing__in=pks, to_filing=filing), from_case=case
        ).exclude(rule="all_pending"),
        FilingParty.objects.filter(filing=filing),
        DerivedDate.objects.filter(filing=filing),
    )
    traces = Traces(case, is_new=False, only=_about(filing, said, here))
    written = bring_in_line(case, said, here, traces)
    traces.save()
    return written


def read_entered(case: Case, pks: Collection[int]) -> Written:
    """Write down what new lines say, many at once; what older lines say of them is read with those."""
    docket = Docket.of(Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=case.pk), Readings())
    alone = docket.narrowed(pks)
    said = Said(alone, links_said(alone, is_whole=False), filers_said(case, alone))
    here = Here(
        FilingLink.objects.filter(from_filing__in=pks),
        FilingParty.objects.filter(filing__in=pks),
        DerivedDate.objects.filter(filing__in=pks),
    )
    traces = Traces(case, is_new=False, only=Q(label__in=(LINK, FILER), key__in=said.keys()))
    written = bring_in_line(case, said, here, traces)
    traces.save()
    return written


def _naming(filing: Filing, numbers: Collection[str]) -> Q:
    """Lines in whose text one of the numbers stands, and those that were read to mean this one."""
    plain = "|".join(number for number in sorted(numbers) if number.isdecimal())
    patterns = [rf"(^|[^0-9/:.$-])0*({plain})([^0-9/:]|$)"] if plain else []
    if filing.court_sequence.isdecimal():
        patterns.append(rf"\[{filing.court_sequence}-")
    named = Q(pk__in=FilingLink.objects.filter(to_filing=filing, is_derived=True).values("from_filing"))
    if not patterns:
        return named
    words = Q()
    for pattern in patterns:
        words |= Q(docket_text__regex=pattern) | Q(docket_text="", short_text__regex=pattern)
    newest = Filing.objects.filter(words, case=filing.case_id).order_by("-sequence")[:MOST]
    return named | Q(pk__in=newest.values("pk"))


def _meant(speaking: Docket, numbers: Collection[str]) -> Q:
    """Lines that these may mean, and all that have one of the numbers: a number that repeats means none."""
    targets = {link.target for line in speaking.lines for link in line.reading.links} | set(numbers)
    sequences = [target[1:] for target in targets if target.startswith("@")]
    return Q(entry_number__in=targets) | Q(court_sequence__in=sequences)


def _public(pks: Collection[int]) -> set[int]:
    public = Filing.objects.filter(pk__in=pks, visibility=Visibility.PUBLIC)
    return set(public.values_list("pk", flat=True))


def _about(filing: Filing, said: Said, here: Here) -> Q:
    """The traces of these rows, and of those that would be added."""
    return (
        Q(label=FILING, object_id=filing.pk)
        | Q(label__in=(LINK, FILER), key__in=said.keys())
        | Q(label=LINK, object_id__in=here.links.filter(is_derived=True).values("pk"))
        | Q(label=FILER, object_id__in=here.filers.filter(is_derived=True).values("pk"))
    )
