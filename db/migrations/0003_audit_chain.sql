alter table audit_events enable row level security;
--> statement-breakpoint
alter table audit_events force row level security;
--> statement-breakpoint
-- The two roles may read; only the function below writes, as the owner of the table.
grant select on audit_events to aiguardian_app, aiguardian_system;
--> statement-breakpoint
create policy tenant on audit_events for select to aiguardian_app using (org_id = current_setting('app.org_id', true));
--> statement-breakpoint
create policy system on audit_events for select to aiguardian_system using (true);
--> statement-breakpoint
do $$ begin
  execute format('create policy writer on audit_events to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
-- The text a hash covers: every field of the entry and the hash before it, each quoted so that none can run into the next.
create function audit_digest(entry audit_events) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    entry.org_id, entry.seq, to_char(entry.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), entry.actor,
    entry.action, entry.target, entry.data, entry.request_id, entry.previous_hash)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- Adds an entry to an organisation's chain; writers queue for the chain's end until their transaction is over.
create function audit_append(org text, actor jsonb, action text, target text, data jsonb, request text)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry audit_events;
begin
  if current_setting('role') = 'aiguardian_app' and org is distinct from current_setting('app.org_id', true) then
    raise exception 'audit entry for another organisation' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit:' || org, 0));
  select seq + 1, hash into entry.seq, entry.previous_hash from audit_events where org_id = org order by seq desc limit 1;
  entry.org_id := org;
  entry.seq := coalesce(entry.seq, 1);
  entry.previous_hash := coalesce(entry.previous_hash, '');
  entry.at := date_trunc('milliseconds', clock_timestamp());
  entry.actor := audit_append.actor;
  entry.action := audit_append.action;
  entry.target := audit_append.target;
  entry.data := audit_append.data;
  entry.request_id := request;
  entry.hash := audit_digest(entry);
  insert into audit_events select entry.*;
  return entry.seq;
end $$;
--> statement-breakpoint
-- The first entry that does not fit its chain (changed, inserted, moved, or with a gap before it); null when all fit.
create function audit_first_bad(org text) returns bigint language sql stable as $$
  select min(seq) from (
    select e.seq, e.hash is distinct from audit_digest(e)
      or e.seq is distinct from row_number() over chain
      or e.previous_hash is distinct from coalesce(lag(e.hash) over chain, '') as bad
    from audit_events e where e.org_id = org window chain as (order by e.seq)
  ) checked where bad
$$;
--> statement-breakpoint
revoke all on function audit_append(text, jsonb, text, text, jsonb, text) from public;
--> statement-breakpoint
grant execute on function audit_append(text, jsonb, text, text, jsonb, text) to aiguardian_app, aiguardian_system;
