"""States and territories: how addresses, citations and clocks name them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One jurisdiction. cited: its abbreviation in citations, without full stops, "" where it is the postal one."""

    name: str
    postal: str
    cited: str
    time_zone: str


EASTERN, CENTRAL = "America/New_York", "America/Chicago"
MOUNTAIN, PACIFIC = "America/Denver", "America/Los_Angeles"

# A state in two zones has the one of most of its people and of its capital's courts; exceptions stand in courts.py.
PLACES = (
    Place("Alabama", "AL", "ala", CENTRAL),
    Place("Alaska", "AK", "", "America/Anchorage"),
    Place("American Samoa", "AS", "", "Pacific/Pago_Pago"),
    Place("Arizona", "AZ", "ariz", "America/Phoenix"),
    Place("Arkansas", "AR", "ark", CENTRAL),
    Place("California", "CA", "cal", PACIFIC),
    Place("Colorado", "CO", "colo", MOUNTAIN),
    Place("Connecticut", "CT", "conn", EASTERN),
    Place("Delaware", "DE", "del", EASTERN),
    Place("District of Columbia", "DC", "", EASTERN),
    Place("Florida", "FL", "fla", EASTERN),
    Place("Georgia", "GA", "", EASTERN),
    Place("Guam", "GU", "", "Pacific/Guam"),
    Place("Hawaii", "HI", "haw", "Pacific/Honolulu"),
    Place("Idaho", "ID", "", "America/Boise"),
    Place("Illinois", "IL", "ill", CENTRAL),
    Place("Indiana", "IN", "ind", "America/Indiana/Indianapolis"),
    Place("Iowa", "IA", "", CENTRAL),
    Place("Kansas", "KS", "kan", CENTRAL),
    Place("Kentucky", "KY", "", EASTERN),
    Place("Louisiana", "LA", "", CENTRAL),
    Place("Maine", "ME", "", EASTERN),
    Place("Maryland", "MD", "", EASTERN),
    Place("Massachusetts", "MA", "mass", EASTERN),
    Place("Michigan", "MI", "mich", "America/Detroit"),
    Place("Minnesota", "MN", "minn", CENTRAL),
    Place("Mississippi", "MS", "miss", CENTRAL),
    Place("Missouri", "MO", "", CENTRAL),
    Place("Montana", "MT", "mont", MOUNTAIN),
    Place("Nebraska", "NE", "neb", CENTRAL),
    Place("Nevada", "NV", "nev", PACIFIC),
    Place("New Hampshire", "NH", "", EASTERN),
    Place("New Jersey", "NJ", "", EASTERN),
    Place("New Mexico", "NM", "", MOUNTAIN),
    Place("New York", "NY", "", EASTERN),
    Place("North Carolina", "NC", "", EASTERN),
    Place("North Dakota", "ND", "", CENTRAL),
    Place("Northern Mariana Islands", "MP", "nmari", "Pacific/Saipan"),
    Place("Ohio", "OH", "", EASTERN),
    Place("Oklahoma", "OK", "okla", CENTRAL),
    Place("Oregon", "OR", "", PACIFIC),
    Place("Pennsylvania", "PA", "", EASTERN),
    Place("Puerto Rico", "PR", "", "America/Puerto_Rico"),
    Place("Rhode Island", "RI", "", EASTERN),
    Place("South Carolina", "SC", "", EASTERN),
    Place("South Dakota", "SD", "", CENTRAL),
    Place("Tennessee", "TN", "tenn", CENTRAL),
    Place("Texas", "TX", "tex", CENTRAL),
    Place("Utah", "UT", "", MOUNTAIN),
    Place("Vermont", "VT", "", EASTERN),
    Place("Virgin Islands", "VI", "", "America/St_Thomas"),
    Place("Virginia", "VA", "", EASTERN),
    Place("Washington", "WA", "wash", PACIFIC),
    Place("West Virginia", "WV", "", EASTERN),
    Place("Wisconsin", "WI", "wis", CENTRAL),
    Place("Wyoming", "WY", "wyo", MOUNTAIN),
)

# How courts-db spells some places.
SPELLINGS = {
    "Washington D.C.": "District of Columbia",
    "Washignton D.C.": "District of Columbia",
    "D.C.": "District of Columbia",
    "DC": "District of Columbia",
    "Dakota Territory": "South Dakota",
}
BY_NAME = {place.name: place for place in PLACES}


def place_named(name: str) -> Place | None:
    """The place of that name, also as courts-db spells it; None for the United States and for foreign ones."""
    return BY_NAME.get(SPELLINGS.get(name, name))
