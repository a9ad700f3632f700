"""The staff desk, one file per group of models; what they share is in docket/desk."""

from docket.admin import (
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
    "people_in_case",
    "prose",
    "queue",
    "sources",
    "vault",
]
