-- Since when a journey's state has something to tell the team, which its run tells at once if it lives. Once somebody
-- has seen to it that all of it was told, or when the next state has nothing to tell, it is null.
alter table journey add column untold_since timestamptz;

-- Until now an ended journey's due_at said so, and an open one's said nothing else.
update journey set untold_since = due_at, due_at = null where status <> 'OPEN' and due_at is not null;

drop index journey_untold;
create index journey_untold on journey (untold_since) where untold_since is not null;
