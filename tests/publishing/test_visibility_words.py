"""What is told of withheld rows is said once, in publishing/visibility.py: no room spells the sets again."""

import re
from typing import Any

import pytest
from django.apps import apps

from config.data_folder import CHECKOUT
from docket.models import Case, Filing, Matter
from docket.publishing.visibility import CONTENT_WITHHELD, NEVER_EXISTED, NOT_LISTED, PLACEHOLDERS, Visibility, sql_list

STATE = f"(?:{'|'.join(Visibility.values)})"
WORD = rf"[\"']{STATE}[\"']"
SETS = "NEVER_EXISTED|PLACEHOLDERS|CONTENT_WITHHELD|WITHHELD_FOR_GOOD|TOLD_OF|NOT_LISTED"
# Sets composed on the spot, of words, of names or of other sets; sealed and removed are also kinds of acts.
SPELT = (
    re.compile(rf"[(\[{{]\s*{WORD},\s*{WORD}\s*[,)\]}}]"),
    re.compile(r"[(\[{](?:str\()?(?:Visibility|V)\.\w+\)?,\s*(?:str\()?\*?(?:Visibility|V|PLACEHOLDERS)\b"),
    re.compile(rf"[(\[{{]\*(?:{SETS}),"),
)
# One state, told by its word instead of its name; templates ask the row (`is_sealed`).
IN_WORDS = (
    re.compile(rf"visibility\w*[^\n\w]{{0,4}}(?:==|!=|=|<>|:|,|\bin\b|\bnot in\b)\s*[(\[{{]?\s*{WORD}"),
    re.compile(rf"{WORD}\s*(?:==|!=)\s*[\w.]*visibility"),
    re.compile(rf"visibility\w*=(?:{STATE})\b"),
    re.compile(rf"\.visibility (?:not )?in [\"']{STATE}"),
)
# The verbs say from which states each leads to which, the guards hold it in the database: tables of their own kind.
ELSEWHERE = ("docket/publishing/", "docket/migrations/")


def test_no_room_spells_a_set_of_visibilities_again():
    files = [file for room in ("docket", "parties") for file in (CHECKOUT / room).rglob("*.py")]
    assert len(files) > 300
    spelt = [
        f"{file.relative_to(CHECKOUT)}: {found[0]}"
        for file in files
        if not str(file.relative_to(CHECKOUT)).startswith(ELSEWHERE)
        for pattern in SPELT
        for found in pattern.finditer(file.read_text())
    ]
    assert spelt == []


def test_no_template_and_no_module_compares_a_visibility_with_a_word():
    templates = [file for file in (CHECKOUT / "templates").rglob("*") if file.suffix in (".html", ".txt", ".xml")]
    modules = [file for room in ("docket", "parties") for file in (CHECKOUT / room).rglob("*.py")]
    assert len(templates) > 80
    spelt = [
        f"{file.relative_to(CHECKOUT)}: {found[0]}"
        for file in (*templates, *modules)
        if not str(file.relative_to(CHECKOUT)).startswith(ELSEWHERE)
        for pattern in IN_WORDS
        for found in pattern.finditer(file.read_text())
    ]
    assert spelt == []


@pytest.mark.parametrize(
    "spelt",
    [
        "where r.visibility <> 'sealed'",
        "if row.visibility in {'sealed', 'removed'}:",
        '{% if "sealed" == row.visibility %}',
        '{% if row.visibility in "sealed removed" %}',
        "?visibility__exact=draft",
        "{'visibility__exact': 'draft'}",
        '.filter(visibility="public")',
    ],
)
def test_a_state_told_by_its_word_is_seen(spelt: str) -> None:
    assert any(pattern.search(spelt) for pattern in IN_WORDS)


@pytest.mark.parametrize(
    "spelt",
    [
        '["sealed", "removed"]',
        "('draft', 'hidden')",
        "(Visibility.PUBLIC, *PLACEHOLDERS)",
        "(*CONTENT_WITHHELD, V.HIDDEN)",
    ],
)
def test_a_set_composed_on_the_spot_is_seen(spelt: str) -> None:
    assert any(pattern.search(spelt) for pattern in SPELT)


def test_whether_a_case_publishes_its_new_filings_is_asked_of_the_case():
    decided = re.compile(r"new_filings\s*(?:==|=|!=|in)\s*[(\[]?['\"]")
    allowed = {"docket/models/cases.py", "docket/publishing/rules.py"}
    spelt = {
        str(file.relative_to(CHECKOUT))
        for room in ("docket", "parties")
        for file in (CHECKOUT / room).rglob("*.py")
        if decided.search(file.read_text())
    }
    assert spelt == allowed


def test_every_state_but_public_is_told_of_by_one_of_two_classes():
    assert {*NEVER_EXISTED, *PLACEHOLDERS, Visibility.PUBLIC} == set(Visibility)
    assert not set(NEVER_EXISTED) & set(PLACEHOLDERS)


def test_what_is_expunged_is_in_every_set_that_keeps_content_back():
    assert Visibility.EXPUNGED in set(CONTENT_WITHHELD) & set(NOT_LISTED)
    assert set(PLACEHOLDERS) < set(CONTENT_WITHHELD)


def test_a_set_is_written_for_sql():
    assert sql_list(PLACEHOLDERS) == "('sealed', 'removed')"


def test_every_row_with_a_visibility_answers_the_templates_questions():
    rows = [model for model in apps.get_models() if "visibility" in {field.name for field in model._meta.fields}]
    ours = [model for model in rows if not model.__name__.endswith("History")]
    assert {Case, Filing, Matter} <= set(ours)
    for model in ours:
        asked: dict[Visibility, Any] = {state: model(visibility=state) for state in Visibility}
        assert [state for state, row in asked.items() if row.is_sealed] == [Visibility.SEALED], model
        assert [state for state, row in asked.items() if row.is_removed] == [Visibility.REMOVED], model
        assert [state for state, row in asked.items() if row.says_public] == [Visibility.PUBLIC], model
