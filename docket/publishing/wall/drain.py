"""The SQL that brings the published tables up to date: one function a table, and `wall.drain()` that calls them.

Statement triggers note the rows that a transaction touched (`wall.dirty`); one deferred constraint trigger drains the
notes at COMMIT under one lock: parents first, children of rows that opened or closed join the notes, people and
sources last, then what rows gather for the files; rows that do not differ are not rewritten. Projecting inside each statement was tried and leaked.
"""

from __future__ import annotations

from docket.publishing.wall import corrected, gathered, moved
from docket.publishing.wall.projection import Projection, listed
from docket.publishing.wall.tables import Table
from docket.publishing.wall.touched import cases_of

# One drain at a time. A table and no advisory lock: those anybody may take, the public's role too.
TAKE_TURN = "lock table wall.gate in exclusive mode"
# Beyond so many rows a plan made for their number is worth its making: a generic one may join them row by row.
MANY = 100


def functions(projection: Projection) -> list[str]:
    """Every function of the drain, `wall.drain()` last."""
    return [*(_project(projection, t) for t in projection.tables), *gathered.functions(), _drain(projection)]


def _project(projection: Projection, t: Table) -> str:
    """`wall.project_<table>(me, ids)`: bring these rows up to date, note what follows, return the cases that show them.

    Runs inside `wall.drain()`, with its owner, its search path and its lock.
    """
    differ = f"({listed(t.columns, 'w.{}'.format)}) is distinct from ({listed(t.columns, 'h.{}'.format)})"
    return f"""create or replace function wall.project_{t.name}(me xid8, ids bigint[]) returns bigint[] language plpgsql as $project$
declare changed bigint[]; fresh bigint[]; flipped bigint[]; mended bigint[]; cases bigint[];
begin
  perform set_config('plan_cache_mode', case when cardinality(ids) > {MANY} then 'force_custom_plan' else 'auto' end, true);
  with had as materialized (select {listed(t.columns, "p.{}".format)} from published.{t.name} p where p.id = any(ids)),
  want as materialized (select {projection.values(t)} from public.{t.name} s
    where s.id = any(ids) and {projection.condition(t)}),
  todo as materialized (select w.*, h.id is null as is_fresh from want w left join had h on h.id = w.id where {differ}),
  gone as (delete from published.{t.name} p using had h
    where p.id = h.id and not exists (select 1 from want w where w.id = h.id) returning p.id),
  -- in the order of most indexes: a hash gives them in none, which takes half as long again
  added as (insert into published.{t.name} ({listed(t.columns)})
    select {listed(t.columns)} from todo where is_fresh order by id),
  rewritten as (update published.{t.name} p set {listed(t.columns[1:], lambda c: f"{c} = w.{c}")}
    from todo w where p.id = w.id and not w.is_fresh),
  moved as (select id from todo union all select id from gone),
  before as (select h.* from had h where h.id in (select id from moved)){_people(projection, t)}{gathered.note(t)}{corrected.note(t)}
  select (select array_agg(id) from moved), (select array_agg(id order by id) from todo where is_fresh),
    (select array_agg(id) from ({_open(t, "had")} except {_open(t, "want")} union all
      ({_open(t, "want")} except {_open(t, "had")})) x),
    {_cases(projection, t, "before")}
    into changed, fresh, flipped, cases;
  if changed is null then return null; end if;
{_remember(t)}{_mend_self(projection, t)}{moved.note(t)}{_note_children(projection, t)}{_note_resting(projection, t)}  return cases || {_cases(projection, t, f"(select * from published.{t.name} where id = any(changed))")};
end $project$"""


def _open(t: Table, rows: str) -> str:
    """The rows whose children are published: not the placeholders."""
    where = " where visibility = 'public'" if t.rule.placeholder else ""
    return f"select id from {rows}{where}"


def _people(projection: Projection, t: Table) -> str:
    """Note the people and sources to which a row that changed pointed or points: their presence may end or begin."""
    keys: dict[str, list[str]] = {}
    for key in t.keys:
        parent = projection.by_model[key.parent]
        if parent.rule.presence and key.mode != "rides":
            keys.setdefault(parent.name, []).append(key.column)
    return "".join(
        f""",
  note_{name} as (insert into wall.dirty select me, '{name}', array_agg(distinct x.id) from (
    {" union all ".join(f"select {c} from before union all select {c} from todo" for c in columns)}) x (id)
    where x.id is not null having count(*) > 0)"""
        for name, columns in keys.items()
    )


def _cases(projection: Projection, t: Table, rows: str) -> str:
    found = cases_of(projection, t, rows)
    if not found:
        return "null::bigint[]"
    return f"(select array_agg(c.case_id) from ({found}) c where c.case_id is not null)"


def _remember(t: Table) -> str:
    if not t.rule.keep:
        return ""
    return f"""  if fresh is not null then
    insert into wall.ever select '{t.name}', unnest(fresh) on conflict do nothing;
  end if;
"""


def _mend_self(projection: Projection, t: Table) -> str:
    """Keys to the table itself, once all its rows are in place: of the rows noted, and of those that point at them."""
    lines = ""
    for key in (k for k in t.keys if k.parent is t.model):
        value = projection.value(t, next(f for f in t.fields if f.column == key.column))
        lines += f"""  with mended_now as (update published.{t.name} p set {key.column} = {value} from public.{t.name} s
    where s.id = p.id and p.{key.column} is distinct from {value} and s.id in
      (select unnest(changed) union all select k.id from public.{t.name} k where k.{key.column} = any(flipped)) returning p.id)
    select array_agg(id) into mended from mended_now;
  changed := changed || mended;
"""
    return lines


def _note_children(projection: Projection, t: Table) -> str:
    lines = "".join(
        f"    insert into wall.dirty select me, '{k.name}', array_agg(k.id) from public.{k.name} k "
        f"where k.{key.column} = any(flipped) having count(*) > 0;\n"
        for k, key in projection.children(t)
    )
    return f"  if flipped is not null then\n{lines}  end if;\n" if lines else ""


def _note_resting(projection: Projection, t: Table) -> str:
    """The rows of which a column follows from these as filings: also when one appears as a placeholder at once."""
    return "".join(
        f"  insert into wall.dirty select me, '{k.name}', array_agg(distinct r.{rule.key}) from public.{rule.rows} r "
        f"where r.{column} = any(changed) having count(*) > 0;\n"
        for k, rule, column in projection.resting_on(t)
    )


def _drain(projection: Projection) -> str:
    """`wall.drain()`, the one deferred trigger function."""
    return f"""create or replace function wall.drain() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = auto as $drain$
declare
  me xid8 := pg_current_xact_id(); ids bigint[]; cases bigint[];
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'The wall needs READ COMMITTED, not %.', current_setting('transaction_isolation');
  end if;
  {TAKE_TURN};
{_newly_eligible(projection)}{"".join(_call(t) for t in projection.tables)}{gathered.calls()}  select array_agg(distinct c) into cases from unnest(cases) c;
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


def _call(t: Table) -> str:
    return f"""  select array_agg(distinct x.id) into ids from wall.dirty d, unnest(d.ids) x (id) where d.xid = me and d.tbl = '{t.name}';
  if ids is not null then cases := cases || wall.project_{t.name}(me, ids); end if;
"""


def _newly_eligible(projection: Projection) -> str:
    """Rows that refer to a person whose eligibility changed."""
    lines = ""
    for t in (t for t in projection.tables if t.rule.presence):
        notes = "".join(
            f"    insert into wall.dirty select me, '{k.name}', array_agg(k.id) from public.{k.name} k "
            f"where k.{column} = any(ids) having count(*) > 0;\n"
            for k, column in projection.referrers(t)
        )
        lines += (
            f"  select array_agg(distinct x.id) into ids from wall.dirty d, unnest(d.ids) x (id) "
            f"where d.xid = me and d.tbl = '{t.name}!';\n  if ids is not null then\n{notes}  end if;\n"
        )
    return lines
