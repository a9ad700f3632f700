"""Words for the place where a proceeding is held, and the shapes of the numbers it gives."""

from django.db.models import TextChoices


class ForumKind(TextChoices):
    """What sort of body a forum is."""

    COURT = "court", "Court"
    ARBITRAL_INSTITUTION = "arbitral_institution", "Arbitral institution"
    AD_HOC_TRIBUNAL = "ad_hoc_tribunal", "Ad hoc tribunal"
    AGENCY = "agency", "Agency"
    POLICE_OR_PROSECUTOR = "police_or_prosecutor", "Police or prosecutor"


class ForumLevel(TextChoices):
    """The rung of a court (courts-db: colr, iac, gjc, ljc)."""

    LAST_RESORT = "last_resort", "Court of last resort"
    INTERMEDIATE_APPELLATE = "intermediate_appellate", "Intermediate appellate court"
    GENERAL = "general", "Trial court of general jurisdiction"
    LIMITED = "limited", "Court of limited jurisdiction"
    NONE = "none", "Not a court, or not graded"


class ForumSystem(TextChoices):
    """Whose body the forum is."""

    FEDERAL = "federal", "Federal"
    STATE = "state", "State"
    TERRITORIAL = "territorial", "Territorial"
    TRIBAL = "tribal", "Tribal"
    LOCAL = "local", "County or city"
    MILITARY = "military", "Military"
    FOREIGN = "foreign", "Foreign"
    INTERNATIONAL = "international", "International"
    PRIVATE = "private", "Private"
    OTHER = "other", "Other or historical"


class DocketPattern(TextChoices):
    """The shapes of docket numbers. A number alone does not tell its forum: 22-2098 fits three of them."""

    US_DISTRICT = "us_district", "U.S. district court"
    US_DISTRICT_SEARCH = "us_district_search", "U.S. district court, within a text"
    US_APPELLATE = "us_appellate", "U.S. court of appeals"
    SCOTUS = "scotus", "U.S. Supreme Court"
    US_BANKRUPTCY = "us_bankruptcy", "U.S. bankruptcy court"
    JPML = "jpml", "Judicial Panel on Multidistrict Litigation"
    NM = "nm", "New Mexico district or magistrate court"
    NM_PRE2000 = "nm_pre2000", "New Mexico, before 2000"
    NM_APPEALS = "nm_appeals", "New Mexico Court of Appeals"
    NM_SUPREME = "nm_supreme", "New Mexico Supreme Court"
    NM_METRO = "nm_metro", "New Mexico metropolitan court"
    LASC = "lasc", "Los Angeles Superior Court"
    LASC_OLD = "lasc_old", "Los Angeles Superior Court, before 2018"
    LASC_INTERNAL = "lasc_internal", "Los Angeles Superior Court, internal"
    AAA = "aaa", "American Arbitration Association"
    JAMS = "jams", "JAMS"
    ICC = "icc", "ICC International Court of Arbitration"


# every pattern matches a whole number, except us_district_search, which finds one within a text
DOCKET_PATTERNS: dict[str, str] = {
    DocketPattern.US_DISTRICT: (
        r"^(?P<office>[0-9A-Z]):(?P<yy>\d{2})-(?P<type>[A-Za-z0-9]{1,5})-(?P<seq>\d{5})"
        r"(?:-(?P<assigned>N/A|P1|[A-Za-z_]{1,5}))?(?:-(?P<referred>[A-Za-z_]{1,5}))?(?:-(?P<defendant>\d{1,3}))?$"
    ),
    DocketPattern.US_DISTRICT_SEARCH: r"(?<!\d)((?:\d{1,2}:)?\d\d-[a-zA-Z]{1,5}-\d{1,10})",
    DocketPattern.US_APPELLATE: r"^(?P<yy>\d{2})-(?P<seq>\d{1,5})$",
    DocketPattern.SCOTUS: r"^(?:\d{2}-\d{1,5}|\d{2}A\d{1,5})$",
    DocketPattern.US_BANKRUPTCY: (
        r"^(?:(?P<office>\d):)?(?P<yy>\d{2})-(?:(?P<type>bk|ap|mp)-)?(?P<seq>\d{5})(?:-[A-Za-z0-9]+)*$"
    ),
    DocketPattern.JPML: r"^MDL No\.\s+\d+$",
    DocketPattern.NM: (r"^(?P<court>[DM])-(?P<county>\d{3,4})-(?P<cat>[A-Z]{2})-(?P<year>\d{4})-?(?P<seq>\d{5})$"),
    DocketPattern.NM_PRE2000: (
        r"^(?P<court>[DM])-(?P<county>\d{3,4})-(?P<cat>[A-Z]{2})-(?P<yy>\d{2})-?(?P<seq>\d{5})$"
    ),
    DocketPattern.NM_APPEALS: r"^A-1-CA-\d{5}$",
    DocketPattern.NM_SUPREME: r"^S-1-SC-\d{5}$",
    DocketPattern.NM_METRO: r"^T-4-[A-Z]{2}-\d{4}-\d{6}$",
    DocketPattern.LASC: r"^(?P<yy>\d{2})(?P<courthouse>[A-Z]{2})(?P<type>[A-Z]{2})(?P<seq>\d{5})$",
    DocketPattern.LASC_OLD: r"^[A-Z]{1,2}\d{6}$",
    DocketPattern.LASC_INTERNAL: r"^(?P<number>[A-Z0-9]+);(?P<district>[A-Z]{2,3});(?P<division>[A-Z]{2})$",
    DocketPattern.AAA: r"^\d{2}-\d{2}-\d{4}-\d{4}$",
    DocketPattern.JAMS: r"^\d{10}$",
    DocketPattern.ICC: r"^\d{5}/[A-Z]{2,4}(?:/[A-Z]{2,4})*$",
}

DOCKET_EXAMPLES: dict[str, tuple[str, ...]] = {
    DocketPattern.US_DISTRICT: (
        "2:20-cv-01234-BBD-dkv",
        "3:20-cr-00070-TKW-MAL-1",
        "1:14-cr-10363-RGS-1",
        "1:11-cv-10230-MLW",
        "4:25-crcor-00029",
    ),
    DocketPattern.US_DISTRICT_SEARCH: ("2:20-cv-01234", "20-cv-1234"),
    DocketPattern.US_APPELLATE: ("22-2098", "17-1142"),
    DocketPattern.SCOTUS: ("01-8148", "01A576"),
    DocketPattern.US_BANKRUPTCY: ("18-11572", "10-01083-8-RDD", "02-00017-LMK", "13-07422-RLM-7A"),
    DocketPattern.JPML: ("MDL No. 2873",),
    DocketPattern.NM: ("D-101-CV-2022-00244", "D-101-CV-202200244", "D-1329-CV-2021-00012"),
    DocketPattern.NM_PRE2000: ("D-101-CV-9801525",),
    DocketPattern.NM_APPEALS: ("A-1-CA-40123",),
    DocketPattern.NM_SUPREME: ("S-1-SC-39123",),
    DocketPattern.NM_METRO: ("T-4-CR-2022-001234",),
    DocketPattern.LASC: ("19STCV25157",),
    DocketPattern.LASC_OLD: ("BC671284",),
    DocketPattern.LASC_INTERNAL: ("19STCV25157;SS;CV", "BC671284;LA;CV", "SRR000001;NCG;CV"),
    DocketPattern.AAA: ("01-22-0001-2345",),
    DocketPattern.JAMS: ("1220068485",),
    DocketPattern.ICC: ("25123/ABC",),
}
