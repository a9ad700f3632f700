"""The superior courts of California's counties; courts-db has Los Angeles and San Francisco only."""

from docket.choices import ForumKind, ForumLevel, ForumSystem
from docket.forums.table.shape import ForumRow

IN_COURTS_DB = ("Los Angeles", "San Francisco")
COUNTIES = (
    "Alameda", "Alpine", "Amador", "Butte", "Calaveras", "Colusa", "Contra Costa", "Del Norte", "El Dorado",
    "Fresno", "Glenn", "Humboldt", "Imperial", "Inyo", "Kern", "Kings", "Lake", "Lassen", "Los Angeles", "Madera",
    "Marin", "Mariposa", "Mendocino", "Merced", "Modoc", "Mono", "Monterey", "Napa", "Nevada", "Orange", "Placer",
    "Plumas", "Riverside", "Sacramento", "San Benito", "San Bernardino", "San Diego", "San Francisco",
    "San Joaquin", "San Luis Obispo", "San Mateo", "Santa Barbara", "Santa Clara", "Santa Cruz", "Shasta", "Sierra",
    "Siskiyou", "Solano", "Sonoma", "Stanislaus", "Sutter", "Tehama", "Trinity", "Tulare", "Tuolumne", "Ventura",
    "Yolo", "Yuba",
)  # fmt: skip


def courts() -> list[ForumRow]:
    """One superior court for each of the other 56 counties."""
    return [_superior_court(county) for county in COUNTIES if county not in IN_COURTS_DB]


def _superior_court(county: str) -> ForumRow:
    return ForumRow(
        slug=f"calsuper-{county.lower().replace(' ', '-')}",
        kind=ForumKind.COURT,
        name=f"Superior Court of California, County of {county}",
        short_name=f"{county} Superior Court",
        citation_form="Cal. Super. Ct.",
        jurisdiction="California",
        system=ForumSystem.STATE,
        level=ForumLevel.GENERAL,
        time_zone="America/Los_Angeles",
        parent="calsuperct",
        deadline_rules="ccp12",
        holiday_calendar="ca_courts",
        aliases=(f"{county} County Superior Court",),
    )
