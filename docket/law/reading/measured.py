"""Of each kind of statement that is read from docket text, how often it was right. Generated: do not edit.

`python -m tests.reading_score --table` writes the rows, from judged entries of courts that no rule was written for
(`tests/reading_unseen.py` says how they were drawn). What may be public follows from them in `measuring`.
"""

from docket.law.reading.measuring import Measured

MEASURED: tuple[Measured, ...] = (
    Measured("filer", "filer", 148, 6),
    Measured("link", "amends", 5, 1),
    Measured("link", "answers", 5, 1),
    Measured("link", "joins", 3, 0),
    Measured("link", "opposes", 31, 5),
    Measured("link", "proof_of_service_of", 158, 1),
    Measured("link", "refers_to", 553, 18),
    Measured("link", "replies_to", 13, 0),
    Measured("link", "responds_to", 16, 0),
    Measured("link", "supplements", 1, 0),
    Measured("link", "supports", 54, 0),
    Measured("link", "vacates", 1, 0),
    Measured("link", "withdraws", 1, 0),
    Measured("mention", "mention", 445, 3),
    Measured("ruling", "denied", 15, 0),
    Measured("ruling", "denied_as_moot", 7, 0),
    Measured("ruling", "denied_without_prejudice", 1, 0),
    Measured("ruling", "granted", 117, 0),
    Measured("ruling", "granted_in_part", 2, 0),
    Measured("ruling", "granted_or_denied", 142, 0),
    Measured("ruling", "none", 5, 0),
    Measured("ruling", "stricken", 1, 0),
    Measured("ruling", "withdrawn", 1, 0),
    Measured("type", "admin", 144, 6),
    Measured("type", "bk", 148, 2),
    Measured("type", "brief", 142, 8),
    Measured("type", "crim", 48, 7),
    Measured("type", "init", 103, 2),
    Measured("type", "judg", 32, 5),
    Measured("type", "mot", 252, 8),
    Measured("type", "notice", 304, 19),
    Measured("type", "order", 604, 12),
    Measured("type", "svc", 259, 4),
    Measured("type", "trial", 21, 0),
)
