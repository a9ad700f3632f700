"""When a kind of statement is right often enough to be public as "read from the text"."""

from dataclasses import dataclass
from math import sqrt

from docket.choices import RulingOutcome

Z = 1.96  # of a normal distribution, 95 % lie within
ENOUGH = 0.97  # what the lower bound must reach

# Read from the same clauses: which of these a verb means is a matter of its dictionary, so they are measured together.
GRANTS_AND_DENIALS = frozenset(
    {
        RulingOutcome.GRANTED,
        RulingOutcome.GRANTED_IN_PART,
        RulingOutcome.DENIED,
        RulingOutcome.DENIED_AS_MOOT,
        RulingOutcome.DENIED_WITHOUT_PREJUDICE,
    }
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of statement, and on how many entries of unseen courts it was right and wrong.

    family: "type" by the group of filing types, "link" by its kind, "ruling" by its outcome ("none": ruled on, without
    saying how; "granted_or_denied": the five outcomes together), "filer", and "mention": that a filing which is said to
    do something to another at least refers to it.
    """

    family: str
    name: str
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        """The share that was right; 0 where nothing was measured."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def lower_bound(self) -> float:
        """Of the 95 % interval (Wilson 1927): 124 of 124 give 97 %."""
        return wilson_lower(self.right, self.right + self.wrong)

    @property
    def is_public(self) -> bool:
        """Whether pages and files may say it before a person confirmed it."""
        return self.lower_bound >= ENOUGH


def wilson_lower(right: int, of: int) -> float:
    """The lower end of the interval in which the true share lies; 0 where nothing was counted."""
    if not of:
        return 0.0
    share, squared = right / of, Z * Z
    spread = Z * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    return (share + squared / (2 * of) - spread) / (1 + squared / of)
