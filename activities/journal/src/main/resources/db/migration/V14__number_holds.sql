-- Since when WhatsApp refuses what a number sends, for the account's sake (its token has expired, it wasn't paid, …). Until
-- it is lifted, the number's sends wait in QUEUED, and one a minute is let through to see whether WhatsApp takes it.
create table number_hold (
  id           uuid primary key,
  account_id   uuid not null references account,
  number_id    text not null,
  held_at      timestamptz not null default clock_timestamp(),
  error_code   integer,                                 -- WhatsApp's number, of the last refusal; null when it gave none
  error_detail text,                                    -- WhatsApp's words
  tried_at     timestamptz not null default clock_timestamp(),
  trial_key    text not null,                           -- the send that was tried last; its outcome alone lifts the hold
  lifted_at    timestamptz,
  tell_at      timestamptz not null default clock_timestamp(), -- nobody tells the team before; a lease while somebody does
  tellings     integer not null default 0,              -- how often that was begun
  told_at      timestamptz,
  lift_told_at timestamptz
);
create unique index number_hold_open on number_hold (number_id) where lifted_at is null;
create index number_hold_untold on number_hold (tell_at) where told_at is null or lift_told_at is null;

-- How many wait for a held number.
create index send_intent_queued on send_intent (number_id) where state = 'QUEUED';
