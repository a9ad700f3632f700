"""Whether the rulings of a case can be read: only then is it said that no ruling is linked to a motion."""

from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import Kind
from docket.models import Case


def rulings_are_read(case: Case, kind: Kind) -> bool:
    """Whether rulings of a case can be read once a page of a kind is imported into it; the order of pages is no matter.

    One page of a kind that tells them is enough. Of a case that staff entered they are; a feed or a history report then
    brings motions without their rulings, an attachment page does not.
    """
    kinds = {Kind(known) for known in case.imported_files.values_list("kind", flat=True)} | {kind}
    if any(PAGE_KINDS[known].reads_rulings for known in kinds):
        return True
    return case.rulings_are_read and not any(PAGE_KINDS[known].brings_docket for known in kinds)
