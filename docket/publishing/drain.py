"""The SQL of the projection, generated from the tables' descriptions.

Statement triggers note the rows that a transaction touched (`wall.dirty`); one deferred constraint trigger drains the
notes at COMMIT under one advisory lock: parents first, children of rows that opened or closed join the notes, people and
sources last; rows that do not differ are not rewritten. Projecting inside each statement was tried and leaked.
"""

from __future__ import annotations

from django.db import models

from docket.publishing.tables import Table, neutral

LOCK = 4_242_001  # advisory, per database: one drain at a time


class Projection:
    """The generated SQL of all published tables together."""

    def __init__(self, tables: list[Table]) -> None:
        self.tables = tables
        self.by_model: dict[type[models.Model], Table] = {t.model: t for t in tables}

    # What of a row is published

    def condition(self, t: Table) -> str:
        """SQL over public.t alias s: whether the row is published, its parents being drained already."""
        parts = []
        if t.rule.says_so:
            levels = ["public", *map(str, t.rule.placeholder)]
            parts.append(f"s.visibility in ({', '.join(map(repr, levels))})")
        if t.rule.presence:
            parts += ["s.visibility = 'public'", self._referred_to(t)]
        if t.rule.only_if:
            parts.append(f"({t.rule.only_if})")
        for key in t.keys:
            if key.mode == "blank":
                continue
            found = self._exists(t, key.column)
            parts.append(f"(s.{key.column} is null or {found})" if key.nullable else found)
        return " and ".join(parts) or "true"

    def _exists(self, t: Table, column: str) -> str:
        key = next(k for k in t.keys if k.column == column)
        parent = self.by_model[key.parent]
        if parent.rule.presence and key.mode != "rides":
            # its presence follows from this very row, so ask only whether it may be shown
            return f"exists(select 1 from public.{parent.name} r where r.id = s.{column} and r.visibility = 'public')"
        return f"exists(select 1 from published.{parent.name} r where r.id = s.{column}{parent.open_sql})"

    def _referred_to(self, t: Table) -> str:
        found = [
            f"exists(select 1 from published.{k.name} r where r.{column} = s.id)" for k, column in self.referrers(t)
        ]
        return f"({' or '.join(found)})"

    def referrers(self, t: Table) -> list[tuple[Table, str]]:
        """The tables and columns that give a person, firm or source its presence."""
        return [(k, key.column) for k in self.tables if not k.is_rider for key in k.keys if key.parent is t.model]

    def children(self, t: Table) -> list[tuple[Table, str]]:
        """The tables and columns to visit when rows of t open or close."""
        found = [(k, key.column) for k in self.tables for key in k.keys if key.parent is t.model and k is not t]
        return [(k, c) for k, c in found if k.is_rider] if t.rule.presence else found

    def values(self, t: Table, with_self: bool = True) -> str:
        """The select list over public.t alias s, in the order of t.columns."""
        return ", ".join(self._value(t, f, with_self) for f in t.fields)

    def _value(self, t: Table, field: models.Field, with_self: bool) -> str:  # type: ignore[type-arg]
        column = field.column
        key = next((k for k in t.keys if k.column == column), None)
        if column == "row_version":
            return "1"  # how often staff edited it is nobody's business
        value = f"s.{column}"
        if key and key.mode == "blank":
            if key.parent is t.model and not with_self:
                return "null"
            value = f"case when {self._exists(t, column)} then s.{column} end"
        if not t.rule.placeholder or len(t.stays(column)) == 1 + len(t.rule.placeholder):
            return value
        levels = ", ".join(map(repr, t.stays(column)))
        return f"case when s.visibility in ({levels}) then {value} else {neutral(field)} end"

    def cases_of(self, t: Table) -> list[str]:
        """The columns of t that name a case; for the case itself its id."""
        if t.model._meta.label == "docket.Case":
            return ["id"]
        return [k.column for k in t.keys if k.parent._meta.label == "docket.Case"]

    # The steps of a drain

    def step(self, t: Table) -> str:
        """Bring the noted rows of one table up to date and note what follows from that."""
        cols, want = (
            ", ".join(t.columns),
            f"select {self.values(t)} from public.{t.name} s where s.id = any(ids) and {self.condition(t)}",
        )
        sets = ", ".join(f"{c} = w.{c}" for c in t.columns[1:])
        differ = f"({', '.join('p.' + c for c in t.columns[1:])}) is distinct from ({', '.join('w.' + c for c in t.columns[1:])})"
        return f"""
  -- {t.name}
  select array_agg(distinct id) into ids from wall.dirty where xid = me and tbl = '{t.name}';
  if ids is not null then
{self._note_people(t)}    select array_agg(r.id) into was from published.{t.name} r where r.id = any(ids){t.open_sql};
{self._touch(t, "    ")}    with gone as (delete from published.{t.name} p where p.id = any(ids) and not exists
        (select 1 from public.{t.name} s where s.id = p.id and {self.condition(t)}) returning p.id)
      select array_agg(id) into changed from gone;
    with new as (insert into published.{t.name} ({cols})
        select {self.values(t, with_self=False)} from public.{t.name} s where s.id = any(ids) and {self.condition(t)}
        and not exists (select 1 from published.{t.name} p where p.id = s.id) returning id)
      select array_agg(id) into fresh from new;
{self._remember(t)}    with edited as (update published.{t.name} p set {sets} from ({want}) w ({cols}) where p.id = w.id and {differ} returning p.id)
      select changed || fresh || array_agg(id) into changed from edited;
    select array_agg(r.id) into now_open from published.{t.name} r where r.id = any(ids){t.open_sql};
    select array_agg(x.id) into flipped from ((select unnest(was) except select unnest(now_open))
      union all (select unnest(now_open) except select unnest(was))) x(id);
    if flipped is not null then
{self._note_children(t)}{self._mend_self(t)}    end if;
    if changed is not null then
{self._touched(t)}    end if;
  end if;
"""

    def _note_people(self, t: Table) -> str:
        lines = ""
        for key in t.keys:
            parent = self.by_model[key.parent]
            if parent.rule.presence and key.mode != "rides":
                lines += (
                    f"    insert into wall.dirty select me, '{parent.name}', x.id from (select {key.column} from public.{t.name}"
                    f" where id = any(ids) union select {key.column} from published.{t.name} where id = any(ids)) x(id)"
                    " where x.id is not null;\n"
                )
        return lines

    def _note_children(self, t: Table) -> str:
        return (
            "".join(
                f"      insert into wall.dirty select me, '{k.name}', k.id from public.{k.name} k where k.{c} = any(flipped);\n"
                for k, c in self.children(t)
            )
            or "      null;\n"
        )

    def _mend_self(self, t: Table) -> str:
        return "".join(
            f"      with mended as (update published.{t.name} p set {k.column} = case when {self._exists(t, k.column)} then s.{k.column} end"
            f" from public.{t.name} s where s.id = p.id and s.{k.column} = any(flipped) and p.{k.column} is distinct from"
            f" case when {self._exists(t, k.column)} then s.{k.column} end returning p.id)\n"
            "        select changed || array_agg(id) into changed from mended;\n"
            for k in t.self_keys
        )

    def _remember(self, t: Table) -> str:
        if not t.rule.keep:
            return ""
        return f"    insert into wall.ever select '{t.name}', unnest(fresh) on conflict do nothing;\n"

    def _touch(self, t: Table, pad: str) -> str:
        """Remember the cases of rows that may be about to go or to move; only those that change count later."""
        columns = [c for c in self.cases_of(t) if c != "id"]
        if not columns:
            return ""
        rows = ", ".join(f"p.{c}" for c in columns)
        return (
            f"{pad}moved_from := (select coalesce(jsonb_object_agg(p.id, jsonb_build_array({rows})), '{{}}') "
            f"from published.{t.name} p where p.id = any(ids));\n"
        )

    def _touched(self, t: Table) -> str:
        """Add the cases whose pages show the changed rows."""
        own = self.cases_of(t)
        lines = ""
        for column in own:
            lines += f"      cases := cases || array(select {column} from published.{t.name} where id = any(changed) and {column} is not null);\n"
        if own == ["id"]:
            lines += "      cases := cases || changed;\n"
        elif own:
            lines += (
                "      cases := cases || array(select v::bigint from unnest(changed) c(id), "
                "jsonb_array_elements_text(moved_from -> c.id::text) v where v is not null);\n"
            )
        if t.is_rider:
            lines += self._touched_through_people(t)
        for k, column in self._shown_elsewhere(t, own):
            for case_column in self.cases_of(k):
                lines += (
                    f"      cases := cases || array(select {case_column} from published.{k.name} "
                    f"where {column} = any(changed) and {case_column} is not null);\n"
                )
        return lines or "      null;\n"

    def _shown_elsewhere(self, t: Table, own: list[str]) -> list[tuple[Table, str]]:
        """Rows of other tables by which a page of another case shows this row."""
        found = [(k, key.column) for k in self.tables for key in k.keys if key.parent is t.model and k is not t]
        return [(k, c) for k, c in found if not own or len(self.cases_of(k)) > 1]

    def _touched_through_people(self, t: Table) -> str:
        lines = ""
        for key in t.keys:
            for k, column in self.referrers(self.by_model[key.parent]):
                for case_column in self.cases_of(k):
                    lines += (
                        f"      cases := cases || array(select k.{case_column} from published.{k.name} k where k.{column} in "
                        f"(select x.{key.column} from public.{t.name} x where x.id = any(changed)));\n"
                    )
        return lines

    def _newly_eligible(self) -> str:
        """Rows that refer to a person whose eligibility changed."""
        return "".join(
            f"  insert into wall.dirty select me, '{k.name}', k.id from public.{k.name} k where k.{column} in "
            f"(select id from wall.dirty where xid = me and tbl = '{t.name}!');\n"
            for t in self.tables
            if t.rule.presence
            for k, column in self.referrers(t)
        )

    def function(self) -> str:
        """`wall.drain()`, the one deferred trigger function."""
        return f"""create or replace function wall.drain() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $drain$
declare
  me xid8 := pg_current_xact_id();
  ids bigint[]; was bigint[]; now_open bigint[]; flipped bigint[]; changed bigint[]; fresh bigint[];
  cases bigint[] := '{{}}'; moved_from jsonb := '{{}}';
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'The wall needs READ COMMITTED, not %.', current_setting('transaction_isolation');
  end if;
  perform pg_advisory_xact_lock({LOCK});
{self._newly_eligible()}{"".join(self.step(t) for t in self.tables)}
  select array_agg(distinct x) into cases from unnest(cases) x where x is not null;
  if cases is not null then
    insert into wall.revision as r select unnest(cases), 1 on conflict (case_id) do update set number = r.number + 1;
    delete from published.docket_caserevision r where r.case_id = any(cases)
      and not exists (select 1 from published.docket_case c where c.id = r.case_id);
    insert into published.docket_caserevision as p select w.case_id, w.number from wall.revision w
      where w.case_id = any(cases) and exists (select 1 from published.docket_case c where c.id = w.case_id)
      on conflict (case_id) do update set number = excluded.number;
  end if;
  delete from wall.dirty where xid = me;
  delete from wall.tick where xid = me;
  return null;
end $drain$"""
