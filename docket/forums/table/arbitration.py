"""Institutions that administer arbitrations, and tribunals without one. Time is local to the institution's seat."""

from docket.choices import DocketPattern, ForumKind, ForumSystem
from docket.forums.table.shape import ForumRow

BUSINESS = "us_business"
NEW_YORK, LOS_ANGELES = "America/New_York", "America/Los_Angeles"
LONDON, PARIS, HONG_KONG = "Europe/London", "Europe/Paris", "Asia/Hong_Kong"


def _private(slug: str, short: str, name: str, zone: str, *aliases: str, **more: str) -> ForumRow:
    return ForumRow(
        slug=slug,
        kind=ForumKind.ARBITRAL_INSTITUTION,
        name=name,
        short_name=short,
        citation_form=short,
        system=ForumSystem.PRIVATE,
        time_zone=zone,
        aliases=aliases,
        **more,
    )


def _between_states(slug: str, short: str, name: str, zone: str, *aliases: str, **more: str) -> ForumRow:
    return ForumRow(
        slug=slug,
        kind=ForumKind.ARBITRAL_INSTITUTION,
        name=name,
        short_name=short,
        citation_form=short,
        jurisdiction="international",
        system=ForumSystem.INTERNATIONAL,
        time_zone=zone,
        aliases=aliases,
        **more,
    )


def _ad_hoc(slug: str, name: str, *aliases: str, **more: str) -> ForumRow:
    return ForumRow(
        slug=slug, kind=ForumKind.AD_HOC_TRIBUNAL, name=name, system=ForumSystem.PRIVATE, aliases=aliases, **more
    )


INSTITUTIONS = (
    # United States
    _private(
        *("aaa", "AAA", "American Arbitration Association", NEW_YORK, "AAA-ICDR"),
        jurisdiction="United States",
        docket_pattern=DocketPattern.AAA,
        deadline_rules="aaa",
        holiday_calendar=BUSINESS,
        url="https://www.adr.org/",
    ),
    _private(
        *("icdr", "ICDR", "International Centre for Dispute Resolution", NEW_YORK),
        jurisdiction="international",
        docket_pattern=DocketPattern.AAA,
        deadline_rules="icdr",
        holiday_calendar=BUSINESS,
        url="https://www.icdr.org/",
    ),
    _private(
        *("jams", "JAMS", "JAMS", LOS_ANGELES, "Judicial Arbitration and Mediation Services", "JAMS Arbitration"),
        jurisdiction="United States",
        docket_pattern=DocketPattern.JAMS,
        deadline_rules="jams",
        holiday_calendar=BUSINESS,
        url="https://www.jamsadr.com/",
    ),
    _private(
        *("finra", "FINRA", "FINRA Dispute Resolution Services", NEW_YORK),
        *("Financial Industry Regulatory Authority", "FINRA Arbitration"),
        jurisdiction="United States",
        url="https://www.finra.org/arbitration-mediation",
    ),
    _private("cpr", "CPR", "International Institute for Conflict Prevention and Resolution", NEW_YORK, "CPR Institute"),
    _private("nam", "NAM", "National Arbitration and Mediation", NEW_YORK),
    _private("nfa", "NFA", "National Futures Association Arbitration", "America/Chicago"),
    _private("adrservices", "ADR Services", "ADR Services, Inc.", LOS_ANGELES),
    _private("judicatewest", "Judicate West", "Judicate West", LOS_ANGELES),
    _private("ifta", "IFTA", "Independent Film & Television Alliance Arbitration", LOS_ANGELES, "IFTA Arbitration"),
    _private("sagaftra", "SAG-AFTRA", "SAG-AFTRA Arbitration", LOS_ANGELES, "Screen Actors Guild Arbitration"),
    _private("dga", "DGA", "Directors Guild of America Arbitration", LOS_ANGELES),
    _private("wga", "WGA", "Writers Guild of America Arbitration", LOS_ANGELES),
    # Europe
    _private(
        *("icc", "ICC", "International Court of Arbitration of the International Chamber of Commerce", PARIS),
        *("ICC International Court of Arbitration", "International Chamber of Commerce", "ICC Arbitration"),
        jurisdiction="international",
        docket_pattern=DocketPattern.ICC,
        deadline_rules="icc_art3_4",
        url="https://iccwbo.org/dispute-resolution/",
    ),
    _private(
        *("lcia", "LCIA", "London Court of International Arbitration", LONDON),
        jurisdiction="international",
        deadline_rules="lcia",
        url="https://www.lcia.org/",
    ),
    _private(
        *("scc", "SCC", "SCC Arbitration Institute", "Europe/Stockholm"),
        *("Arbitration Institute of the Stockholm Chamber of Commerce", "Stockholm Chamber of Commerce"),
        jurisdiction="international",
        url="https://sccarbitrationinstitute.se/",
    ),
    _private("viac", "VIAC", "Vienna International Arbitral Centre", "Europe/Vienna"),
    _private(
        *("dis", "DIS", "German Arbitration Institute", "Europe/Berlin"),
        "Deutsche Institution für Schiedsgerichtsbarkeit",
    ),
    _private("swissarb", "Swiss Arbitration Centre", "Swiss Arbitration Centre", "Europe/Zurich"),
    _private("cepani", "CEPANI", "Belgian Centre for Arbitration and Mediation", "Europe/Brussels"),
    _private("nai", "NAI", "Netherlands Arbitration Institute", "Europe/Amsterdam"),
    _private("cam", "CAM", "Milan Chamber of Arbitration", "Europe/Rome", "Camera Arbitrale di Milano"),
    _private("lmaa", "LMAA", "London Maritime Arbitrators Association", LONDON),
    _private("gafta", "GAFTA", "Grain and Feed Trade Association Arbitration", LONDON),
    # Asia, the Pacific, the Middle East, Africa, Latin America
    _private("hkiac", "HKIAC", "Hong Kong International Arbitration Centre", HONG_KONG),
    _private("siac", "SIAC", "Singapore International Arbitration Centre", "Asia/Singapore"),
    _private(
        *("cietac", "CIETAC", "China International Economic and Trade Arbitration Commission", "Asia/Shanghai"),
    ),
    _private("bac", "BAC", "Beijing Arbitration Commission", "Asia/Shanghai", "BIAC"),
    _private("shiac", "SHIAC", "Shanghai International Arbitration Center", "Asia/Shanghai"),
    _private("scia", "SCIA", "Shenzhen Court of International Arbitration", "Asia/Shanghai"),
    _private("kcab", "KCAB", "Korean Commercial Arbitration Board", "Asia/Seoul", "KCAB International"),
    _private("jcaa", "JCAA", "Japan Commercial Arbitration Association", "Asia/Tokyo"),
    _private("mcia", "MCIA", "Mumbai Centre for International Arbitration", "Asia/Kolkata"),
    _private("aiac", "AIAC", "Asian International Arbitration Centre", "Asia/Kuala_Lumpur"),
    _private("acica", "ACICA", "Australian Centre for International Commercial Arbitration", "Australia/Sydney"),
    _private("diac", "DIAC", "Dubai International Arbitration Centre", "Asia/Dubai"),
    _private("arbitratead", "arbitrateAD", "Abu Dhabi International Arbitration Centre", "Asia/Dubai"),
    _private("crcica", "CRCICA", "Cairo Regional Centre for International Commercial Arbitration", "Africa/Cairo"),
    _private("camccbc", "CAM-CCBC", "Center for Arbitration and Mediation, CCBC", "America/Sao_Paulo"),
    _private("vaniac", "VanIAC", "Vancouver International Arbitration Centre", "America/Vancouver", "BCICAC"),
    # by treaty, sport and domain names
    _between_states(
        *("icsid", "ICSID", "International Centre for Settlement of Investment Disputes", NEW_YORK),
        url="https://icsid.worldbank.org/",
    ),
    _between_states(
        *("pca", "PCA", "Permanent Court of Arbitration", "Europe/Amsterdam"),
        url="https://pca-cpa.org/",
    ),
    _between_states(
        *("wipo", "WIPO", "WIPO Arbitration and Mediation Center", "Europe/Zurich"),
        "World Intellectual Property Organization",
        url="https://www.wipo.int/amc/",
    ),
    _private(
        *("cas", "CAS", "Court of Arbitration for Sport", "Europe/Zurich", "Tribunal arbitral du sport", "TAS"),
        jurisdiction="international",
        url="https://www.tas-cas.org/",
    ),
    _ad_hoc("adhoc", "Ad hoc arbitral tribunal", "Ad hoc arbitration"),
    _ad_hoc(
        "adhoc-uncitral",
        "Ad hoc arbitral tribunal under the UNCITRAL Arbitration Rules",
        "UNCITRAL",
        "UNCITRAL arbitration",
        deadline_rules="uncitral",
    ),
)
