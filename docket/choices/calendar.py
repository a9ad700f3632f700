"""Words for what happens next."""

from django.db.models import TextChoices


class HearingKind(TextChoices):
    """What a court or tribunal has set a time for."""

    HEARING = "hearing", "Hearing"
    MOTION_HEARING = "motion_hearing", "Motion hearing"
    STATUS_CONFERENCE = "status_conference", "Status conference"
    SCHEDULING_CONFERENCE = "scheduling_conference", "Scheduling or case management conference"
    PRETRIAL_CONFERENCE = "pretrial_conference", "Pretrial conference"
    SETTLEMENT_CONFERENCE = "settlement_conference", "Settlement conference"
    MEDIATION = "mediation", "Mediation"
    EVIDENTIARY_HEARING = "evidentiary_hearing", "Evidentiary hearing"
    SHOW_CAUSE = "show_cause", "Show-cause hearing"
    ORAL_ARGUMENT = "oral_argument", "Oral argument"
    JURY_TRIAL = "jury_trial", "Jury trial"
    BENCH_TRIAL = "bench_trial", "Bench trial"
    INITIAL_APPEARANCE = "initial_appearance", "Initial appearance"
    ARRAIGNMENT = "arraignment", "Arraignment"
    DETENTION_HEARING = "detention_hearing", "Detention or bail hearing"
    PRELIMINARY_HEARING = "preliminary_hearing", "Preliminary hearing"
    CHANGE_OF_PLEA = "change_of_plea", "Change of plea"
    SENTENCING = "sentencing", "Sentencing"
    ARBITRATION_PRELIMINARY = "arbitration_preliminary", "Preliminary hearing of the tribunal"
    ARBITRATION_HEARING = "arbitration_hearing", "Arbitration hearing"
    INFORMAL_CONFERENCE = "informal_conference", "Informal conference with the agency"
    ADMINISTRATIVE_HEARING = "administrative_hearing", "Administrative hearing"
    CREDITORS_MEETING = "creditors_meeting", "Meeting of creditors"
    OTHER = "other", "Other"


class Certainty(TextChoices):
    """Why a date is believed."""

    ORDERED = "ordered", "Set by order or notice"
    COMPUTED = "computed", "Computed from a rule"
    REPORTED = "reported", "Reported"
    UNCERTAIN = "uncertain", "Uncertain"


class DeadlineState(TextChoices):
    """What the record holds about a deadline; never concluded from the clock."""

    OPEN = "open", "Open"
    MET = "met", "Met"
    EXTENDED = "extended", "Extended"
    SUSPENDED = "suspended", "Suspended"
    VACATED = "vacated", "Vacated"
    PASSED = "passed", "Passed, no filing in this record"


class ProposalKind(TextChoices):
    """What the site proposes to staff."""

    NEW = "new", "New deadline"
    CHANGE = "change", "Other day"
    CLOSE = "close", "Answered"
    EXTEND = "extend", "Extended"
    STOP = "stop", "Does not run for now, or any more"
    WITHDRAW = "withdraw", "No longer follows"
    REOPEN = "reopen", "Open again"


class ProposalState(TextChoices):
    """What staff made of it."""

    OPEN = "open", "Waits for staff"
    ACCEPTED = "accepted", "Accepted"
    DISMISSED = "dismissed", "Dismissed"
    SUPERSEDED = "superseded", "Overtaken by a later change"
