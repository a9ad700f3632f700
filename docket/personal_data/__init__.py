"""Personal data in a text, as court dockets write it: found, with its place. Pure: knows no record, no clock, no files.

What may stand in a public record is the last four digits of a number, the year of a birth, a minor's initials
(FRCP 5.2(a), NMRA 1-079, Cal. Rules of Court 1.201); home addresses by Fed. R. Crim. P. 49.1. What a party has
redacted already (XXX-XX-1234) is no finding, nor are docket numbers, amounts, courts' telephones and addresses.
"""

from .find import find
from .shape import Finding, Kind

__all__ = ["Finding", "Kind", "find"]
