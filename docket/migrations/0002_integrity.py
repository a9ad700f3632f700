"""Integrity that Django's state has no words for: composite foreign keys within one case, and no circles of filings."""

from django.db import migrations

# table, case column, key column, parent table
IN_CASE = [
    ("docket_caseparty", "case_id", "substituted_for_id", "docket_caseparty"),
    ("docket_capacity", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_appearance", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_filingparty", "case_id", "filing_id", "docket_filing"),
    ("docket_filingparty", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_filinglink", "from_case_id", "from_filing_id", "docket_filing"),
    ("docket_filinglink", "to_case_id", "to_filing_id", "docket_filing"),
    ("docket_excerpt", "case_id", "filing_id", "docket_filing"),
    ("docket_document", "case_id", "filing_id", "docket_filing"),
    ("docket_document", "case_id", "redacts_id", "docket_document"),
    ("docket_documentpage", "case_id", "document_id", "docket_document"),
    ("docket_claim", "case_id", "asserted_in_id", "docket_filing"),
    ("docket_claim", "case_id", "carried_from_id", "docket_claim"),
    ("docket_claimparty", "case_id", "claim_id", "docket_claim"),
    ("docket_claimparty", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_claimagainst", "case_id", "claim_id", "docket_claim"),
    ("docket_claimagainst", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_claimevent", "case_id", "claim_against_id", "docket_claimagainst"),
    ("docket_claimevent", "filing_case_id", "filing_id", "docket_filing"),
    ("docket_hearing", "case_id", "set_by_id", "docket_filing"),
    ("docket_deadline", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_deadline", "case_id", "trigger_id", "docket_filing"),
    ("docket_deadline", "case_id", "satisfied_by_id", "docket_filing"),
    ("docket_deadline", "case_id", "hearing_id", "docket_hearing"),
    ("docket_deadline", "case_id", "extended_from_id", "docket_deadline"),
    ("docket_deadlineproposal", "case_id", "deadline_id", "docket_deadline"),
    ("docket_deadlineproposal", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_deadlineproposal", "case_id", "trigger_id", "docket_filing"),
    ("docket_deadlineproposal", "case_id", "hearing_id", "docket_hearing"),
    ("docket_deadlineproposal", "case_id", "satisfied_by_id", "docket_filing"),
]


ADD = "alter table {table} add constraint {table}_{key}_in_case foreign key ({case}, {key}) " \
    "references {parent} (case_id, id) deferrable initially deferred"
DROP = "alter table {table} drop constraint {table}_{key}_in_case"


def each(statement):
    return [statement.format(table=t, case=c, key=k, parent=p) for t, c, k, p in IN_CASE]


# Kinds of FILING_LINK_RULES that may not come back to where they began. The lock keeps two transactions from closing a
# circle that neither of them sees.
CIRCLES = """
create function docket_no_circles() returns trigger language plpgsql set search_path = public, pg_temp as $circle$
begin
  if new.kind = 'refers_to' then return new; end if;
  perform pg_advisory_xact_lock(4242003);
  if exists (
    with recursive onward (id) as (
      select new.to_filing_id
      union
      select l.to_filing_id from docket_filinglink l join onward o on l.from_filing_id = o.id
      where l.kind <> 'refers_to'
    ) select 1 from onward where id = new.from_filing_id
  ) then
    raise exception 'This link would close a circle: a filing cannot, in the end, answer or amend itself.'
      using errcode = 'check_violation', constraint = 'filing_link_no_circle';
  end if;
  return new;
end $circle$;
create constraint trigger no_circles after insert or update on docket_filinglink
  for each row execute function docket_no_circles()
"""


class Migration(migrations.Migration):
    dependencies = [("docket", "0001_initial")]

    operations = [
        migrations.RunSQL(each(ADD), each(DROP)),
        migrations.RunSQL(
            CIRCLES, "drop trigger no_circles on docket_filinglink; drop function docket_no_circles()"
        ),
    ]
