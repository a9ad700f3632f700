"""New Mexico's trial courts, which courts-db does not have: thirteen judicial districts and the courts below them."""

from docket.choices import DocketPattern, ForumKind, ForumLevel, ForumSystem
from docket.forums.table.shape import ForumRow
from docket.law.forum_names import ORDINALS

# The counties of each judicial district, the first one's seat first (NMSA 1978, §§ 34-6-1 to 34-6-13).
DISTRICTS: tuple[tuple[str, ...], ...] = (
    ("Santa Fe", "Los Alamos", "Rio Arriba"),
    ("Bernalillo",),
    ("Doña Ana",),
    ("San Miguel", "Guadalupe", "Mora"),
    ("Chaves", "Eddy", "Lea"),
    ("Grant", "Hidalgo", "Luna"),
    ("Socorro", "Catron", "Sierra", "Torrance"),
    ("Taos", "Colfax", "Union"),
    ("Curry", "Roosevelt"),
    ("Quay", "De Baca", "Harding"),
    ("San Juan", "McKinley"),
    ("Otero", "Lincoln"),
    ("Sandoval", "Cibola", "Valencia"),
)
METROPOLITAN = "Bernalillo"
SITE = "https://www.nmcourts.gov/"


def courts() -> list[ForumRow]:
    """District courts by number, then the metropolitan court and the magistrate courts by county."""
    counties = sorted(county for district in DISTRICTS for county in district if county != METROPOLITAN)
    districts = [_district(number, counties) for number, counties in enumerate(DISTRICTS, 1)]
    return [*districts, _metropolitan(), *map(_magistrate, counties)]


def _district(number: int, counties: tuple[str, ...]) -> ForumRow:
    ordinal = ORDINALS[number - 1].capitalize()
    return ForumRow(
        slug=f"nmdist{number}",
        kind=ForumKind.COURT,
        name=f"{ordinal} Judicial District Court, State of New Mexico",
        short_name=f"N.M. {_figure(number)} Jud. Dist. Ct.",
        citation_form="N.M. Dist. Ct.",
        jurisdiction="New Mexico",
        system=ForumSystem.STATE,
        level=ForumLevel.GENERAL,
        time_zone="America/Denver",
        docket_pattern=DocketPattern.NM,
        deadline_rules="nm1006",
        holiday_calendar="nm_courts",
        url=SITE,
        aliases=(
            f"{ordinal} Judicial District Court",
            f"New Mexico {ordinal} Judicial District",
            f"{ordinal} Judicial District",
            *(f"{county} County District Court" for county in counties),
            *(f"County of {county}, {ordinal} Judicial District Court, State of New Mexico" for county in counties),
        ),
    )


def _figure(number: int) -> str:
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number, "th")


def _magistrate(county: str) -> ForumRow:
    return ForumRow(
        slug=f"nmmag-{_slug(county)}",
        kind=ForumKind.COURT,
        name=f"{county} County Magistrate Court, State of New Mexico",
        short_name=f"{county} County Magistrate Court",
        citation_form="N.M. Magis. Ct.",
        jurisdiction="New Mexico",
        system=ForumSystem.STATE,
        level=ForumLevel.LIMITED,
        time_zone="America/Denver",
        holiday_calendar="nm_courts",
        url=SITE,
        aliases=(f"Magistrate Court, {county} County, New Mexico", f"{county} Magistrate Court"),
    )


def _metropolitan() -> ForumRow:
    return ForumRow(
        slug="nmmetro",
        kind=ForumKind.COURT,
        name="Bernalillo County Metropolitan Court, State of New Mexico",
        short_name="Bernalillo County Metropolitan Court",
        citation_form="N.M. Metro. Ct.",
        jurisdiction="New Mexico",
        system=ForumSystem.STATE,
        level=ForumLevel.LIMITED,
        time_zone="America/Denver",
        docket_pattern=DocketPattern.NM_METRO,
        holiday_calendar="nm_courts",
        url=SITE,
        aliases=("Metropolitan Court, Bernalillo County", "Albuquerque Metropolitan Court", "Metro Court"),
    )


def _slug(county: str) -> str:
    return county.lower().replace("ñ", "n").replace(" ", "-")
