-- Journeys that are due are woken at a pace; each is given out once for its deadline.
alter table journey add column woken_at timestamptz; -- when it was last given out to be woken
