-- WhatsApp may take a send and tell afterwards, by a status, that it failed for the account's sake. Then acceptances say
-- nothing of the account: null as long as none was told so, else when the last one was.
alter table number_hold add column status_at timestamptz;

-- Templates that WhatsApp paused. Sends of one that is held are refused without a call.
create table template_hold (
  id         uuid primary key,
  account_id uuid not null references account,
  name       text not null,
  language   text not null,                             -- WhatsApp's code, such as pt_BR
  held_at    timestamptz not null default clock_timestamp(),
  until      timestamptz not null,                      -- the pause is over by then: whoever comes later tries
  lifted_at  timestamptz                                -- when WhatsApp said that it may be used again
);
create unique index template_hold_open on template_hold (account_id, name, language) where lifted_at is null;
create index template_hold_past on template_hold (account_id, name, language, held_at);

-- Who gets no marketing messages of ours, over all their journeys: because they stopped them at WhatsApp, or because
-- WhatsApp lets no more of them through for now. One row for each time that WhatsApp said so.
create table marketing_bar (
  id           uuid primary key,
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  intent_key   text unique,                             -- the send that was refused; null when WhatsApp told it unasked
  template     text,                                    -- its name: marketing in WhatsApp's eyes, whatever we believe
  error_code   integer not null check (error_code in (131049, 131050)),
  since        timestamptz not null,
  until        timestamptz,                             -- null: until the candidate wants them again
  lifted_at    timestamptz                              -- when the candidate did
);
-- Looked at with every template, and by the candidate's card.
create index marketing_bar_candidate on marketing_bar (candidate_id, since);
