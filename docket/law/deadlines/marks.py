"""How well a rule, a period or a calendar was verified when it was written down."""

from enum import StrEnum


class Mark(StrEnum):
    READ = "read"  # the text itself was read, in the copy that `source` names
    SECONDARY = "secondary"  # a secondary or partial source says so
    UNCONFIRMED = "unconfirmed"  # common knowledge of the field: confirm before relying on it
