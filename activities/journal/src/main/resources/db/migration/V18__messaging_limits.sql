-- WhatsApp's messaging limit: how many people all numbers of an account may write to outside their service windows in any
-- 24 hours. What WhatsApp told last counts; before it told anything, what the settings say. Null: nobody is counted out.
create table messaging_limit (
  account_id uuid primary key references account,
  configured integer check (configured > 0),
  told       integer check (told > 0),                  -- null with a told_at: WhatsApp sets none
  told_at    timestamptz,                               -- WhatsApp's time
  people     integer generated always as (case when told_at is null then configured else told end) stored
);

-- When a template was last called for somebody whose window was closed, or a planned start with them handed out. Who is
-- here since less than a day has their place within the limit.
create table approach (
  candidate_id uuid primary key references candidate,
  account_id   uuid not null references account,
  last_at      timestamptz not null
);
create index approach_day on approach (account_id, last_at);

-- WhatsApp limits what a number may send unasked, since people blocked or reported it (131048). Planned starts of the
-- number and the bot's templates wait until then, or until somebody lets them go on.
create table spam_hold (
  id         uuid primary key,
  account_id uuid not null references account,
  number_id  text not null,
  held_at    timestamptz not null default clock_timestamp(),
  until      timestamptz not null,
  lifted_at  timestamptz,
  lifted_by  text,                                      -- name of who let them go on; null: the time was over
  tell_at    timestamptz not null default clock_timestamp(), -- nobody tells the team before; a lease while somebody does
  tellings   integer not null default 0,                -- how often that was begun
  told_at    timestamptz
);
create unique index spam_hold_open on spam_hold (number_id) where lifted_at is null;
create index spam_hold_past on spam_hold (number_id, held_at);
create index spam_hold_untold on spam_hold (tell_at) where told_at is null;
