"""Words for what a party is and what else it is called."""

from django.db.models import TextChoices


class PartyKind(TextChoices):
    """What a party is; a thing can be sued (in rem) and so can persons not yet known (Does 1-50)."""

    PERSON = "person", "Person"
    ORGANIZATION = "organization", "Organization"
    GOVERNMENT = "government", "Government"
    ESTATE = "estate", "Estate"
    IN_REM = "in_rem", "Property (in rem)"
    GROUP = "group", "Group"


class AliasKind(TextChoices):
    """How another name relates to the party's own; labels as they stand in captions."""

    AKA = "aka", "a/k/a (also known as)"
    DBA = "dba", "d/b/a (doing business as)"
    FKA = "fka", "f/k/a (formerly known as)"
    NKA = "nka", "n/k/a (now known as)"
    TA = "ta", "t/a (trading as)"
    SUED_AS = "sued_as", "sued as"
    STAGE_NAME = "stage_name", "professional name"
    ABBREVIATION = "abbreviation", "abbreviation"
    SPELLING = "spelling", "other spelling"
