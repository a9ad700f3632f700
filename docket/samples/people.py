"""Writing the people of a sample: parties with their other names, firms, attorneys, sources."""

import hashlib
from collections.abc import Iterable

from docket.models import Source
from docket.publishing.bases import ALPHABET, PUBLIC_ID_LENGTH
from docket.samples.shape import Day, MatterData, PartyData, SourceData
from parties.models import Attorney, Firm, Party, PartyAlias


def sample_id(*path: str) -> str:
    """The public id of a sample's row: the same in every installation, so that samples can be linked to."""
    digest = hashlib.sha256("/".join(path).encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:PUBLIC_ID_LENGTH])


def dated(name: str, day: Day | None) -> dict[str, object]:
    """A partial date as its two columns."""
    return {name: day.date, f"{name}_precision": day.precision} if day else {}


class People:
    """Everybody whom the cases of a sample name, by their ids in its files."""

    def __init__(self, matter: MatterData) -> None:
        self.sample = matter.id
        self.parties = {row.id: self._party(row) for row in matter.parties}
        self.firms = {
            row.id: Firm.objects.create(public_id=sample_id(self.sample, "firm", row.id), name=row.name)
            for row in matter.firms
        }
        self.attorneys: dict[str, tuple[Attorney, Firm | None]] = {}
        for row in matter.attorneys:
            attorney = Attorney.objects.create(public_id=sample_id(self.sample, "attorney", row.id), name=row.name)
            self.attorneys[row.id] = attorney, self.firms[row.firm] if row.firm else None
        self.sources = dict(self._sources(matter.sources))

    def _party(self, row: PartyData) -> Party:
        party = Party.objects.create(
            public_id=sample_id(self.sample, "party", row.id),
            name=row.name,
            kind=row.kind,
            sort_name=row.sort_name,
            is_minor=row.is_minor,
            description=row.description,
        )
        for kind, name in row.aliases:
            PartyAlias.objects.create(party=party, kind=kind, name=name)
        return party

    def _sources(self, rows: Iterable[SourceData]) -> Iterable[tuple[str, Source]]:
        for row in rows:
            yield (
                row.id,
                Source.objects.create(
                    public_id=sample_id(self.sample, "source", row.id),
                    kind=row.kind,
                    title=row.title,
                    publisher=row.publisher,
                    url=row.url,
                    date_accessed=row.accessed,
                    **dated("date_published", row.published),
                ),
            )
