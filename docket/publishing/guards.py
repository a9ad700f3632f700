"""The SQL of the triggers on the staff's tables: note what was touched, refuse what may not be."""

from __future__ import annotations

from docket.publishing.tables import Table

WALL_TABLES = """
create table if not exists wall.state (one boolean primary key default true check (one), armed boolean not null, definition text not null);
create unlogged table if not exists wall.dirty (xid xid8 not null, tbl text not null, id bigint not null);
create index if not exists dirty_xid on wall.dirty (xid, tbl);
create table if not exists wall.tick (xid xid8 primary key);
create table if not exists wall.ever (tbl text not null, id bigint not null, primary key (tbl, id));
create table if not exists wall.revision (case_id bigint primary key, number bigint not null);
"""

NOTE = """create or replace function wall.note() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $note$
declare me xid8 := pg_current_xact_id();
begin
  if tg_op = 'INSERT' then insert into wall.dirty select me, tg_table_name, id from new_rows;
  elsif tg_op = 'DELETE' then insert into wall.dirty select me, tg_table_name, id from old_rows;
  else insert into wall.dirty select me, tg_table_name, id from new_rows union select me, tg_table_name, id from old_rows;
  end if;
  if found then insert into wall.tick values (me) on conflict do nothing; end if;
  return null;
end $note$"""

# As `note`, and says so when a row's eligibility may have changed: then every row that refers to it is visited.
NOTE_PERSON = """create or replace function wall.note_person() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $note$
declare me xid8 := pg_current_xact_id();
begin
  if tg_op = 'INSERT' then
    insert into wall.dirty select me, tg_table_name || mark, id from new_rows, unnest(array['', '!']) mark;
  elsif tg_op = 'DELETE' then
    insert into wall.dirty select me, tg_table_name || mark, id from old_rows, unnest(array['', '!']) mark;
  else
    insert into wall.dirty select me, tg_table_name, id from new_rows union select me, tg_table_name, id from old_rows;
    insert into wall.dirty select me, tg_table_name || '!', n.id from new_rows n left join old_rows o using (id)
      where n.visibility is distinct from o.visibility;
  end if;
  insert into wall.tick select me where exists (select 1 from wall.dirty where xid = me) on conflict do nothing;
  return null;
end $note$"""

KEEP = """create or replace function wall.keep() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $keep$
begin
  if exists (select 1 from old_rows o join wall.ever e on e.tbl = tg_table_name and e.id = o.id) then
    raise exception 'A row of % was public and is kept: mark it (hidden, removed, terminated) instead of deleting it.', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return null;
end $keep$"""

NO_TRUNCATE = """create or replace function wall.no_truncate() returns trigger language plpgsql as $no$
begin
  raise exception 'The record is never truncated (%).', tg_table_name using errcode = 'restrict_violation';
end $no$"""

CHAIN = """create or replace function wall.chain() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $chain$
begin
  perform pg_advisory_xact_lock(4242002);
  new.at := clock_timestamp();
  new.transaction := pg_current_xact_id()::text;
  new.previous_hash := coalesce((select hash from public.docket_sealevent order by id desc limit 1), '');
  new.hash := wall.event_hash(new);
  return new;
end $chain$;
create or replace function wall.event_hash(e public.docket_sealevent) returns text language sql immutable
set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $hash$
  select encode(sha256(convert_to(jsonb_build_array(e.previous_hash, e.id, e.verb, e.label, e.object_id, e.old_visibility,
    e.new_visibility, e.includes, e.reason, e.authority, e.actor_id, e.actor_name, e.at::text, e.transaction)::text, 'UTF8')), 'hex')
$hash$;
create or replace function wall.broken_events() returns setof bigint language sql stable security definer
set search_path = pg_catalog, pg_temp as $broken$
  select e.id from (select x as row, x.id, x.hash, x.previous_hash, lag(x.hash, 1, '') over (order by x.id) as before
    from public.docket_sealevent x) e where e.hash <> wall.event_hash(e.row) or e.previous_hash <> e.before
$broken$"""

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


def visibility_guard(t: Table) -> str:
    """No change of visibility without an event of the chain in the same transaction, for the row or its case or matter."""
    scopes = [f"(e.label = '{t.model._meta.label_lower}' and e.object_id = n.id)"]
    for column in ("case_id", "matter_id"):
        if column in t.columns:
            scopes.append(f"(e.label = 'docket.{column[:-3]}' and e.object_id = n.{column})")
    scopes.append("(e.verb = 'expunge' and e.object_id is null)")
    return f"""create or replace function wall.guard_{t.name}() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $guard$
begin
  if exists (select 1 from new_rows n join old_rows o using (id) where n.visibility <> o.visibility and not exists
      (select 1 from public.docket_sealevent e where e.transaction = pg_current_xact_id()::text
       and e.new_visibility = n.visibility and ({" or ".join(scopes)}))) then
    raise exception 'The visibility of {t.name} changes only by a publishing verb, with a reason.'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $guard$"""


def triggers(t: Table) -> list[str]:
    """The statements that put the wall's triggers on one table."""
    on, note = f"on public.{t.name}", "wall.note_person()" if t.rule.presence else "wall.note()"
    each = "for each statement execute function"
    found = [
        f"create trigger wall_insert after insert {on} referencing new table as new_rows {each} {note}",
        f"create trigger wall_delete after delete {on} referencing old table as old_rows {each} {note}",
        f"create trigger wall_update after update {on} referencing new table as new_rows old table as old_rows {each} {note}",
        f"create trigger wall_truncate before truncate {on} {each} wall.no_truncate()",
    ]
    if t.rule.keep:
        found.append(f"create trigger wall_keep after delete {on} referencing old table as old_rows {each} wall.keep()")
    if "visibility" in t.columns:
        found.append(
            f"create trigger wall_guard after update {on} referencing new table as new_rows old table as old_rows {each} wall.guard_{t.name}()"
        )
    return found
