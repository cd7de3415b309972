-- What the team was to be told of journeys that have ended since. Their runs may be lost, and no other begins. The
-- sweep that looks for it: due_at of an ended journey says that something was still to be told when it was written.
create index journey_untold on journey (due_at) where status <> 'OPEN' and due_at is not null;
