"""Reading the docket text: what sort of filing a line is, what it does to other lines, what it sets. Pure.

Text in, proposals out: no ORM and no clock. The rules are tables (`tables.types`, `tables.motions`, `tables.links`,
`tables.dates`, `tables.names`) in the courts' own wording, so that a lawyer can review them. Nothing here is certain:
whoever writes the proposals down marks them as derived.
"""

from .one_line import read_line
from .ruled_on import ruled_on
from .shape import DateKind, ReadDate, Reading, ReadLink

__all__ = ["DateKind", "ReadDate", "ReadLink", "Reading", "read_line", "ruled_on"]
