"""The SQL of the triggers on the staff's tables: note what was touched, refuse what may not be."""

from __future__ import annotations

from docket.publishing.rules import RestsOn
from docket.publishing.visibility import Visibility
from docket.publishing.wall.projection import Projection
from docket.publishing.wall.tables import Table

STATE = """
create table if not exists wall.state (one boolean primary key default true check (one), armed boolean not null, definition text not null);
create table if not exists wall.ever (tbl text not null, id bigint not null, primary key (tbl, id));
create table if not exists wall.revision (case_id bigint primary key, number bigint not null);
create table if not exists wall.gate ();
create table if not exists wall.chain_gate ()
"""

# One row a statement. Unlogged: what a crash empties were notes of transactions that never committed. External: to
# compress the ids of ten thousand rows costs more than to write them.
NOTES = """
drop table if exists wall.dirty, wall.tick;
create unlogged table wall.dirty (xid xid8 not null, tbl text not null, ids bigint[] not null);
alter table wall.dirty alter ids set storage external;
create index dirty_xid on wall.dirty (xid, tbl);
create table wall.tick (xid xid8 primary key)
"""

NOTE = """create or replace function wall.note() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $note$
declare me xid8 := pg_current_xact_id();
begin
  if tg_op = 'DELETE' then insert into wall.dirty select me, tg_table_name, array_agg(id) from old_rows having count(*) > 0;
  else insert into wall.dirty select me, tg_table_name, array_agg(id) from new_rows having count(*) > 0;
  end if;
  if found then insert into wall.tick values (me) on conflict do nothing; end if;
  return null;
end $note$"""

# A plan made for one row is kept for ten thousand: never join old and new row by row.
BY_HASH = "set enable_nestloop = off set enable_mergejoin = off"

# In place of what pgtrigger installs: history would be off for whoever names its triggers in a setting, as every role
# may. It is also called for every row.
NEVER_IGNORED = """create or replace function public._pgtrigger_should_ignore(trigger_name name) returns boolean
language sql immutable as 'select false'"""

# Beside `note`: a row's eligibility may have changed, then every row that refers to it is visited.
NOTE_ELIGIBLE = f"""create or replace function wall.note_eligible() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp {BY_HASH} as $note$
begin
  insert into wall.dirty select pg_current_xact_id(), tg_table_name || '!', array_agg(n.id)
    from new_rows n join old_rows o using (id) where n.visibility <> o.visibility having count(*) > 0;
  return null;
end $note$"""

KEEP = """create or replace function wall.keep() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $keep$
begin
  if exists (select 1 from old_rows o join wall.ever e on e.tbl = tg_table_name and e.id = o.id)
      and not exists (select 1 from public.docket_sealevent e where e.transaction = pg_current_xact_id()::text and e.verb = 'expunge') then
    raise exception 'A row of % was public and is kept: mark it (hidden, removed, terminated) instead of deleting it.', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return null;
end $keep$"""

REFUSALS = [
    """create or replace function wall.no_truncate() returns trigger language plpgsql as $no$
begin
  raise exception 'The record is never truncated (%).', tg_table_name using errcode = 'restrict_violation';
end $no$""",
    """create or replace function wall.no_new_identity() returns trigger language plpgsql as $no$
begin
  raise exception 'The id and the address of a row of % never change.', tg_table_name using errcode = 'restrict_violation';
end $no$""",
    """create or replace function wall.no_change() returns trigger language plpgsql as $no$
begin
  raise exception 'Events are only added to %, never changed or deleted.', tg_table_name using errcode = 'restrict_violation';
end $no$""",
]

# Ids without gaps: an event deleted from the middle leaves one.
CHAIN = [
    """create or replace function wall.event_hash(e public.docket_sealevent) returns text language sql immutable
set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $hash$
  select encode(sha256(convert_to(jsonb_build_array(e.previous_hash, e.id, e.verb, e.label, e.object_id, e.old_visibility,
    e.new_visibility, e.includes, e.reason, e.authority, e.actor_id, e.actor_name, e.at::text, e.transaction)::text, 'UTF8')), 'hex')
$hash$""",
    """create or replace function wall.take_chain() returns void language sql security definer
set search_path = pg_catalog, pg_temp as 'lock table wall.chain_gate in exclusive mode'""",
    """create or replace function wall.chain() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $chain$
declare last record;
begin
  perform wall.take_chain();
  select id, hash into last from public.docket_sealevent order by id desc limit 1;
  new.id := coalesce(last.id, 0) + 1;
  new.at := clock_timestamp();
  new.transaction := pg_current_xact_id()::text;
  new.previous_hash := coalesce(last.hash, '');
  new.hash := wall.event_hash(new);
  return new;
end $chain$""",
    """create or replace function wall.broken_events() returns setof bigint language sql stable security definer
set search_path = pg_catalog, pg_temp as $broken$
  select e.id from (select x as row, x.*, lag(x.hash, 1, '') over by_id as hash_before, lag(x.id, 1, 0::bigint) over by_id as id_before
    from public.docket_sealevent x window by_id as (order by x.id)) e
  where e.hash <> wall.event_hash(e.row) or e.previous_hash <> e.hash_before or e.id <> e.id_before + 1
$broken$""",
]

ERASE = """create or replace function wall.erase_history(history_table text, ids bigint[]) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $erase$
begin
  if not exists (select 1 from public.docket_sealevent e where e.transaction = pg_current_xact_id()::text and e.verb = 'expunge') then
    raise exception 'History is erased only by expunging.' using errcode = 'insufficient_privilege';
  end if;
  if history_table !~ '^(docket|parties)_[a-z]+history$' then
    raise exception '% is no history table.', history_table;
  end if;
  execute format('delete from public.%I where pgh_obj_id = any($1)', history_table) using ids;
end $erase$"""


def functions(projection: Projection) -> list[str]:
    """Every function that the triggers call, and those that staff may."""
    said = [_visibility_guard(projection, t) for t in projection.tables if t.has_visibility]
    resting = [_note_resting(t, t.rule.rests_on) for t in projection.tables if t.rule.rests_on]
    return [NOTE, NOTE_ELIGIBLE, KEEP, *REFUSALS, *CHAIN, ERASE, *said, *resting]


def _note_resting(t: Table, rule: RestsOn) -> str:
    """Beside `note`, on the rows that decide what the public reads of t: visit what they pointed or point at."""
    insert = f"insert into wall.dirty select pg_current_xact_id(), '{t.name}', array_agg(distinct {rule.key})"
    return f"""create or replace function wall.note_{t.name}() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $note$
begin
  if tg_op <> 'INSERT' then {insert} from old_rows having count(*) > 0; end if;
  if tg_op <> 'DELETE' then {insert} from new_rows having count(*) > 0; end if;
  return null;
end $note$"""


def _visibility_guard(projection: Projection, t: Table) -> str:
    """No visibility without an event of the chain in the same transaction, for the row or for one above it.

    A new row may say what no act is needed for: that it is not public; a person, that nothing hides it.
    """
    scopes = [f"(e.label = '{t.model._meta.label_lower}' and e.object_id = n.id)"]
    for key in t.keys:
        parent = projection.by_model[key.parent]
        if parent.rule.says_so and parent is not t:
            scopes.append(f"(e.label = '{parent.model._meta.label_lower}' and e.object_id = n.{key.column})")
    scopes.append(f"(e.verb = 'expunge' and n.visibility = '{Visibility.EXPUNGED}')")
    free = ["'public'", "'hidden'"] if t.rule.presence else ["'draft'", "'hidden'"]
    starts = f" and not ({t.rule.starts_public} and n.visibility = 'public')" if t.rule.starts_public else ""
    return f"""create or replace function wall.guard_{t.name}() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp {BY_HASH} as $guard$
declare refused boolean;
begin
  if tg_op = 'INSERT' then
    select exists (select 1 from new_rows n where n.visibility not in ({", ".join(free)}){starts} and not {_event(scopes)}) into refused;
  else
    select exists (select 1 from new_rows n join old_rows o using (id) where n.visibility <> o.visibility and not {_event(scopes)}) into refused;
  end if;
  if refused then
    raise exception 'The visibility of {t.name} changes only by a publishing verb, with a reason.'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $guard$"""


def _event(scopes: list[str]) -> str:
    return (
        "exists (select 1 from public.docket_sealevent e where e.transaction = pg_current_xact_id()::text "
        f"and e.new_visibility = n.visibility and ({' or '.join(scopes)}))"
    )


def triggers(projection: Projection, t: Table) -> list[str]:
    """The statements that put the wall's triggers on one table."""
    on, each = f"on public.{t.name}", "for each statement execute function"
    new, old = "referencing new table as new_rows", "referencing old table as old_rows"
    both = f"{new} old table as old_rows"
    same = ["id", *(c for c in ("public_id",) if c in t.columns)]
    found = [
        f"create trigger wall_insert after insert {on} {new} {each} wall.note()",
        f"create trigger wall_delete after delete {on} {old} {each} wall.note()",
        f"create trigger wall_update after update {on} {new} {each} wall.note()",
        f"create trigger wall_truncate before truncate {on} {each} wall.no_truncate()",
        f"create trigger wall_identity before update {on} for each row when "
        f"({' or '.join(f'old.{c} <> new.{c}' for c in same)}) execute function wall.no_new_identity()",
    ]
    if t.rule.keep:
        found.append(f"create trigger wall_keep after delete {on} {old} {each} wall.keep()")
    if t.rule.presence:
        found.append(f"create trigger wall_eligible after update {on} {both} {each} wall.note_eligible()")
    for follower in (k for k in projection.tables if k.rule.rests_on and k.rule.rests_on.rows == t.name):
        found += [
            f"create trigger wall_rests_{operation} after {operation} {on} {rows} {each} wall.note_{follower.name}()"
            for operation, rows in (("insert", new), ("update", both), ("delete", old))
        ]
    if t.has_visibility:
        found += [
            f"create trigger wall_guard_insert after insert {on} {new} {each} wall.guard_{t.name}()",
            f"create trigger wall_guard_update after update {on} {both} {each} wall.guard_{t.name}()",
        ]
    return found


def chain_triggers() -> list[str]:
    """The statements that make the events a chain to which one can only add, and so the log of who read sealed rows."""
    on, read = "on public.docket_sealevent", "on public.docket_sealedreading"
    return [
        f"create trigger wall_readings before update or delete or truncate {read} for each statement execute function wall.no_change()",
        f"create trigger wall_chain before insert {on} for each row execute function wall.chain()",
        f"create trigger wall_events before update or delete or truncate {on} for each statement execute function wall.no_change()",
    ]
