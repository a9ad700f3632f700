"""The publication rule, once: each model says in one `publication` attribute what the public may see of its rows.

A row is published when it says so and every row that it must point at is published. From these declarations and the
models' own foreign keys `projection.py` makes the SQL; `checks.py` refuses a model that does not say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Model


@dataclass(frozen=True)
class RestsOn:
    """What the public reads of a column follows from the filings of rows that point here, themselves published or not.

    value: SQL over the row, alias `s`, that looks filings up in `{published}`. rows: the table that points here, by its
    column `key`. filings: each table of filings, and the column of `rows` that names one.
    """

    column: str
    value: str
    rows: str
    key: str
    evidence: Mapping[str, str]


@dataclass(frozen=True)
class Corrected:
    """A column of which the public is told that it was corrected.

    words: what the column is, for a reader: “date filed”. is_told: with the value that stood there; only of dates and
    sums, as a name or a text that was wrong is not said again. may_be_quiet: an editor may mend a slip without a line.
    goes_on: it may say something else because the case went on (an outcome, a caption, a name after a marriage): then
    nobody has recorded that it was wrong, and it is told as changed.
    """

    column: str
    words: str
    is_told: bool = False
    may_be_quiet: bool = False
    goes_on: bool = False


@dataclass(frozen=True)
class Published:
    """What of a model's rows is projected into the schema `published`.

    says_so: the model has `visibility`; only `public` rows (and placeholders) are published.
    blank: nullable keys that become NULL when their target is not published.
    evidence: nullable keys whose target must be published, as if they were NOT NULL.
    presence: published only while a published row of another table refers to it (people, firms, sources).
    rides: keys to a `presence` model that follow it and give it no presence of their own (an alias).
    placeholder: for each placeholder state the columns that stay; every other column is neutral.
    vaulted: text columns that a seal moves to the vault, with what stands in the record meanwhile.
    unseen: columns that are no secret but staff's business; neutral in every published row.
    starts_public: SQL over a new row, alias `n`: may it be public from the start, without an act of its own?
    said_as: columns of which the public reads another value: SQL over the row, alias `s`.
    only_if: a further SQL condition over the row, alias `s`.
    rests_on: a column whose public value is not the row's own alone.
    keep: a row that was once public may not be deleted, only marked.
    corrected: columns of which a change is told to the public, as what it read before was wrong.
    """

    says_so: bool = False
    blank: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    presence: bool = False
    rides: tuple[str, ...] = ()
    placeholder: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vaulted: Mapping[str, str] = field(default_factory=dict)
    unseen: tuple[str, ...] = ()
    starts_public: str = ""
    said_as: Mapping[str, str] = field(default_factory=dict)
    only_if: str = ""
    rests_on: RestsOn | None = None
    keep: bool = False
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True)
class Gathering:
    """Columns that follow from the published rows of one table that point at the row that gathers.

    rows: SQL, one row for each that gathers anything: its key as `id`, and the columns. Tables are named with
    `{schema}`, and the key is followed by `{among}` in its condition ("where x.filing_id {among}").
    noted_by: each published table that the columns follow from, and SQL from its rows, `{rows}`, to the keys of
    the rows that gather them.
    """

    rows: str
    noted_by: Mapping[str, str]


@dataclass(frozen=True)
class Gathered:
    """A table in the schema `published` alone, kept by the drain: as `gathers` of an unmanaged model.

    The model's primary key is the row that gathers; every other column is one of the parts'.
    """

    parts: tuple[Gathering, ...]


@dataclass(frozen=True)
class Private:
    """The model's rows never leave the staff's schema."""

    why: str


# For rows of a docket: a public case decides for its new filings, at once or after a review.
WITH_ITS_CASE = """exists (select 1 from public.docket_case c
  where c.id = n.case_id and c.visibility = 'public' and c.new_filings = 'public')"""


def publication_of(model: type[Model]) -> Published | Private | None:
    """The model's own declaration, or None where it says nothing."""
    declared = model.__dict__.get("publication")
    return declared if isinstance(declared, Published | Private) else None
