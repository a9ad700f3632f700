"""The fifteen courts of appeals of Texas, and those of civil appeals before 1981; courts-db has one for them all."""

from docket.choices import ForumKind, ForumLevel, ForumSystem
from docket.forums.table.shape import ForumRow

ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth",
)  # fmt: skip
# Tex. Gov't Code § 22.201 (c)–(p); how each is cited, by its seat: The Greenbook, rule 6.3
SEATS = (
    "Houston [1st Dist.]", "Fort Worth", "Austin", "San Antonio", "Dallas", "Texarkana", "Amarillo", "El Paso",
    "Beaumont", "Waco", "Eastland", "Tyler", "Corpus Christi–Edinburg", "Houston [14th Dist.]", "15th Dist.",
)  # fmt: skip
MOUNTAIN = ("El Paso",)


def courts() -> list[ForumRow]:
    """One court of appeals for each district, and the courts of civil appeals that they were until 31 August 1981."""
    return [*(_court(number, seat) for number, seat in enumerate(SEATS, 1)), CIVIL_APPEALS]


def _court(number: int, seat: str) -> ForumRow:
    ordinal = ORDINALS[number - 1]
    return ForumRow(
        slug=f"texapp-{number}",
        kind=ForumKind.COURT,
        name=f"Court of Appeals for the {ordinal} District of Texas",
        short_name=f"Tex. App.—{seat}",
        citation_form=f"Tex. App.—{seat}",
        jurisdiction="Texas",
        system=ForumSystem.STATE,
        level=ForumLevel.INTERMEDIATE_APPELLATE,
        time_zone="America/Denver" if seat in MOUNTAIN else "America/Chicago",
        parent="texapp",
        aliases=(f"{ordinal} Court of Appeals of Texas", f"Texas {ordinal} Court of Appeals"),
    )


CIVIL_APPEALS = ForumRow(
    slug="texcivapp",
    kind=ForumKind.COURT,
    name="Court of Civil Appeals of Texas",
    citation_form="Tex. Civ. App.",
    jurisdiction="Texas",
    system=ForumSystem.STATE,
    level=ForumLevel.INTERMEDIATE_APPELLATE,
    time_zone="America/Chicago",
    parent="texapp",
)
