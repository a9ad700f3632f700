"""How courts word roles, and what each wording means here. The wording itself is always kept beside it."""

import re
from datetime import date

from .counsel import AttorneyRole, Designation
from .people import PartyRole

# wordings after _plain(); the labels of PartyRole are understood without being listed
_OTHER_WORDINGS: dict[str, PartyRole] = {
    "counter claimant": PartyRole.COUNTER_CLAIMANT,
    "counter claimaint": PartyRole.COUNTER_CLAIMANT,
    "counter plaintiff": PartyRole.COUNTER_CLAIMANT,
    "counterdefendant": PartyRole.COUNTER_DEFENDANT,
    "cross plaintiff": PartyRole.CROSS_CLAIMANT,
    "cross complainant": PartyRole.CROSS_CLAIMANT,
    "crossclaimant": PartyRole.CROSS_CLAIMANT,
    "crossdefendant": PartyRole.CROSS_DEFENDANT,
    "plaintiff consolidated": PartyRole.CONSOLIDATED_PLAINTIFF,
    "defendant consolidated": PartyRole.CONSOLIDATED_DEFENDANT,
    "plaintiff intervenor": PartyRole.INTERVENOR_PLAINTIFF,
    "defendant intervenor": PartyRole.INTERVENOR_DEFENDANT,
    "intervening plaintiff": PartyRole.INTERVENOR_PLAINTIFF,
    "intervening defendant": PartyRole.INTERVENOR_DEFENDANT,
    "third party intervenor": PartyRole.INTERVENOR,
    "interpleader defendant": PartyRole.INTERPLEADER_CLAIMANT,
    "third party movant": PartyRole.MOVANT,
    "intervenor movant": PartyRole.MOVANT,
    "in rem": PartyRole.IN_REM_PROPERTY,
    "in rem defendant": PartyRole.IN_REM_PROPERTY,
    "in rem property": PartyRole.IN_REM_PROPERTY,
    "in re debtor": PartyRole.DEBTOR,
    "debtor in possession": PartyRole.DEBTOR,
    "consolidated debtor": PartyRole.DEBTOR,
    "jointly administered debtor": PartyRole.DEBTOR,
    "alleged debtor": PartyRole.DEBTOR,
    "petitioning creditor": PartyRole.CREDITOR,
    "creditors committee": PartyRole.CREDITOR_COMMITTEE,
    "official committee of unsecured creditors": PartyRole.CREDITOR_COMMITTEE,
    "assistant u.s. trustee": PartyRole.US_TRUSTEE,
    "chapter 7 trustee": PartyRole.TRUSTEE,
    "chapter 11 trustee": PartyRole.TRUSTEE,
    "chapter 13 trustee": PartyRole.TRUSTEE,
    "party in interest": PartyRole.INTERESTED_PARTY,
    "interested third party": PartyRole.INTERESTED_PARTY,
    "real party": PartyRole.REAL_PARTY_IN_INTEREST,
    "amicus": PartyRole.AMICUS_CURIAE,
    "amici curiae": PartyRole.AMICUS_CURIAE,
    "friend of court": PartyRole.AMICUS_CURIAE,
    "friend of the court": PartyRole.AMICUS_CURIAE,
    "doe": PartyRole.DOE_DEFENDANT,
    "does": PartyRole.DOE_DEFENDANT,
    "adr panelist": PartyRole.MEDIATOR,
    "government": PartyRole.PROSECUTION,
    "state": PartyRole.PROSECUTION,
    "people": PartyRole.PROSECUTION,
    "minor victim": PartyRole.VICTIM,
    "special representative": PartyRole.PERSONAL_REPRESENTATIVE,
    "deceased": PartyRole.DECEDENT,
}

# applied in this order
_REWRITES: tuple[tuple[str, str], ...] = (
    (r"[\s_–—-]+", " "),
    (r"\s*\(.*?\)", ""),
    (r"\b(?:thirdparty|3rd pty|3rd party|third pty)\b", "third party"),
    (r"\b(?:fourthparty|4th pty|4th party|fourth pty)\b", "fourth party"),
    (r"\b(?:dft|deft|def)\b\.?", "defendant"),
    (r"\b(?:pla|plf|pltf|plaintif)\b\.?", "plaintiff"),
    (r"\b(?:us|u\. ?s\.|united states)(?= )", "u.s."),
    (r"\bjointadmin\b", "jointly administered"),
    (r"['’]", ""),
    (r"(plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor|claimant)s\b", r"\1"),
    (r"\s+\d+$", ""),
)


def _plain(text: str) -> str:
    plain = text.casefold().strip()
    for pattern, replacement in _REWRITES:
        plain = re.sub(pattern, replacement, plain)
    return plain.strip(" .:,")


ROLE_FROM_COURT: dict[str, PartyRole] = {
    **{_plain(role.label): role for role in PartyRole},
    **_OTHER_WORDINGS,
}
_APPELLATE_ROLES = ("cross appellant", "cross appellee", "appellant", "appellee")


def role_from_court(text: str) -> PartyRole:
    """The role that a court page's heading means: "3rd Pty Defendant", "Defendant (1)", "U.S. Trustee".

    On appeal both roles are printed ("Plaintiff - Appellee"); the one in the appeal counts.
    A wording that is not known is OTHER.
    """
    plain = _plain(text)
    if plain in ROLE_FROM_COURT:
        return ROLE_FROM_COURT[plain]
    appellate = next((role for role in _APPELLATE_ROLES if plain.endswith(f" {role}")), "")
    return ROLE_FROM_COURT.get(appellate, PartyRole.OTHER)


# the first that is found within the text counts; "COR LD NTC" is the shorthand of courts of appeals
_ATTORNEY_WORDINGS: tuple[tuple[str, AttorneyRole], ...] = (
    (r"self ?-? ?terminated", AttorneyRole.SELF_TERMINATED),
    (r"\bterminated\b", AttorneyRole.TERMINATED),
    (r"\bdisbarred\b", AttorneyRole.DISBARRED),
    (r"\bsuspended\b", AttorneyRole.SUSPENDED),
    (r"\binactive\b", AttorneyRole.INACTIVE),
    (r"\bsealed group\b", AttorneyRole.SEALED_GROUP),
    (r"\bpro hac vice\b", AttorneyRole.PRO_HAC_VICE),
    (r"\blead attorney\b|\bld\b", AttorneyRole.LEAD),
    (r"\bliaison counsel\b", AttorneyRole.LIAISON),
    (r"\bto be noticed\b|\bntc\b", AttorneyRole.TO_BE_NOTICED),
)


def attorney_role_from_court(text: str) -> tuple[AttorneyRole, date | None]:
    """The role a docket sheet prints under counsel's name, and its date: "TERMINATED: 05/03/2019"."""
    plain = " ".join(text.casefold().split())
    role = next((role for words, role in _ATTORNEY_WORDINGS if re.search(words, plain)), AttorneyRole.UNKNOWN)
    return role, _us_date(plain)


def _us_date(text: str) -> date | None:
    found = re.search(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", text)
    if not found:
        return None
    month, day, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DESIGNATION_WORDINGS: tuple[tuple[str, Designation], ...] = (
    (r"\bcja\b", Designation.CJA_APPOINTMENT),
    (r"\b(?:public|community|federal) defender\b", Designation.PUBLIC_DEFENDER),
    (r"\bretained\b", Designation.RETAINED),
    (r"\bpro bono\b", Designation.PRO_BONO),
    (r"\bpro se\b", Designation.PRO_SE),
    (r"\bstandby\b", Designation.STANDBY),
    (r"\bwaived\b", Designation.WAIVED),
    (r"\bappointed\b|\bappointment\b", Designation.COURT_APPOINTED),
    (r"\bgovernment\b|\bassistant us attorney\b|\busa\b", Designation.GOVERNMENT),
)


def designation_from_court(text: str) -> Designation | None:
    """How counsel came to act: "Designation: CJA Appointment", "COR NTC Retained"; None when not said."""
    plain = " ".join(text.casefold().split())
    known = next((kind for words, kind in _DESIGNATION_WORDINGS if re.search(words, plain)), None)
    return known or (Designation.OTHER if plain.startswith("designation:") else None)
