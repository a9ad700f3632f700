"""Finding a forum by whatever people, court pages and citations call it."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length

from docket.forums.pacer_courts import FORUM_IDS
from docket.law.forum_names import forum_key
from docket.models import Forum, ForumAlias

# PACER's labels of hosts that are not ids of courts-db; `neb` is there Nebraska's supreme court
PACER_LABELS = FORUM_IDS | {"nysb-mega": "nysb"}
ALIKE = 0.4  # share of trigrams in common from which a name is offered where no word begins so
MOST = 200  # names looked at; several may be of one forum


def find_forum(text: str, limit: int = 10) -> list[Forum]:
    """The forums that `text` may mean, the likeliest first; [] when it has no words.

    First the forum with that id and those with exactly that name, then those in whose names each word begins
    another, then those whose full name has the words as typed; failing all, similar names. At most four queries.
    """
    key = forum_key(text)
    if not key:
        return []
    by_id = Forum.objects.filter(slug=text.strip().casefold())
    found = [*by_id, *_named(key), *_titled(text)] or _similar(key)
    unique = {forum.pk: forum for forum in found}
    return list(unique.values())[:limit]


def forum_by_court_id(court_id: str) -> Forum | None:
    """The forum of a court's id in courts-db, or in PACER's addresses where they differ (azb, cofc, neb).

    Of a court that courts-db does not have it is the id in our own table: “texapp-8”.
    """
    court_id = court_id.strip().casefold()
    known = Forum.objects.filter(courts_db_id=PACER_LABELS.get(court_id, court_id)).first()
    return known or Forum.objects.filter(courts_db_id="", slug=court_id).first()


def names_with_words_like(key: str) -> Q:
    """Forum aliases in which each word of a key begins another."""
    begins = Q()
    for word in key.split():
        begins &= Q(key__startswith=word) | Q(key__contains=f" {word}")
    return begins


def _named(key: str) -> list[Forum]:
    exact_first = Case(When(key=key, then=Value(0)), default=Value(1), output_field=IntegerField())
    return _forums(
        ForumAlias.objects.filter(names_with_words_like(key)).order_by(exact_first, Length("key"), "forum__name", "pk")
    )


def _titled(text: str) -> QuerySet[Forum]:
    """Forums that staff added need no alias of their own name."""
    has_words = Q()
    for word in text.split():
        has_words &= Q(name__icontains=word)
    return Forum.objects.filter(has_words).order_by(Length("name"), "pk")[:MOST]


def _similar(key: str) -> list[Forum]:
    names = ForumAlias.objects.annotate(alike=TrigramSimilarity("key", key)).filter(alike__gte=ALIKE)
    return _forums(names.order_by("-alike", "forum__name", "pk"))


def _forums(names: QuerySet[ForumAlias]) -> list[Forum]:
    return [name.forum for name in names.select_related("forum")[:MOST]]
