-- What a candidate has a right to, over all journeys: nobody writes unasked to somebody who said stop.
create table opt_out (
  message_id   uuid primary key,                        -- of the candidate, with the words that said so
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  journey_id   uuid not null references journey,
  channel      text not null,                           -- whatsapp; a stop counts for all channels
  said_at      timestamptz not null,
  revoked_at   timestamptz,                             -- null: it stands
  revoked_by   text check (revoked_by in ('WROTE_AGAIN', 'NEW_JOURNEY')),
  revoked_with uuid                                     -- the message that took it back; null for a new journey
);
-- Looked at with every send that nobody asked for.
create index opt_out_standing on opt_out (candidate_id) where revoked_at is null;
create index opt_out_candidate on opt_out (candidate_id, said_at);

-- By the definition's rule; a mark for people, which decides nothing about the candidate.
alter table journey add column high_value boolean not null default false;

-- How long stages take (StagePace): the newest completed visits of a stage.
create index stage_visit_left on stage_visit (account_id, stage, left_at desc) where left_as = 'COMPLETED';
