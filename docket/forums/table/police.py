"""Police and prosecutors: where investigations are held that no court has a number for."""

from docket.choices import ForumKind, ForumSystem
from docket.forums.table.new_mexico import DISTRICTS
from docket.forums.table.shape import ForumRow
from docket.law.forum_names import ORDINALS
from docket.law.places import BY_NAME

NM, CA = "New Mexico", "California"


def _police(jurisdiction: str, system: ForumSystem, slug: str, short: str, name: str, *aliases: str) -> ForumRow:
    place = BY_NAME.get(jurisdiction)
    return ForumRow(
        slug=slug,
        kind=ForumKind.POLICE_OR_PROSECUTOR,
        name=name,
        short_name=short,
        jurisdiction=jurisdiction,
        system=system,
        time_zone=place.time_zone if place else "America/New_York",
        aliases=aliases,
    )


def _district_attorney(number: int, counties: tuple[str, ...]) -> ForumRow:
    ordinal = ORDINALS[number - 1].capitalize()
    return _police(
        *(NM, ForumSystem.STATE, f"nmda{number}", f"{ordinal} Judicial District Attorney, New Mexico"),
        f"Office of the District Attorney, {ordinal} Judicial District, State of New Mexico",
        f"{ordinal} Judicial District Attorney",
        f"{ordinal} Judicial District Attorney's Office",
        *(f"{county} County District Attorney" for county in counties),
    )


def _sheriff(state: str, county: str) -> ForumRow:
    slug = county.lower().replace("ñ", "n").replace(" ", "-")
    name = f"{county} County Sheriff's Office"
    return _police(state, ForumSystem.LOCAL, f"sheriff-{slug}", name, name, f"{county} County Sheriff")


def _attorneys_office(state: str, slug: str, cited: str, district: str) -> ForumRow:
    name = f"United States Attorney's Office for the {district}"
    return _police(state, ForumSystem.FEDERAL, slug, f"USAO {cited}", name)


STATE, LOCAL, FEDERAL = ForumSystem.STATE, ForumSystem.LOCAL, ForumSystem.FEDERAL
US = "United States"

POLICE = (
    *(_district_attorney(number, counties) for number, counties in enumerate(DISTRICTS, 1)),
    *(_sheriff(NM, county) for county in sorted(county for counties in DISTRICTS for county in counties)),
    _police(NM, STATE, "nmdoj", "NMDOJ", "New Mexico Department of Justice", "New Mexico Attorney General"),
    _police(NM, STATE, "nmsp", "NMSP", "New Mexico State Police"),
    _police(NM, LOCAL, "sfpd-nm", "Santa Fe Police", "Santa Fe Police Department"),
    _police(NM, LOCAL, "apd-nm", "APD", "Albuquerque Police Department"),
    _police(CA, STATE, "caldoj", "Cal. DOJ", "California Department of Justice", "California Attorney General"),
    _police(
        CA, LOCAL, "lada", "LADA", "Los Angeles County District Attorney's Office", "Los Angeles District Attorney"
    ),
    _police(CA, LOCAL, "lacityatty", "L.A. City Attorney", "Los Angeles City Attorney's Office"),
    _police(CA, LOCAL, "lapd", "LAPD", "Los Angeles Police Department"),
    _police(CA, LOCAL, "lasd", "LASD", "Los Angeles County Sheriff's Department"),
    _police(US, FEDERAL, "fbi", "FBI", "Federal Bureau of Investigation"),
    _police(US, FEDERAL, "atf", "ATF", "Bureau of Alcohol, Tobacco, Firearms and Explosives"),
    _police(US, FEDERAL, "dea", "DEA", "Drug Enforcement Administration"),
    _police(US, FEDERAL, "usms", "USMS", "United States Marshals Service"),
    _police(US, FEDERAL, "usdoj", "DOJ", "United States Department of Justice", "U.S. Department of Justice"),
    _attorneys_office(NM, "usao-nmd", "D.N.M.", "District of New Mexico"),
    _attorneys_office(CA, "usao-cacd", "C.D. Cal.", "Central District of California"),
    _attorneys_office("New York", "usao-nysd", "S.D.N.Y.", "Southern District of New York"),
)
