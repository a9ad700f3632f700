"""What an import did, file by file: for the command's output, its --json form and the page after an upload."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Happening = Literal["new", "changed", "unchanged", "skipped"]


@dataclass(frozen=True)
class Question:
    """What somebody is to say before a file is imported: of which court it is, or whether it is read rightly.

    why: what leaves the court open, "" where that is not asked. reading: how a table was read that does not say what
    its columns are, "" where the court is asked. entries: how many it has. rows: of the first ones day and text, as
    they would be taken over.
    """

    why: str = ""
    reading: str = ""
    caption: str = ""
    entries: int = 0
    rows: list[tuple[str, str]] = field(default_factory=list)


TALLIES = ("filings", "parties", "attorneys", "documents")


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

    def add(self, other: "Tally") -> None:
        """The rows of another tally as well."""
        for name, number in asdict(other).items():
            setattr(self, name, getattr(self, name) + number)

    @property
    def anything(self) -> bool:
        """Whether the record is another than before."""
        return bool(self.new or self.changed)

    def __str__(self) -> str:
        said = ", ".join(f"{number:,} {what}" for what, number in asdict(self).items() if number)
        return said or "none"


@dataclass
class FileReport:
    """One file. `error` says why it changed nothing, else it is None; `case` is the case's public id.

    A feed is of many cases: `cases` has them all, and number and `case` are those of the only one or None. Cases of
    the record that a conflict names stand in `cases` as well: who may not see one of them reads nothing of the report.
    """

    file: str
    kind: str | None = None
    forum: str | None = None
    docket_number: str | None = None
    case: str | None = None
    cases: list[str] = field(default_factory=list)
    filings: Tally = field(default_factory=Tally)
    parties: Tally = field(default_factory=Tally)
    attorneys: Tally = field(default_factory=Tally)
    documents: Tally = field(default_factory=Tally)
    is_new: bool = False
    """Whether it brought the case into the record; not part of the JSON."""
    proposed: int = 0
    """Deadlines and changes of deadlines that wait for staff after it; told to people, not part of the JSON."""
    warnings: list[str] = field(default_factory=list)
    missed: list[tuple[int, int]] = field(default_factory=list)
    """First and last of the numbers that went by unseen; told to people, not part of the JSON."""
    error: str | None = None
    question: Question | None = None
    """What is to be answered before it is imported; not part of the JSON, where `error` says the same."""

    @property
    def anything(self) -> bool:
        """Whether a row was added or changed."""
        return any(getattr(self, name).anything for name in TALLIES)

    @classmethod
    def restored(cls, kept: dict[str, Any]) -> "FileReport":
        """From what `dataclasses.asdict` made of it."""
        asked = kept.get("question")
        tallies = {name: Tally(**kept[name]) for name in TALLIES}
        return cls(**kept | tallies | {"question": Question(**asked) if asked else None})

    def absorb(self, part: "FileReport") -> None:
        """Add what was done to one of the file's cases."""
        for name in TALLIES:
            getattr(self, name).add(getattr(part, name))
        self.proposed += part.proposed
        self.warnings += part.warnings
        self.missed += part.missed
        if part.case and part.case not in self.cases:
            self.cases.append(part.case)
        alone = len(self.cases) == 1
        self.case = part.case if alone else None
        self.docket_number = (part.docket_number or None) if alone else None

    def leave_out(self, conflict: str, cases: list[str]) -> None:
        """Say why one of a feed's cases was not taken over, and which cases of the record that names."""
        self.warnings.append(f"Left out: {conflict}")
        self.cases += [case for case in cases if case not in self.cases]

    def as_json(self) -> dict[str, Any]:
        """The file's object in the output of `import_docket --json`; `cases` stands in it where there are several."""
        left_out = {"proposed", "is_new", "question", "missed"} | ({"cases"} if len(self.cases) <= 1 else set())
        return {name: value for name, value in asdict(self).items() if name not in left_out}

    def __str__(self) -> str:
        if self.error:
            return f"{self.file}: not imported. {self.error}"
        what = self.docket_number or (f"{len(self.cases):,} cases" if len(self.cases) != 1 else "number not shown")
        said = [f"{self.file}: {self.kind} {what} ({self.forum})"]
        said += [f"  {name}: {getattr(self, name)}" for name in TALLIES]
        if self.proposed:
            said.append(f"  proposed deadlines that wait for staff: {self.proposed:,}")
        return "\n".join([*said, *(f"  note: {warning}" for warning in self.warnings)])
