"""Agencies that cite, charge, investigate or decide, with their own dockets."""

from docket.choices import ForumKind, ForumSystem
from docket.forums.table.shape import ForumRow
from docket.law.places import BY_NAME


def _federal(slug: str, short: str, name: str, *aliases: str, **more: str) -> ForumRow:
    return ForumRow(
        slug=slug,
        kind=ForumKind.AGENCY,
        name=name,
        short_name=short,
        citation_form=short,
        jurisdiction="United States",
        system=ForumSystem.FEDERAL,
        holiday_calendar="us_federal",
        aliases=aliases,
        **more,
    )


def _state(state: str, slug: str, short: str, name: str, *aliases: str, **more: str) -> ForumRow:
    return ForumRow(
        slug=slug,
        kind=ForumKind.AGENCY,
        name=name,
        short_name=short,
        jurisdiction=state,
        system=ForumSystem.STATE,
        time_zone=BY_NAME[state].time_zone,
        aliases=aliases,
        **more,
    )


NM, CA = "New Mexico", "California"
OSH = {"deadline_rules": "osh1903"}

AGENCIES = (
    # work
    _federal("osha", "OSHA", "Occupational Safety and Health Administration", url="https://www.osha.gov/", **OSH),
    _federal("oshrc", "OSHRC", "Occupational Safety and Health Review Commission", url="https://www.oshrc.gov/", **OSH),
    _federal("msha", "MSHA", "Mine Safety and Health Administration"),
    _federal("fmshrc", "FMSHRC", "Federal Mine Safety and Health Review Commission"),
    _federal("nlrb", "NLRB", "National Labor Relations Board", url="https://www.nlrb.gov/"),
    _federal("eeoc", "EEOC", "Equal Employment Opportunity Commission", url="https://www.eeoc.gov/"),
    _federal("flra", "FLRA", "Federal Labor Relations Authority"),
    _federal("mspb", "MSPB", "Merit Systems Protection Board"),
    _federal("dolwhd", "WHD", "Department of Labor, Wage and Hour Division", "Wage and Hour Division"),
    _federal("fmcs", "FMCS", "Federal Mediation and Conciliation Service"),
    # money, trade, consumers
    _federal("sec", "SEC", "Securities and Exchange Commission", url="https://www.sec.gov/"),
    _federal("ftc", "FTC", "Federal Trade Commission", url="https://www.ftc.gov/"),
    _federal("cftc", "CFTC", "Commodity Futures Trading Commission"),
    _federal("cfpb", "CFPB", "Consumer Financial Protection Bureau"),
    _federal("fdic", "FDIC", "Federal Deposit Insurance Corporation"),
    _federal("usitc", "ITC", "United States International Trade Commission", "International Trade Commission"),
    _federal("cpsc", "CPSC", "Consumer Product Safety Commission"),
    _federal("uspto", "USPTO", "United States Patent and Trademark Office"),
    _federal("crb", "CRB", "Copyright Royalty Board"),
    _federal("ccb", "CCB", "Copyright Claims Board"),
    # transport, energy, environment, health, land
    _federal("ntsb", "NTSB", "National Transportation Safety Board", url="https://www.ntsb.gov/"),
    _federal("faa", "FAA", "Federal Aviation Administration"),
    _federal("fra", "FRA", "Federal Railroad Administration"),
    _federal("nhtsa", "NHTSA", "National Highway Traffic Safety Administration"),
    _federal("fmcsa", "FMCSA", "Federal Motor Carrier Safety Administration"),
    _federal("fmc", "FMC", "Federal Maritime Commission"),
    _federal("stb", "STB", "Surface Transportation Board"),
    _federal("uscg", "USCG", "United States Coast Guard", "Coast Guard Hearing Office"),
    _federal("epa", "EPA", "Environmental Protection Agency"),
    _federal("ferc", "FERC", "Federal Energy Regulatory Commission"),
    _federal("nrc", "NRC", "Nuclear Regulatory Commission"),
    _federal("csb", "CSB", "Chemical Safety and Hazard Investigation Board", "Chemical Safety Board"),
    _federal("fda", "FDA", "Food and Drug Administration"),
    _federal("cms", "CMS", "Centers for Medicare and Medicaid Services"),
    _federal("hhsocr", "HHS OCR", "Department of Health and Human Services, Office for Civil Rights"),
    _federal("ibla", "IBLA", "Interior Board of Land Appeals"),
    # persons and elections
    _federal("eoir", "EOIR", "Executive Office for Immigration Review", "Immigration Court"),
    _federal("ssa", "SSA", "Social Security Administration"),
    _federal("fec", "FEC", "Federal Election Commission"),
    # New Mexico
    _state(
        *(NM, "nmohsb", "NM OHSB", "New Mexico Environment Department, Occupational Health and Safety Bureau"),
        *("New Mexico OHSB", "OHSB", "New Mexico OSHA", "Occupational Health and Safety Bureau"),
        holiday_calendar="nm_state",
        url="https://www.env.nm.gov/occupational_health_safety/",
    ),
    _state(
        *(NM, "nmohsrc", "NM OHS Review Commission", "New Mexico Occupational Health and Safety Review Commission"),
        "New Mexico OHSRC",
        holiday_calendar="nm_state",
    ),
    _state(NM, "nmed", "NMED", "New Mexico Environment Department", holiday_calendar="nm_state"),
    _state(NM, "nmwca", "NM WCA", "New Mexico Workers' Compensation Administration", holiday_calendar="nm_state"),
    _state(NM, "nmdws", "NMDWS", "New Mexico Department of Workforce Solutions", holiday_calendar="nm_state"),
    _state(NM, "nmprc", "NM PRC", "New Mexico Public Regulation Commission", holiday_calendar="nm_state"),
    _state(
        *(NM, "nmomi", "NM OMI", "New Mexico Office of the Medical Investigator", "Office of the Medical Investigator"),
    ),
    # California
    _state(
        *(CA, "calosha", "Cal/OSHA", "California Division of Occupational Safety and Health", "DOSH"),
        holiday_calendar="ca_state",
    ),
    _state(
        *(CA, "caloshab", "OSHAB", "California Occupational Safety and Health Appeals Board", "Cal/OSHA Appeals Board"),
        holiday_calendar="ca_state",
    ),
    _state(
        *(CA, "caldlse", "DLSE", "California Division of Labor Standards Enforcement", "California Labor Commissioner"),
        holiday_calendar="ca_state",
    ),
    _state(
        *(CA, "calcrd", "CRD", "California Civil Rights Department", "Department of Fair Employment and Housing"),
        holiday_calendar="ca_state",
    ),
    _state(CA, "calwcab", "WCAB", "California Workers' Compensation Appeals Board", holiday_calendar="ca_state"),
    _state(CA, "calpuc", "CPUC", "California Public Utilities Commission", holiday_calendar="ca_state"),
    _state(CA, "calperb", "PERB", "California Public Employment Relations Board", holiday_calendar="ca_state"),
)
