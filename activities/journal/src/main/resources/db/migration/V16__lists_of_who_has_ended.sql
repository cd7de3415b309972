-- The numbers of the funnel open their people. Open journeys are listed by journey_waiting and journey_moved; who has
-- ended lies behind all of them there, and behind the other definitions' as well.
create index journey_ended on journey (account_id, definition_name, moved_at desc, id) where status <> 'OPEN';
