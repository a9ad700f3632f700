"""Who exists without a case."""

from parties.models.attorneys import Attorney, AttorneyContact, Firm
from parties.models.parties import Party, PartyAlias, ProtectedIdentity

__all__ = ["Attorney", "AttorneyContact", "Firm", "Party", "PartyAlias", "ProtectedIdentity"]
