-- When whoever asked for a takeover, or the gateway in their place, had the journey's answer. Until then its step may be
-- lost with its workflow task, and the journey is asked again.
alter table takeover add column confirmed_at timestamptz;
update takeover set confirmed_at = held_at where state = 'HELD';
drop index takeover_requested;
create index takeover_unconfirmed on takeover (requested_at)
  where state in ('REQUESTED', 'HELD') and confirmed_at is null;
