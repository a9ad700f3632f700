"""The SQL that writes down what was corrected: a published row that now says something else in a column so declared.

It stands in the projection of a table, which has the published row as it was and as it will be: what the public never
read cannot be in it. A row that comes, goes or becomes a placeholder is no correction, nor is a value where none was.
"""

from __future__ import annotations

from django.apps import apps
from django.db import connection, models

from docket.publishing.rules import Corrected
from docket.publishing.visibility import Visibility
from docket.publishing.wall.tables import Table

# a transaction in which slips of the pen are mended, or what a source says anew is taken over
QUIET = "docket.quiet"
ABOVE = ("case_id", "matter_id")  # of what a row belongs to, where it says


def quietly() -> None:
    """Tell no correction of a text in this transaction; names, dates, sums, roles, outcomes are told all the same."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config(%s, 'on', true)", [QUIET])


def note(t: Table) -> str:
    """In the projection of a table: a row of `docket_correction` for each column that was corrected."""
    if not t.rule.corrected:
        return ""
    own = _own(t)
    above = [c for c in ABOVE if c in t.columns and c != own]
    values = ", ".join(
        f"('{code_of(t, c)}', {_said(t, c, 'b')}, {_said(t, c, 'w')}, {c.is_told}, {c.may_be_quiet})"
        for c in t.rule.corrected
    )
    both_open = (
        f" and b.visibility = '{Visibility.PUBLIC}' and w.visibility = '{Visibility.PUBLIC}'"
        if t.has_visibility
        else ""
    )
    return f""",
  corrected as (insert into public.docket_correction (what, was, {", ".join([own, *above])})
    select c.what, case when c.is_told then c.was else '' end, {", ".join(["w.id", *(f"w.{a}" for a in above)])}
    from todo w join before b on b.id = w.id
      cross join lateral (values {values}) c (what, was, now, is_told, may_be_quiet)
    where not w.is_fresh{both_open} and c.was <> '' and c.was is distinct from c.now
      and not (c.may_be_quiet and coalesce(current_setting('{QUIET}', true), '') = 'on')
    order by w.id, c.what)"""


def code_of(t: Table, corrected: Corrected) -> str:
    """How a correction names the column: filing.date_filed."""
    return f"{t.model._meta.model_name}.{corrected.column}"


def _own(t: Table) -> str:
    """The key of `docket_correction` to the table's rows."""
    keys = apps.get_model("docket", "Correction")._meta.local_concrete_fields
    return next(f.column for f in keys if isinstance(f, models.ForeignKey) and f.related_model is t.model)


def _said(t: Table, corrected: Corrected, alias: str) -> str:
    """SQL: what a row said in the column, no finer than it is known; '' for nothing."""
    field = next(f for f in t.fields if f.name == corrected.column)
    value = f"{alias}.{field.column}"
    if isinstance(field, models.DateField):
        day = f"to_char({value}, 'YYYY-MM-DD')"
        length = f"case {alias}.{field.column}_precision when 'year' then 4 when 'month' then 7 else 10 end"
        return f"coalesce(left({day}, {length}), '')" if f"{field.column}_precision" in t.columns else day
    if isinstance(field, models.DecimalField):
        return f"coalesce({value}::text || ' ' || {alias}.currency, '')"
    return f"coalesce({value}::text, '')"
