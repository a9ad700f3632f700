"""The forums that Docketbook knows from the start, as data. A new forum is a new line in one of these files."""

from docket.forums.table import california, courts, new_mexico
from docket.forums.table.agencies import AGENCIES
from docket.forums.table.arbitration import INSTITUTIONS
from docket.forums.table.police import POLICE
from docket.forums.table.shape import ForumRow

__all__ = ["ForumRow", "all_forums"]


def all_forums() -> list[ForumRow]:
    """Every forum of the table; slugs are unique."""
    return [*courts.courts(), *new_mexico.courts(), *california.courts(), *INSTITUTIONS, *AGENCIES, *POLICE]
