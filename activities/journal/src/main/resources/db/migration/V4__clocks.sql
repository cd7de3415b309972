-- Where a candidate's clock is read, by their phone number's prefix: quiet hours are theirs. Null for those who hide
-- their number, and where the prefix tells several places: the definition's zone counts then. Read by primary key.
alter table candidate add column zone text;

-- The team is told of a window about to close, and of what nobody acknowledged.
alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (kind in (
  'AT_RISK', 'NEEDS_HUMAN', 'WAITING', 'AFTER_END', 'SEND_PROBLEM', 'OWNER_SILENT', 'HANDED_OVER',
  'SCHEDULED_NOT_SENT', 'WINDOW_CLOSING', 'ESCALATED'));
