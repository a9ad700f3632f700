"""The staff desk, one file per group of models; what they share is in docket/desk."""

from docket.desk.admin import (
    accounts,
    calendar,
    cases,
    claims,
    derived,
    documents,
    filings,
    forums,
    imports,
    matters,
    parties,
    people_in_case,
    prose,
    queue,
    sources,
    vault,
)

__all__ = [
    "accounts",
    "calendar",
    "cases",
    "claims",
    "derived",
    "documents",
    "filings",
    "forums",
    "imports",
    "matters",
    "parties",
    "people_in_case",
    "prose",
    "queue",
    "sources",
    "vault",
]
