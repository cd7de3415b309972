-- Replies of the bot that wait for a recruiter, as the journey tells them: since when, until when somebody should have
-- decided, and what the bot proposes (Review.Waiting as JSON). Null where nothing waits.
alter table journey
  add column review_since  timestamptz,
  add column review_until  timestamptz,
  add column sealed_review bytea;

-- The queue "Review" and its number; a handful of rows of all.
create index journey_review on journey (account_id, review_since, id) where review_since is not null;

alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check
  check (kind in ('AT_RISK', 'NEEDS_HUMAN', 'WAITING', 'AFTER_END', 'SEND_PROBLEM', 'OWNER_SILENT', 'HANDED_OVER',
                  'SCHEDULED_NOT_SENT', 'WINDOW_CLOSING', 'ESCALATED', 'REVIEW'));
