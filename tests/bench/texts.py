"""Reading what the lines of a docket say, against juriscraper's parsing of the page they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from docket.law.reading import read_line
from tests.bench.imports import parse
from tests.bench.measuring import Row, once, ratio
from tests.court_pages import pacer_pages

ENTRIES = 5_000
# what a docket is made of, every line another
LINES = (
    "MOTION to Dismiss {n} Complaint by Acme, Inc.. Motion Hearing set for 6/1/2021 10:00 AM in Courtroom {n}. "
    "Responses due by 5/3/2021. (Attachments: # 1 Exhibit A, # 2 Proposed Order)(Poe, Ann) (Entered: 03/05/2021)",
    "RESPONSE in Opposition re {n} MOTION to Dismiss filed by Ann Roe. (Doe, John) (Entered: 03/05/2021)",
    "ORDER granting in part and denying in part {n} Motion to Dismiss. Signed by Judge Sable on 3/5/2021.",
    "Minute Entry for proceedings held before Judge Sable: Status Conference held on 3/5/2021 re {n} Order.",
    "BNC Certificate of Mailing (RE: related document(s) {n} Order on Motion to Extend) Service Date 03/05/2021.",
    "NOTICE of Appearance by Ann Poe on behalf of Party {n} (Poe, Ann) (Entered: 03/05/2021)",
    "Set/Reset Deadlines {n}",
)


def rows() -> Iterator[Row]:
    """One row: the texts of a long docket."""
    texts = [LINES[n % len(LINES)].format(n=n) for n in range(1, ENTRIES + 1)]
    page = pacer_pages.district(rows=[pacer_pages.Row(str(n), text) for n, text in enumerate(texts, 1)])
    read_line(texts[0])
    parsing = once(lambda: parse(page))
    reading = once(lambda: [read_line(text) for text in texts])
    yield ratio(f"reading the text of {ENTRIES:,} entries / parsing", 0.75, reading, parsing)
