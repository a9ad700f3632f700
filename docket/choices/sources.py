"""Words for where a fact comes from, and on what footing it stands."""

from django.db.models import TextChoices


class SourceKind(TextChoices):
    """What sort of source it is."""

    COURT_RECORD = "court_record", "Court record"
    FILING = "filing", "Filing"
    AGENCY_RECORD = "agency_record", "Agency record"
    OFFICIAL_STATEMENT = "official_statement", "Official statement"
    NEWS_REPORT = "news_report", "News report"
    BOOK = "book", "Book"
    INTERVIEW = "interview", "Interview"
    WEBSITE = "website", "Website"
    OTHER = "other", "Other"


class Origin(TextChoices):
    """How something came into the record; never who."""

    UNKNOWN = "", "Not recorded"
    STAFF = "staff", "Entered by staff"
    IMPORTED = "imported", "Imported from the forum’s own page"


class Basis(TextChoices):
    """The footing of a stated fact."""

    RECORD = "record", "Shown by the record"
    ALLEGED = "alleged", "Alleged"
    REPORTED = "reported", "Reported"
    FOUND = "found", "Found by a court or tribunal"
    ADMITTED = "admitted", "Admitted"
