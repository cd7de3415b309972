-- Who changed or cancelled a planned start last: told to whoever would change it meanwhile.
alter table planned_start add column changed_by text;
alter table planned_start add column changed_at timestamptz;

-- The lists of the console and the API: what is to begin, the next one first; what was settled, the last one first. The
-- index of before passed over every start that was ever settled.
create index planned_start_next on planned_start (account_id, at, id) where state = 'PLANNED';
create index planned_start_settled on planned_start (account_id, settled_at desc, id desc) where state <> 'PLANNED';
drop index planned_start_account;
