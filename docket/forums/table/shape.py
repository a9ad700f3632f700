"""What the table says of a forum; the fields are those of the model Forum."""

from dataclasses import dataclass

from docket.choices import DocketPattern, ForumKind, ForumLevel, ForumSystem
from docket.law.forum_names import forum_key


@dataclass(frozen=True)
class ForumRow:
    """One forum. parent: the slug of the court it is part of. aliases: other names, as written or said."""

    slug: str
    kind: ForumKind
    name: str
    short_name: str = ""
    citation_form: str = ""
    jurisdiction: str = ""
    system: ForumSystem | str = ""
    level: ForumLevel | str = ""
    time_zone: str = "America/New_York"
    parent: str = ""
    url: str = ""
    docket_pattern: DocketPattern | str = ""
    deadline_rules: str = ""
    holiday_calendar: str = ""
    courts_db_id: str = ""
    aliases: tuple[str, ...] = ()

    def names(self) -> dict[str, str]:
        """Every name by which it is found, with its key; of names with one key the first.

        The citation form is none of them: thirteen courts are cited “N.M. Dist. Ct.”.
        """
        found: dict[str, str] = {}
        keys: set[str] = set()
        for name in (self.name, self.short_name, *self.aliases):
            key = forum_key(name)
            if key and key not in keys:
                found[name] = key
                keys.add(key)
        return found
