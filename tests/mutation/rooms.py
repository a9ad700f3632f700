"""Which files are mutated under which name, and which tests are asked whether they notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Room:
    """paths: files and folders of the product; tests: files whose tests may run; in_database: its SQL is kept there."""

    name: str
    paths: tuple[str, ...]
    tests: tuple[str, ...]
    in_database: bool = False

    def narrowed(self, words: Sequence[str]) -> Room:
        """Asked only with files of tests that have one of the words in their path; "" is in all."""
        return replace(self, tests=tuple(test for test in self.tests if any(word in test for word in words)))

    def files(self, checkout: Path) -> list[str]:
        """Its files by their path in the checkout, sorted, tables of constants too."""
        found = [path for named in self.paths for path in _below(checkout / named)]
        return sorted(path.relative_to(checkout).as_posix() for path in found if path.read_text().strip())


def _below(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("*.py"))


PUBLISHING = (
    *("wall", "wall_gathered", "wall_keys", "wall_declarations", "wall_files", "wall_guards", "wall_revisions"),
    *("wall_transactions", "wall_untold", "wall_verbs", "let_pass", "visibility_words", "why", "addresses"),
)
# Left out are tests that need minutes, a browser, LibreOffice or pages from outside the checkout.
ROOMS = {
    room.name: room
    for room in (
        Room(
            "claims",
            ("docket/claims",),
            (
                "tests/claims/test_claims.py",
                "tests/claims/test_candidates.py",
                "tests/claims/test_contradictions.py",
                "tests/claims/test_statements.py",
                "tests/models/test_claim_rules.py",
                "tests/site/grid/test_claims_grid.py",
                "tests/desk/test_claims.py",
            ),
        ),
        Room(
            "deadlines",
            ("docket/law/deadlines",),
            tuple(
                f"tests/law/deadlines/test_{name}.py"
                for name in (
                    "counting",
                    "courts",
                    "data",
                    "calendars",
                    "differential",
                    "periods",
                    "properties",
                    "texts",
                    "documented",
                )
            ),
        ),
        Room(
            "merging",
            ("docket/intake/merging", "docket/intake/precedence"),
            tuple(
                f"tests/intake/{folder}/test_{name}.py"
                for folder, names in (
                    (
                        "merging",
                        ("settle", "source_rank", "merge", "merge_again", "merging", "orders", "published", "quick"),
                    ),
                    ("matching", ("chain", "identity", "which_case_table")),
                    ("court_pages", ("claims_registers", "pacer", "party_info", "spreadsheet")),
                    ("derived", ("rulings",)),
                )
                for name in names
            ),
        ),
        Room(
            "listing",
            ("docket/listing", "docket/site/filters"),
            (
                "tests/listing/test_turning_pages.py",
                "tests/site/filters/test_filters.py",
                "tests/site/test_listings.py",
                "tests/site/exports/test_calendar_files.py",
                "tests/site/exports/test_exports_formulas.py",
            ),
        ),
        Room(
            "exports",
            ("docket/site/exports",),
            (
                "tests/site/exports/test_export_rows.py",
                "tests/site/exports/test_exports.py",
                "tests/site/exports/test_exports_served.py",
                "tests/desk/admin/test_csv.py",
                "tests/site/exports/test_calendar_files.py",
            ),
        ),
        Room(
            "publishing",
            ("docket/publishing",),
            (
                *(f"tests/publishing/test_{name}.py" for name in PUBLISHING),
                "tests/redaction/test_the_copy.py",
                "tests/redaction/test_redaction.py",
                "tests/desk/publication/test_redactions.py",
                "tests/desk/publication/test_shown.py",
            ),
            in_database=True,
        ),
    )
}
SLOW = ("libreoffice",)  # tests whose name has such a word in it do not run
