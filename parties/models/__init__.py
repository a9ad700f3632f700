"""Who exists without a case."""

from parties.models.attorneys import Attorney, AttorneyContact, Firm
from parties.models.merges import FormerAddress, Merge
from parties.models.parties import Party, PartyAlias, ProtectedIdentity

__all__ = [
    "Attorney",
    "AttorneyContact",
    "Firm",
    "FormerAddress",
    "Merge",
    "Party",
    "PartyAlias",
    "ProtectedIdentity",
]
