"""The table of kinds: one row for each kind of file that can be imported. What differs by kind stands in it only."""

from docket.intake.page_kinds.copies import COPIES
from docket.intake.page_kinds.own_systems import OWN_SYSTEMS
from docket.intake.page_kinds.pacer import PACER

ROWS = (*PACER, *OWN_SYSTEMS, *COPIES)
"""Of files that several rows would recognise by what they hold, the first row's kind is meant."""
PAGE_KINDS = {row.kind: row for row in ROWS}
