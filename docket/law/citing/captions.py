"""The caption in full, as a filing of the case would carry it (DOMAIN 3.2, 8.1). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docket.choices import CapacityKind, CaptionKind, capacity_phrase

OF_A_PERSON = (
    CapacityKind.PERSONAL_REPRESENTATIVE,
    CapacityKind.PR_WRONGFUL_DEATH_ACT,
    CapacityKind.ADMINISTRATOR,
    CapacityKind.EXECUTOR,
    CapacityKind.SUCCESSOR_IN_INTEREST,
    CapacityKind.DBA,
    CapacityKind.FKA,
    CapacityKind.AKA,
    CapacityKind.NKA,
)
DESCRIBES = (CapacityKind.ENTITY_DESCRIPTOR, CapacityKind.DBA, CapacityKind.FKA, CapacityKind.AKA, CapacityKind.NKA)
ONE_ACTS_FOR_OTHERS = 2
LONGEST_SIDE = 12


@dataclass(frozen=True)
class Captioned:
    """A party as a caption names it. capacities: pairs of kind and object, in order."""

    name: str
    capacities: tuple[tuple[str, str], ...] = ()
    are_does: bool = False


@dataclass(frozen=True)
class SideInCaption:
    """One side. role, roles: “Plaintiff”, “Plaintiffs”. total: how many it has; more than are listed: “et al.”."""

    parties: Sequence[Captioned]
    role: str
    roles: str
    total: int = 0


def full_caption(kind: str, initiating: SideInCaption, responding: SideInCaption) -> str:
    """“JANE ROE, individually, Plaintiff, v. SAM POE, an individual; and DOES 1–25, inclusive, Defendants.”."""
    one, other = _named(initiating), _named(responding)
    if kind == CaptionKind.ARBITRATION:
        return f"In the Matter of the Arbitration between {one}, and {other}."
    return f"{one}, v. {other}."


def _named(side: SideInCaption) -> str:
    total = max(side.total, len(side.parties))
    if total > LONGEST_SIDE:
        return f"{_party(side.parties[0])}, et al., {side.roles}"
    names = [_party(party) for party in side.parties]
    many = total > 1 or any(len(party.capacities) >= ONE_ACTS_FOR_OTHERS for party in side.parties)
    if len(names) > 1:
        plain = len(names) == ONE_ACTS_FOR_OTHERS and not any("," in name for name in names)
        names = [" and ".join(names)] if plain else ["; ".join([*names[:-1], f"and {names[-1]}"])]
    return f"{names[0]}, {side.roles if many else side.role}"


def _party(party: Captioned) -> str:
    described = [_phrase(kind, of) for kind, of in party.capacities if kind in DESCRIBES]
    acts = [_phrase(kind, of) for kind, of in party.capacities if kind not in DESCRIBES]
    words = ", ".join([party.name.upper(), *described, *([", and ".join(acts)] if acts else [])])
    return f"{words}, inclusive" if party.are_does else words


def _phrase(kind: str, of: str) -> str:
    return capacity_phrase(kind, of.upper() if kind in OF_A_PERSON else of)
