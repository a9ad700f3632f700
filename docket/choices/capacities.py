"""Words for the capacity in which a party sues or is sued."""

from django.db.models import TextChoices


class CapacityKind(TextChoices):
    """In what capacity a party sues or is sued; it changes the caption, not the role."""

    INDIVIDUALLY = "individually", "Individually"
    PERSONAL_REPRESENTATIVE = "personal_representative", "Personal representative of an estate"
    PR_WRONGFUL_DEATH_ACT = "pr_wrongful_death_act", "Personal representative under a wrongful-death act"
    ADMINISTRATOR = "administrator", "Administrator of an estate"
    EXECUTOR = "executor", "Executor of an estate"
    SUCCESSOR_IN_INTEREST = "successor_in_interest", "Successor in interest"
    GUARDIAN_AD_LITEM = "guardian_ad_litem", "By a guardian ad litem"
    NEXT_FRIEND = "next_friend", "By a next friend"
    AS_NEXT_FRIEND = "as_next_friend", "As next friend of a minor"
    PARENT_NATURAL_GUARDIAN = "parent_natural_guardian", "Parent and natural guardian"
    GUARDIAN = "guardian", "Guardian"
    CONSERVATOR = "conservator", "Conservator"
    TRUSTEE = "trustee", "Trustee"
    RECEIVER = "receiver", "Receiver"
    OFFICIAL_CAPACITY = "official_capacity", "Official capacity"
    CLASS_REP = "class_rep", "On behalf of a class"
    DERIVATIVE = "derivative", "Derivatively"
    EX_REL = "ex_rel", "Ex rel."
    DBA = "dba", "Doing business as"
    FKA = "fka", "Formerly known as"
    AKA = "aka", "Also known as"
    NKA = "nka", "Now known as"
    ENTITY_DESCRIPTOR = "entity_descriptor", "Description of the entity"
    ALTER_EGO = "alter_ego", "Alter ego"
    ASSIGNEE = "assignee", "Assignee"
    SUBROGEE = "subrogee", "Subrogee"
    SUED_AS = "sued_as", "Erroneously sued as"


# {object}: the estate, person, office or entity; minors are given by initials
CAPACITY_PHRASE: dict[str, str] = {
    CapacityKind.INDIVIDUALLY: "individually",
    CapacityKind.PERSONAL_REPRESENTATIVE: "as personal representative of the Estate of {object}, deceased",
    CapacityKind.PR_WRONGFUL_DEATH_ACT: (
        "as personal representative under the Wrongful Death Act for {object}, deceased"
    ),
    CapacityKind.ADMINISTRATOR: "as Administrator of the Estate of {object}",
    CapacityKind.EXECUTOR: "as Executor of the Estate of {object}",
    CapacityKind.SUCCESSOR_IN_INTEREST: "as successor-in-interest to {object}",
    CapacityKind.GUARDIAN_AD_LITEM: "by and through their guardian ad litem, {object}",
    CapacityKind.NEXT_FRIEND: "by and through their next friend {object}",
    CapacityKind.AS_NEXT_FRIEND: "as next friend of {object}, a minor",
    CapacityKind.PARENT_NATURAL_GUARDIAN: "as parent and natural guardian of {object}, a minor",
    CapacityKind.GUARDIAN: "as guardian of {object}",
    CapacityKind.CONSERVATOR: "as conservator of {object}",
    CapacityKind.TRUSTEE: "as trustee of {object}",
    CapacityKind.RECEIVER: "as receiver of {object}",
    CapacityKind.OFFICIAL_CAPACITY: "in their official capacity as {object}",
    CapacityKind.CLASS_REP: "on behalf of all others similarly situated",
    CapacityKind.DERIVATIVE: "derivatively on behalf of {object}",
    CapacityKind.EX_REL: "ex rel. {object}",
    CapacityKind.DBA: "d/b/a {object}",
    CapacityKind.FKA: "f/k/a {object}",
    CapacityKind.AKA: "a/k/a {object}",
    CapacityKind.NKA: "n/k/a {object}",
    CapacityKind.ENTITY_DESCRIPTOR: "{object}",
    CapacityKind.ALTER_EGO: "as alter ego of {object}",
    CapacityKind.ASSIGNEE: "as assignee of {object}",
    CapacityKind.SUBROGEE: "as subrogee of {object}",
    CapacityKind.SUED_AS: "erroneously sued as {object}",
}


def capacity_needs_object(kind: str) -> bool:
    """Whether the phrase names something: an estate, an office, a minor."""
    return "{object}" in CAPACITY_PHRASE[kind]


def capacity_phrase(kind: str, object: str = "") -> str:
    """The words of a caption; a capacity whose object is not known is named without it."""
    if capacity_needs_object(kind) and not object:
        return CapacityKind(kind).label.lower()
    return CAPACITY_PHRASE[kind].replace("{object}", object)
