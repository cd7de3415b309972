-- Journeys that are to begin at a time, without a word of the candidate. The caller gives the id, so that a request that is
-- sent twice plans once. A row is used up in the commit that begins its journey, or becomes void, with the reason.
create table planned_start (
  id              uuid primary key,
  account_id      uuid not null references account,
  candidate_id    uuid not null references candidate,
  number_id       text not null,                        -- which speaks
  definition_name text not null,
  at              timestamptz not null,
  sealed_opt_in   bytea not null,                       -- when and how the candidate agreed to be written to
  planned_by      text not null,                        -- name of the client or person
  state           text not null default 'PLANNED' check (state in ('PLANNED', 'STARTED', 'CANCELLED', 'VOID')),
  reason          text,                                 -- stable code: why it is void
  journey_id      uuid references journey,              -- which it began, or which was faster
  created_at      timestamptz not null default now(),
  looked_at       timestamptz,                          -- the lease of whoever begins it
  settled_at      timestamptz
);
-- A candidate has one open journey at a time, and so one that is to begin.
create unique index planned_start_one on planned_start (candidate_id) where state = 'PLANNED';
create index planned_start_due on planned_start (at) where state = 'PLANNED';
create index planned_start_account on planned_start (account_id, at, id);
