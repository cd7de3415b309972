-- How far a number's conversations are Talaria's, while another system speaks there: see docs/outside-bot.md.
-- OBSERVE shows, ALERT tells the team as well, CONTROL speaks.
alter table number add column phase text not null default 'CONTROL' check (phase in ('OBSERVE', 'ALERT', 'CONTROL'));
-- False since the phase changed, until each open journey of the number knows.
alter table number add column phase_told boolean not null default true;

-- The phase that the journey knows; null is CONTROL.
alter table journey add column phase text check (phase in ('OBSERVE', 'ALERT'));

-- What another system reported to have said or found out; its words are in message and send_intent.
create table outside_report (
  id            uuid primary key,                       -- made of the system's name and its own id: reported again, kept once
  account_id    uuid not null references account,
  candidate_id  uuid not null references candidate,
  journey_id    uuid not null references journey,
  sealed_report bytea not null,                         -- OutsideSpoke as JSON
  recorded_at   timestamptz not null default now(),
  told_at       timestamptz                             -- the journey has it, or no run wants it
);
create index outside_report_untold on outside_report (recorded_at) where told_at is null;
