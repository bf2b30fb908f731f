-- Two roles without login. A transaction takes one of them on (db/tenant.ts); both are bound by row-level security.
do $$ begin
  if not exists (select from pg_roles where rolname = 'aiguardian_app') then create role aiguardian_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'aiguardian_system') then create role aiguardian_system nologin; end if;
  execute format('grant aiguardian_app, aiguardian_system to %I', current_user);
  execute format('grant usage on schema public to aiguardian_app, aiguardian_system');
end $$;
--> statement-breakpoint
grant select, update on organisations to aiguardian_app;
--> statement-breakpoint
grant select, insert, update, delete on projects, api_keys to aiguardian_app;
--> statement-breakpoint
grant select on usage_ledger to aiguardian_app;
--> statement-breakpoint
grant select, insert, update, delete on organisations, projects, api_keys to aiguardian_system;
--> statement-breakpoint
grant select, insert on usage_ledger to aiguardian_system;
--> statement-breakpoint
alter table organisations enable row level security;
--> statement-breakpoint
alter table organisations force row level security;
--> statement-breakpoint
alter table projects enable row level security;
--> statement-breakpoint
alter table projects force row level security;
--> statement-breakpoint
alter table api_keys enable row level security;
--> statement-breakpoint
alter table api_keys force row level security;
--> statement-breakpoint
alter table usage_ledger enable row level security;
--> statement-breakpoint
alter table usage_ledger force row level security;
--> statement-breakpoint
create policy tenant on organisations to aiguardian_app using (id = current_setting('app.org_id', true));
--> statement-breakpoint
create policy tenant on projects to aiguardian_app using (org_id = current_setting('app.org_id', true));
--> statement-breakpoint
create policy tenant on api_keys to aiguardian_app using (org_id = current_setting('app.org_id', true));
--> statement-breakpoint
create policy tenant on usage_ledger to aiguardian_app using (org_id = current_setting('app.org_id', true));
--> statement-breakpoint
create policy system on organisations to aiguardian_system using (true);
--> statement-breakpoint
create policy system on projects to aiguardian_system using (true);
--> statement-breakpoint
create policy system on api_keys to aiguardian_system using (true);
--> statement-breakpoint
create policy system on usage_ledger to aiguardian_system using (true);
