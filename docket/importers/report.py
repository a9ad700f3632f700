"""What an import did, file by file: for the command's output, its --json form and the page after an upload."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Happening = Literal["new", "changed", "unchanged", "skipped"]


@dataclass
class Tally:
    """Rows of one sort. skipped: kept as staff or a seal left them, though the page says otherwise."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0

    def count(self, what: Happening) -> None:
        """One more row to which this happened."""
        setattr(self, what, getattr(self, what) + 1)

    @property
    def anything(self) -> bool:
        """Whether the record is another than before."""
        return bool(self.new or self.changed)

    def __str__(self) -> str:
        said = ", ".join(f"{number:,} {what}" for what, number in asdict(self).items() if number)
        return said or "none"


@dataclass
class FileReport:
    """One file. `error` says why it changed nothing, else it is None; `case` is the case's public id."""

    file: str
    kind: str | None = None
    forum: str | None = None
    docket_number: str | None = None
    case: str | None = None
    filings: Tally = field(default_factory=Tally)
    parties: Tally = field(default_factory=Tally)
    attorneys: Tally = field(default_factory=Tally)
    documents: Tally = field(default_factory=Tally)
    proposed: int = 0
    """Deadlines and changes of deadlines that wait for staff after it; told to people, not part of the JSON."""
    warnings: list[str] = field(default_factory=list)
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The file's object in the output of `import_docket --json`."""
        return {name: value for name, value in asdict(self).items() if name != "proposed"}

    def __str__(self) -> str:
        if self.error:
            return f"{self.file}: not imported. {self.error}"
        tallies = ("filings", "parties", "attorneys", "documents")
        said = [f"{self.file}: {self.kind} {self.docket_number} ({self.forum})"]
        said += [f"  {name}: {getattr(self, name)}" for name in tallies]
        if self.proposed:
            said.append(f"  proposed deadlines that wait for staff: {self.proposed:,}")
        return "\n".join([*said, *(f"  note: {warning}" for warning in self.warnings)])
