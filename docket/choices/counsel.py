"""Words for counsel and for the judges, arbitrators and other officials of a case."""

from django.db.models import TextChoices


class AttorneyRole(TextChoices):
    """What counsel is for a party; several may hold at once (CourtListener's ten normalised roles)."""

    LEAD = "lead", "Lead attorney"
    LIAISON = "liaison", "Liaison counsel"
    TO_BE_NOTICED = "to_be_noticed", "Attorney to be noticed"
    PRO_HAC_VICE = "pro_hac_vice", "Pro hac vice"
    SEALED_GROUP = "sealed_group", "Attorney in sealed group"
    SELF_TERMINATED = "self_terminated", "Self-terminated"
    TERMINATED = "terminated", "Terminated"
    SUSPENDED = "suspended", "Suspended"
    INACTIVE = "inactive", "Inactive"
    DISBARRED = "disbarred", "Disbarred"
    UNKNOWN = "unknown", "Not stated"


class Designation(TextChoices):
    """How counsel came to act, as criminal and appellate dockets print it."""

    RETAINED = "retained", "Retained"
    CJA_APPOINTMENT = "cja_appointment", "CJA appointment"
    PUBLIC_DEFENDER = "public_defender", "Public defender or community defender"
    COURT_APPOINTED = "court_appointed", "Appointed by the court"
    GOVERNMENT = "government", "Government"
    PRO_BONO = "pro_bono", "Pro bono"
    PRO_SE = "pro_se", "Pro se"
    STANDBY = "standby", "Standby counsel"
    WAIVED = "waived", "Waived"
    OTHER = "other", "Other"


class OfficialRole(TextChoices):
    """What a judge, arbitrator or other neutral is in a case."""

    JUDGE = "judge", "Judge"
    CHIEF_JUDGE = "chief_judge", "Chief judge"
    SENIOR_JUDGE = "senior_judge", "Senior judge"
    MAGISTRATE_JUDGE = "magistrate_judge", "Magistrate judge"
    REFERRED_MAGISTRATE = "referred_magistrate", "Referred to (magistrate judge)"
    BANKRUPTCY_JUDGE = "bankruptcy_judge", "Bankruptcy judge"
    PANEL_JUDGE = "panel_judge", "Judge of the panel"
    JUSTICE = "justice", "Justice"
    COMMISSIONER = "commissioner", "Commissioner"
    PRESIDING_ARBITRATOR = "presiding_arbitrator", "Presiding arbitrator"
    CO_ARBITRATOR = "co_arbitrator", "Co-arbitrator"
    PARTY_APPOINTED_ARBITRATOR = "party_appointed_arbitrator", "Party-appointed arbitrator"
    SOLE_ARBITRATOR = "sole_arbitrator", "Sole arbitrator"
    EMERGENCY_ARBITRATOR = "emergency_arbitrator", "Emergency arbitrator"
    TRIBUNAL_SECRETARY = "tribunal_secretary", "Tribunal secretary"
    CASE_MANAGER = "case_manager", "Case manager"
    ANNULMENT_COMMITTEE_MEMBER = "annulment_committee_member", "Member of the annulment committee"
    CORONER = "coroner", "Coroner"
    MEDIATOR = "mediator", "Mediator"
    SPECIAL_MASTER = "special_master", "Special master"
    DISCOVERY_REFEREE = "discovery_referee", "Discovery referee"
    ADMINISTRATIVE_LAW_JUDGE = "administrative_law_judge", "Administrative law judge"
    HEARING_OFFICER = "hearing_officer", "Hearing officer"
    TRUSTEE = "trustee", "Trustee"
    RECEIVER = "receiver", "Receiver"
    PROSECUTOR = "prosecutor", "Prosecutor"
    INVESTIGATOR = "investigator", "Investigator"
    OTHER = "other", "Other"
