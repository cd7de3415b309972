-- Files that candidates sent. The row is written with its message; the bytes are fetched by a job of the workers and lie in
-- the media store under the row's id.
create table media (
  id           uuid primary key,
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  message_id   uuid not null unique references message,
  number_id    text not null,                           -- whose token fetches it
  kind         text not null check (kind in ('image', 'document')),
  whatsapp_id  text not null,                           -- WhatsApp keeps the file under it for 7 days
  told_sha256  text,                                    -- as WhatsApp told it: base64
  told_type    text,
  sealed_name  bytea,                                   -- as the candidate named the file
  state        text not null default 'WAITING' check (state in ('WAITING', 'STORED', 'REFUSED', 'GONE')),
  reason       text,                                    -- stable code: why it is refused or gone, or why the last attempt failed
  attempts     integer not null default 0,
  next_at      timestamptz not null default now(),      -- nobody tries before; also the lease of whoever tries
  recorded_at  timestamptz not null default now(),
  size         bigint,                                  -- bytes, of the clear file
  type         text,                                    -- by its first bytes, whatever was told
  settled_at   timestamptz
);
create index media_waiting on media (next_at) where state = 'WAITING';

-- A form that was handed in is one message, however often its provider tells of it. Partial: texts pay nothing for it.
alter table message add column form_key text;
create unique index message_form on message (form_key) where form_key is not null;
