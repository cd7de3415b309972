-- Times of interviews that candidates have, and had. A place of a time belongs to one candidate: the unique index says so,
-- whoever books at the same moment. A row is written in the commit that claims the turn which confirms the time, under the
-- turn's key, so that whoever comes again finds it; it is released by the journey's own write.
create table interview_booking (
  turn_key     text primary key,                        -- see TurnKey
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  journey_id   uuid not null references journey,
  calendar     text not null,                           -- the definition's name: its plans share their times
  step         text not null,
  at           timestamptz not null,
  place        integer not null check (place >= 1),     -- 1 to the capacity of the time
  booked_at    timestamptz not null default now(),
  released_at  timestamptz                              -- another time was wanted, or the journey is over
);
-- The decision, and the read of which times are taken.
create unique index interview_booking_place on interview_booking (account_id, calendar, step, at, place)
  where released_at is null;
-- What a journey's write releases, and what its card shows.
create index interview_booking_journey on interview_booking (journey_id) where released_at is null;

-- Listings that were offered to candidates, as they were then, and why. Which one was chosen is the journey's answer.
create table listing_offer (
  turn_key       text not null,                         -- of the turn that offers them
  rank           integer not null,                      -- as shown, from 1
  account_id     uuid not null references account,
  candidate_id   uuid not null references candidate,
  journey_id     uuid not null references journey,
  step           text not null,
  listing_id     uuid not null,                         -- of job_listing, which may be gone
  reference      text not null,
  title          text not null,
  company        text,
  place          text,
  link           text,
  sealed_grounds bytea not null,                        -- Kept.Listed as JSON: it names the candidate's words
  offered_at     timestamptz not null default now(),
  primary key (turn_key, rank)
);
-- The card, newest first.
create index listing_offer_journey on listing_offer (journey_id, offered_at desc);
