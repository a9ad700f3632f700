"""Words for people: a part in the event, and a role in a case with its side."""

from django.db.models import TextChoices


class MatterRole(TextChoices):
    """A person's part in the event itself, whether or not they are in any case."""

    DECEDENT = "decedent", "Decedent"
    KILLED = "killed", "Killed"
    INJURED = "injured", "Injured"
    SURVIVOR = "survivor", "Surviving relative"
    PRODUCER = "producer", "Producer"
    DIRECTOR = "director", "Director"
    PERFORMER = "performer", "Performer"
    CREW = "crew", "Crew member"
    EMPLOYEE = "employee", "Employee"
    EMPLOYER = "employer", "Employer"
    CONTRACTOR = "contractor", "Contractor"
    SUPPLIER = "supplier", "Supplier"
    MANUFACTURER = "manufacturer", "Manufacturer"
    OWNER = "owner", "Owner"
    OPERATOR = "operator", "Operator"
    INSURER = "insurer", "Insurer"
    WITNESS = "witness", "Witness"
    RESPONDER = "responder", "First responder"
    INVESTIGATOR = "investigator", "Investigator"
    REGULATOR = "regulator", "Regulator"
    INVOLVED = "involved", "Involved"
    OTHER = "other", "Other"


class Side(TextChoices):
    """The side of the caption on which a role stands."""

    INITIATING = "initiating", "Initiating side"
    RESPONDING = "responding", "Responding side"
    NEUTRAL = "neutral", "Neither side"


class PartyRole(TextChoices):
    """What a party is in a case (ECF 5.0 participant roles, PACER party types, arbitral and agency usage).

    A party may hold several roles in one case: a plaintiff is also a counter-defendant.
    """

    PLAINTIFF = "plaintiff", "Plaintiff"
    DEFENDANT = "defendant", "Defendant"
    PETITIONER = "petitioner", "Petitioner"
    RESPONDENT = "respondent", "Respondent"
    APPLICANT = "applicant", "Applicant"
    THIRD_PARTY_PLAINTIFF = "third_party_plaintiff", "Third-party plaintiff"
    THIRD_PARTY_DEFENDANT = "third_party_defendant", "Third-party defendant"
    FOURTH_PARTY_PLAINTIFF = "fourth_party_plaintiff", "Fourth-party plaintiff"
    FOURTH_PARTY_DEFENDANT = "fourth_party_defendant", "Fourth-party defendant"
    COUNTER_CLAIMANT = "counter_claimant", "Counterclaimant"
    COUNTER_DEFENDANT = "counter_defendant", "Counter-defendant"
    CROSS_CLAIMANT = "cross_claimant", "Cross-claimant"
    CROSS_DEFENDANT = "cross_defendant", "Cross-defendant"
    INTERVENOR = "intervenor", "Intervenor"
    INTERVENER = "intervener", "Intervener"
    INTERVENOR_PLAINTIFF = "intervenor_plaintiff", "Intervenor plaintiff"
    INTERVENOR_DEFENDANT = "intervenor_defendant", "Intervenor defendant"
    MOVANT = "movant", "Movant"
    INTERPLEADER_PLAINTIFF = "interpleader_plaintiff", "Interpleader plaintiff"
    INTERPLEADER_CLAIMANT = "interpleader_claimant", "Interpleader claimant"
    CONSOLIDATED_PLAINTIFF = "consolidated_plaintiff", "Consolidated plaintiff"
    CONSOLIDATED_DEFENDANT = "consolidated_defendant", "Consolidated defendant"
    LEAD_PLAINTIFF = "lead_plaintiff", "Lead plaintiff"
    NOMINAL_DEFENDANT = "nominal_defendant", "Nominal defendant"
    DOE_DEFENDANT = "doe_defendant", "Doe defendant"
    ROE = "roe", "Roe defendant"
    IN_REM_PROPERTY = "in_rem_property", "Property (in rem)"
    RELATOR = "relator", "Relator"
    CLASS_REPRESENTATIVE = "class_representative", "Class representative"
    CLASS_MEMBER = "class_member", "Class member"
    OBJECTOR = "objector", "Objector"
    REAL_PARTY_IN_INTEREST = "real_party_in_interest", "Real party in interest"
    # appeal
    APPELLANT = "appellant", "Appellant"
    APPELLEE = "appellee", "Appellee"
    CROSS_APPELLANT = "cross_appellant", "Cross-appellant"
    CROSS_APPELLEE = "cross_appellee", "Cross-appellee"
    AMICUS_CURIAE = "amicus_curiae", "Amicus curiae"
    # bankruptcy and money
    DEBTOR = "debtor", "Debtor"
    JOINT_DEBTOR = "joint_debtor", "Joint debtor"
    CREDITOR = "creditor", "Creditor"
    CREDITOR_COMMITTEE = "creditor_committee", "Creditor committee"
    TRUSTEE = "trustee", "Trustee"
    US_TRUSTEE = "us_trustee", "U.S. Trustee"
    RECEIVER = "receiver", "Receiver"
    GARNISHEE = "garnishee", "Garnishee"
    SURETY = "surety", "Surety"
    INTERESTED_PARTY = "interested_party", "Interested party"
    INTERESTED_PERSON = "interested_person", "Interested person"
    NOTICE_PARTY = "notice_party", "Notice party"
    SERVICE_LIST = "service_list", "Service list"
    IN_RE_SUBJECT = "in_re_subject", "In re"
    # acting for another, or the person the case is about
    DECEDENT = "decedent", "Decedent"
    PERSONAL_REPRESENTATIVE = "personal_representative", "Personal representative"
    ADMINISTRATOR = "administrator", "Administrator"
    EXECUTOR = "executor", "Executor"
    GUARDIAN_AD_LITEM = "guardian_ad_litem", "Guardian ad litem"
    NEXT_FRIEND = "next_friend", "Next friend"
    GUARDIAN = "guardian", "Guardian"
    CONSERVATOR = "conservator", "Conservator"
    STATUTORY_BENEFICIARY = "statutory_beneficiary", "Statutory beneficiary"
    # arbitration
    CLAIMANT = "claimant", "Claimant"
    COUNTER_CLAIMANT_ARB = "counter_claimant_arb", "Arbitral counterclaimant"
    COUNTER_RESPONDENT = "counter_respondent", "Counter-respondent"
    THIRD_PARTY_RESPONDENT = "third_party_respondent", "Third-party respondent"
    ADDITIONAL_PARTY = "additional_party", "Additional party"
    JOINED_PARTY = "joined_party", "Joined party"
    ADMINISTERING_INSTITUTION = "administering_institution", "Administering institution"
    # criminal
    PROSECUTION = "prosecution", "Prosecution"
    VICTIM = "victim", "Victim"
    SURETY_BAIL = "surety_bail", "Bail surety"
    PROBATION_OFFICER = "probation_officer", "Probation officer"
    MATERIAL_WITNESS = "material_witness", "Material witness"
    # regulatory and investigation
    AGENCY = "agency", "Agency"
    EMPLOYER = "employer", "Employer"
    CITED_PARTY = "cited_party", "Cited party"
    CONTESTANT = "contestant", "Contestant"
    AUTHORIZED_EMPLOYEE_REPRESENTATIVE = "authorized_employee_representative", "Employee representative"
    SUBJECT = "subject", "Subject of the investigation"
    # neutrals that docket sheets list among the parties
    SPECIAL_MASTER = "special_master", "Special master"
    MEDIATOR = "mediator", "Mediator"
    ADR_PROVIDER = "adr_provider", "ADR provider"
    OTHER = "other", "Other"


_INITIATING = (
    PartyRole.PLAINTIFF,
    PartyRole.PETITIONER,
    PartyRole.COUNTER_DEFENDANT,
    PartyRole.INTERVENOR_PLAINTIFF,
    PartyRole.INTERPLEADER_PLAINTIFF,
    PartyRole.CONSOLIDATED_PLAINTIFF,
    PartyRole.LEAD_PLAINTIFF,
    PartyRole.RELATOR,
    PartyRole.CLASS_REPRESENTATIVE,
    PartyRole.APPELLANT,
    PartyRole.CROSS_APPELLEE,
    PartyRole.CLAIMANT,
    PartyRole.COUNTER_RESPONDENT,
    PartyRole.PROSECUTION,
    PartyRole.AGENCY,
)
# a third-party plaintiff is a defendant of the main caption (FRCP 14), so is a counterclaimant
_RESPONDING = (
    PartyRole.DEFENDANT,
    PartyRole.RESPONDENT,
    PartyRole.THIRD_PARTY_PLAINTIFF,
    PartyRole.THIRD_PARTY_DEFENDANT,
    PartyRole.FOURTH_PARTY_PLAINTIFF,
    PartyRole.FOURTH_PARTY_DEFENDANT,
    PartyRole.COUNTER_CLAIMANT,
    PartyRole.CROSS_CLAIMANT,
    PartyRole.CROSS_DEFENDANT,
    PartyRole.INTERVENOR_DEFENDANT,
    PartyRole.INTERPLEADER_CLAIMANT,
    PartyRole.CONSOLIDATED_DEFENDANT,
    PartyRole.NOMINAL_DEFENDANT,
    PartyRole.DOE_DEFENDANT,
    PartyRole.ROE,
    PartyRole.IN_REM_PROPERTY,
    PartyRole.GARNISHEE,
    PartyRole.APPELLEE,
    PartyRole.CROSS_APPELLANT,
    PartyRole.COUNTER_CLAIMANT_ARB,
    PartyRole.THIRD_PARTY_RESPONDENT,
    PartyRole.EMPLOYER,
    PartyRole.CITED_PARTY,
    PartyRole.CONTESTANT,
)

PARTY_ROLE_SIDE: dict[str, Side] = (
    dict.fromkeys(PartyRole.values, Side.NEUTRAL)
    | dict.fromkeys(_INITIATING, Side.INITIATING)
    | dict.fromkeys(_RESPONDING, Side.RESPONDING)
)

# named on the docket, but nobody who could bring a claim in it
ROLES_THAT_CANNOT_ASSERT: frozenset[str] = frozenset(
    {
        PartyRole.AMICUS_CURIAE,
        PartyRole.DECEDENT,
        PartyRole.STATUTORY_BENEFICIARY,
        PartyRole.IN_REM_PROPERTY,
        PartyRole.NOTICE_PARTY,
        PartyRole.SERVICE_LIST,
        PartyRole.MATERIAL_WITNESS,
        PartyRole.VICTIM,
        PartyRole.PROBATION_OFFICER,
        PartyRole.SUBJECT,
        PartyRole.ADMINISTERING_INSTITUTION,
        PartyRole.SPECIAL_MASTER,
        PartyRole.MEDIATOR,
        PartyRole.ADR_PROVIDER,
    }
)
