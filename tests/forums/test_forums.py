from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from docket.choices import DOCKET_PATTERNS, ForumKind
from docket.forums.finding import find_forum, forum_by_court_id
from docket.forums.table import ForumRow, all_forums
from docket.forums.table.courts import records
from docket.forums.table.loading import load_forums
from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.rules import RULE_SETS
from docket.law.forum_names import forum_key
from docket.models import Forum, ForumAlias

FOUND_FIRST = [
    ("Los Angeles", "calsuppctla"),
    ("LASC", "calsuppctla"),
    ("Los Angeles Superior Court", "calsuppctla"),
    ("Los Angeles County Superior Court", "calsuppctla"),
    ("Superior Court of the State of California for the County of Los Angeles", "calsuppctla"),
    ("Superior Court of California, County of Santa Clara", "calsuper-santa-clara"),
    ("San Francisco County Superior Court", "calsuppctsf"),
    ("cacd", "cacd"),
    ("U.S. District Court, Central District of California", "cacd"),
    ("United States District Court, C.D. California", "cacd"),
    ("Central District of California", "cacd"),
    ("C.D. Cal.", "cacd"),
    ("CD Cal", "cacd"),
    ("S.D.N.Y.", "nysd"),
    ("SDNY", "nysd"),
    ("Bankr. S.D.N.Y.", "nysb"),
    ("U.S. District Court DISTRICT OF NEW JERSEY", "njd"),
    ("E.D. N.C.", "nced"),
    ("N.D. W.Va.", "wvnd"),
    ("Northern District of Oklahoma", "oknd"),
    ("10th Cir.", "ca10"),
    ("Tenth Circuit", "ca10"),
    ("D.C. Circuit", "cadc"),
    ("SCOTUS", "scotus"),
    ("Supreme Court of the United States", "scotus"),
    ("J.P.M.L.", "jpml"),
    ("D.N.M.", "nmd"),
    ("U.S. District Court for the District of New Mexico", "nmd"),
    ("N.M. Ct. App.", "nmctapp"),
    ("First Judicial District Court", "nmdist1"),
    ("1st Judicial District Court, Santa Fe County, New Mexico", "nmdist1"),
    ("STATE OF NEW MEXICO, COUNTY OF SANTA FE, FIRST JUDICIAL DISTRICT COURT", "nmdist1"),
    ("Santa Fe County District Court", "nmdist1"),
    ("Dona Ana County District Court", "nmdist3"),
    ("Bernalillo County Metropolitan Court", "nmmetro"),
    ("JAMS", "jams"),
    ("American Arbitration Association", "aaa"),
    ("AAA", "aaa"),
    ("London Court of International Arbitration", "lcia"),
    ("ICC Arbitration", "icc"),
    ("OSHRC", "oshrc"),
    ("New Mexico OHSB", "nmohsb"),
    ("Santa Fe County Sheriff's Office", "sheriff-santa-fe"),
    ("First Judicial District Attorney", "nmda1"),
    ("Los Angeles Superior Cuort", "calsuppctla"),
    ("UK Supreme Court", "uksc"),
    ("HM Coroner", "ewcoroner"),
    ("EWCA Crim", "ewca-crim"),
    ("Employment Tribunal", "uket"),
]


SOME = ("arb", "uscfc", "nebraskab", "nysb", "cacd", "cacb", "calsuperct", "calsuppctla")


@pytest.fixture
def some_loaded(db):
    load_forums(some_rows())


def some_rows():
    return [row for row in all_forums() if row.slug in SOME]


@pytest.mark.parametrize(("text", "slug"), FOUND_FIRST)
def test_ways_of_writing_a_forum_find_it_first(text, slug, all_found):
    assert all_found[text] == slug


@pytest.fixture(scope="module")
def all_found(django_db_setup, django_db_blocker):
    """What each text finds first; loaded once, rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_forums(all_forums())
        found = {text: next(iter(find_forum(text)), None) for text, _ in FOUND_FIRST}
        transaction.set_rollback(True)
    return {text: forum.slug if forum else None for text, forum in found.items()}


def test_a_key_is_the_same_for_the_usual_ways_of_writing_a_court():
    key = "california central court district states united"
    assert forum_key("U.S. District Court, C.D. Cal.") == key
    assert forum_key("United States District Court for the Central District of California") == key
    assert forum_key("USDC CD Cal") == key


def test_a_key_tells_a_direction_from_a_state():
    assert forum_key("N.D. Cal.") == "california district northern"
    assert forum_key("N D California") == "california district northern"
    assert forum_key("D.N.D.") == "dakota district north"
    assert forum_key("D. Md.") == "district maryland"
    assert forum_key("M.D. Fla.") == "district florida middle"
    assert forum_key("W.D. Va.") == "district virginia western"
    assert forum_key("N.D.W. Va.") == "district northern virginia west"


def test_text_without_words_has_no_key_and_finds_nothing(db):
    assert forum_key(" , — .") == ""
    assert find_forum(" , — .") == []


def test_the_table_has_every_court_of_courts_db_once_and_names_nobody_twice():
    rows = all_forums()
    slugs = [row.slug for row in rows]
    assert len(set(slugs)) == len(slugs)
    assert {record["id"] for record in records()} == {row.courts_db_id for row in rows if row.courts_db_id}
    assert len(records()) == 2809


def test_every_rule_calendar_pattern_zone_and_parent_of_the_table_exists():
    rows = all_forums()
    slugs = {row.slug for row in rows}
    for row in rows:
        assert row.deadline_rules in {"", *RULE_SETS}, row
        assert row.holiday_calendar in {"", *CALENDARS}, row
        assert row.docket_pattern in {"", *DOCKET_PATTERNS}, row
        assert row.parent in {"", *slugs}, row
        assert ZoneInfo(row.time_zone)


def test_every_row_passes_the_model_validation():
    for row in all_forums():
        forum = Forum(slug=row.slug, **{n: getattr(row, n) for n in ("kind", "name", "short_name", "system", "level")})
        forum.url, forum.time_zone, forum.docket_pattern = row.url, row.time_zone, row.docket_pattern
        forum.clean_fields()


def test_the_94_federal_districts_that_sit_count_time_by_rule_6():
    sitting = [row for row in all_forums() if row.deadline_rules == "frcp6"]
    assert len(sitting) == 94
    assert all(row.name.startswith("United States District Court for the ") for row in sitting)
    assert all(row.docket_pattern == "us_district" and row.level == "general" for row in sitting)
    assert len([row for row in all_forums() if row.deadline_rules == "frap26"]) == 13


def test_new_mexico_and_california_have_all_their_trial_courts():
    by_slug = {row.slug: row for row in all_forums()}
    first = by_slug["nmdist1"]
    assert (first.deadline_rules, first.holiday_calendar, first.docket_pattern) == ("nm1006", "nm_courts", "nm")
    assert (first.time_zone, first.citation_form, first.level) == ("America/Denver", "N.M. Dist. Ct.", "general")
    assert len([slug for slug in by_slug if slug.startswith("nmdist")]) == 13
    assert len([slug for slug in by_slug if slug.startswith("nmmag-")]) == 32
    superior = [row for row in by_slug.values() if row.parent == "calsuperct"]
    assert len(superior) == 58
    assert {row.deadline_rules for row in superior} == {"ccp12"}
    los_angeles = by_slug["calsuppctla"]
    assert los_angeles.name == "Superior Court of California, County of Los Angeles"
    assert (los_angeles.citation_form, los_angeles.docket_pattern) == ("Cal. Super. Ct.", "lasc")


def test_the_supreme_court_is_cited_as_us_and_arbitral_forums_have_their_rules():
    by_slug = {row.slug: row for row in all_forums()}
    assert by_slug["scotus"].citation_form == "U.S."
    assert {s: by_slug[s].deadline_rules for s in ("aaa", "icdr", "jams", "icc", "lcia", "osha")} == {
        "aaa": "aaa",
        "icdr": "icdr",
        "jams": "jams",
        "icc": "icc_art3_4",
        "lcia": "lcia",
        "osha": "osh1903",
    }
    for slug in ("icsid", "hkiac", "siac", "scc", "cas", "finra", "pca", "viac", "dis", "cietac", "wipo"):
        assert by_slug[slug].kind == ForumKind.ARBITRAL_INSTITUTION


def test_pacer_labels_that_differ_from_courts_db_find_their_court(some_loaded):
    labels = {"azb": "arb", "cofc": "uscfc", "neb": "nebraskab", "nysb-mega": "nysb", "cacd": "cacd", "CACD": "cacd"}
    for label, slug in labels.items():
        forum = forum_by_court_id(label)
        assert forum
        assert forum.slug == slug
    assert forum_by_court_id("nowhere") is None


def test_a_forum_that_staff_added_is_found_without_an_alias(some_loaded):
    added = Forum.objects.create(
        slug="cookcircuit-law", kind="court", name="Circuit Court of Cook County, Law Division"
    )
    assert find_forum("Cook County Law Division")[0] == added


def test_an_alias_that_staff_add_is_found_however_it_is_written(some_loaded):
    forum = Forum.objects.get(slug="calsuppctla")
    ForumAlias.objects.create(forum=forum, name="Santa Monica Cthouse, Dept. M")
    assert find_forum("dept m santa monica cthouse")[0] == forum


def test_finding_takes_at_most_four_queries(some_loaded):
    for text in ("court", "cacd", "Los Angeles", "nothing is called so at all"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            find_forum(text)
        assert len(queries) <= 4


def everything():
    return [list(model.objects.order_by("pk").values_list()) for model in (Forum, ForumAlias)]


def test_loading_again_changes_nothing_and_says_so(db, capsys):
    call_command("load_forums")
    before = everything()
    assert len(before[0]) == len(all_forums())
    call_command("load_forums")
    assert everything() == before
    assert "0 added, 0 completed, 0 names added" in capsys.readouterr().out


def test_loading_keeps_what_staff_wrote_and_fills_what_is_empty(some_loaded):
    Forum.objects.filter(slug="cacd").update(name="Los Angeles federal court", url="")
    loaded_again = load_forums(some_rows())
    cacd = Forum.objects.get(slug="cacd")
    assert cacd.name == "Los Angeles federal court"
    assert cacd.url == "http://www.cacd.uscourts.gov/"
    assert loaded_again.differ == ("cacd",)
    assert (loaded_again.added, loaded_again.filled) == (0, 1)


def test_a_forum_with_the_courts_db_id_under_another_slug_is_not_made_twice(db):
    Forum.objects.create(slug="la-federal", courts_db_id="cacd", kind="court", name="C.D. Cal.")
    load_forums([row for row in all_forums() if row.slug == "cacd"])
    assert list(Forum.objects.values_list("slug", flat=True)) == ["la-federal"]


def test_a_circle_of_parents_in_the_table_is_refused(db):
    rows = [
        ForumRow(slug="a", kind=ForumKind.COURT, name="A", parent="b"),
        ForumRow(slug="b", kind=ForumKind.COURT, name="B", parent="a"),
    ]
    with pytest.raises(ValueError, match="circle of parents"):
        load_forums(rows)
    assert not Forum.objects.exists()


def test_the_courts_tribunals_and_coroners_of_england_and_wales_are_held_in_their_own_time_without_rules():
    rows = [row for row in all_forums() if row.jurisdiction == "England and Wales"]
    assert {"uksc", "ewca-crim", "ewhc-ch", "ewcrown", "ewcounty", "ewcoroner", "uket", "ukeat"} <= {
        row.slug for row in rows
    }
    assert {row.time_zone for row in rows} == {"Europe/London"}
    assert {row.deadline_rules for row in rows} == {""}
