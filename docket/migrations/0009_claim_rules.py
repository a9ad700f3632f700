"""What cannot have happened to a claim, refused by the database as docket/models/parts/claim_rules.py says it in words."""

import django.contrib.postgres.constraints
from django.db import migrations, models

# Asked when the transaction ends, so that a paper's filers and a claim's earlier events may be entered after the event.
FITS = """
create function docket_claim_event_fits() returns trigger language plpgsql set search_path = public, pg_temp
  set enable_seqscan = off as $fits$
declare begun date; last_day date;
begin
  if new.date is not null and new.kind not in ('asserted', 'charged', 'cited') then
    select least(f.date_filed, (select min(b.date) from docket_claimevent b
        where b.claim_against_id = new.claim_against_id and b.kind in ('asserted', 'charged', 'cited'))) into begun
      from docket_claimagainst a join docket_claim c on c.id = a.claim_id join docket_filing f on f.id = c.asserted_in_id
      where a.id = new.claim_against_id and f.date_filed is not null;
    last_day := case new.date_precision when 'year' then new.date + interval '1 year - 1 day'
      when 'month' then new.date + interval '1 month - 1 day' else new.date end;
    if last_day < begun then
      raise exception 'An event of % is before its claim, which was made on %.', new.date, begun
        using errcode = 'check_violation', constraint = 'claim_event_after_claim';
    end if;
  end if;
  if new.kind in ('answered', 'contested')
      and exists (select 1 from docket_filingparty p where p.filing_id = new.filing_id)
      and not exists (select 1 from docket_filingparty p join docket_caseparty filer on filer.id = p.case_party_id
        join docket_claimagainst a on a.id = new.claim_against_id
        join docket_caseparty theirs on theirs.id = a.case_party_id
        where p.filing_id = new.filing_id and filer.party_id = theirs.party_id) then
    raise exception 'Only a party that filed the paper answers with it.'
      using errcode = 'check_violation', constraint = 'claim_event_answered_by_party';
  end if;
  return new;
end $fits$;
create constraint trigger fits after insert or update on docket_claimevent deferrable initially deferred
  for each row execute function docket_claim_event_fits()
"""


class Migration(migrations.Migration):

    dependencies = [
        ('docket', '0008_unstated_prejudice'),
    ]

    operations = [
        migrations.RunSQL(FITS, "drop trigger fits on docket_claimevent; drop function docket_claim_event_fits()"),
        migrations.AddConstraint(
            model_name='claim',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('carried_from', '='), ('asserted_in', '<>')], name='claim_one_next_version', violation_error_message='That claim stands in another later version of the pleading already, and one version is operative: carry it on from there.'),
        ),
        migrations.AddConstraint(
            model_name='claimevent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['dismissed_criminal', 'dismissed_motion', 'dismissed_stipulated', 'dismissed_want_of_prosecution', 'nolle_prosequi', 'settled', 'voluntarily_dismissed']), _negated=True), models.Q(('with_prejudice', ''), _negated=True), _connector='OR'), name='claim_event_prejudice', violation_error_message='An ending of this kind is with or without prejudice, or that is not stated.'),
        ),
        migrations.AddConstraint(
            model_name='claimevent',
            constraint=models.CheckConstraint(condition=models.Q(('response', ''), ('kind__in', ['answered', 'contested']), _connector='OR'), name='claim_event_response', violation_error_message='Only an answer or a notice of contest has a response.'),
        ),
    ]
