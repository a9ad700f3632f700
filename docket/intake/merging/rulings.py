"""Of which kinds of pages rulings can be read: only of those is it said that no ruling is linked to a motion."""

from docket.intake.shape import Kind
from docket.models import Case

RULINGS_READ: dict[Kind, bool] = {
    # full texts that say which entry an order rules on
    Kind.DISTRICT: True,
    Kind.BANKRUPTCY: True,
    Kind.SPECIAL: True,
    Kind.APPELLATE: True,
    Kind.ACMS: True,
    Kind.ARCHIVE: True,
    # short descriptions: “Order on Motion to Dismiss” tells neither which motion nor how it ended
    Kind.HISTORY: False,
    Kind.RSS: False,
    # one entry, or none
    Kind.ATTACHMENTS: False,
    # entries without numbers, on which no order can be seen to rule
    Kind.SCOTUS: False,
    Kind.TEXAS: False,
    Kind.LOS_ANGELES: False,
    # a copy of a record, whose source it does not tell
    Kind.SPREADSHEET: False,
}
BRINGS_NO_DOCKET = frozenset({Kind.ATTACHMENTS, Kind.SPREADSHEET})


def rulings_are_read(case: Case, kind: Kind) -> bool:
    """Whether rulings of a case can be read once a page of a kind is imported into it; the order of pages is no matter.

    One page of a kind that tells them is enough. Of a case that staff entered they are; a feed or a history report then
    brings motions without their rulings, an attachment page does not.
    """
    kinds = {Kind(known) for known in case.imported_files.values_list("kind", flat=True)} | {kind}
    if any(RULINGS_READ[known] for known in kinds):
        return True
    return case.rulings_are_read and kinds <= BRINGS_NO_DOCKET
