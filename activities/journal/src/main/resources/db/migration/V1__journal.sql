-- The journal: what was received, decided and sent. It decides turn claims, brakes, intents and "taken in";
-- stage, mode and risk here are projections of the workflow, ordered by (generation, revision).
--
-- Columns named sealed_* hold what identifies or quotes a person, passed through Seal with the candidate's id.
-- Columns named *_token(s) are what may be searched; they hold Seal tokens, clear today and blind with real keys.
-- Every table carries account_id: a client of ours. One account exists by default.
--
-- What each message writes (message, turn, send_intent, event) has few foreign keys: each costs a look-up and a lock on
-- the row that it points to, and those of account and number, which all messages share, PostgreSQL has to write down
-- anew for each set of sharers. A message has its candidate's, a send its journey's; the rest is written beside them.

create table account (
  id         uuid primary key,
  name       text not null,
  created_at timestamptz not null default now()
);
insert into account (id, name) values ('00000000-0000-0000-0000-000000000001', 'Default');

-- A WhatsApp business number, as configured; written at start by the gateway.
create table number (
  id              text primary key,                     -- WhatsApp's phone_number_id
  account_id      uuid not null references account,
  definition_name text not null,
  updated_at      timestamptz not null default now()
);

create table operator (
  id            uuid primary key,
  account_id    uuid not null references account,
  email         text not null,
  name          text not null,
  role          text not null check (role in ('RECRUITER', 'LEAD')),
  password_hash text,                                   -- null until the one-time link was used
  language      text not null default 'en',
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz
);
create unique index operator_email on operator (lower(email));

-- One-time links: the first lead's, and those that a lead makes for a colleague.
create table operator_link (
  token_hash  text primary key,                         -- SHA-256 of the link's secret, hex
  account_id  uuid not null references account,
  operator_id uuid not null references operator,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

create table candidate (
  id            uuid primary key,
  account_id    uuid not null references account,
  sealed_name   bytea,
  name_tokens   text[] not null default '{}',           -- prefixes of the folded words of the name
  country       text,                                   -- ISO 3166-1 alpha-2 by the phone number, when known
  next_seq      bigint not null default 0,              -- last seq given; advanced under the row's lock
  created_at    timestamptz not null default now()
) with (fillfactor = 70);                               -- next_seq moves with each message, in place where there is room
create index candidate_name on candidate using gin (name_tokens);

create table contact_alias (
  id           uuid primary key,
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  channel      text not null,                           -- whatsapp
  scope        text not null default '',                -- WABA id for business-scoped ids, empty for phones
  kind         text not null,                           -- phone, bsuid, parent_bsuid, username
  value_token  text not null,
  sealed_value bytea not null,
  created_at   timestamptz not null default now(),
  unique (account_id, channel, scope, kind, value_token)
);
create index contact_alias_candidate on contact_alias (candidate_id);

-- A version is a plan number and a text revision; both immutable.
create table definition_version (
  account_id    uuid not null references account,
  name          text not null,
  plan          integer not null,
  text_revision integer not null,
  yaml          text not null,
  plan_hash     text not null,                          -- of what the workflow carries
  text_hash     text not null,                          -- of the whole document
  published_at  timestamptz not null default now(),
  primary key (account_id, name, plan, text_revision)
);

-- Raw deliveries, stored before Meta gets its 200. account_id is unknown until the body was understood.
create table webhook_delivery (
  id          uuid primary key,
  account_id  uuid references account,
  source      text not null,                            -- whatsapp
  body        bytea not null,
  received_at timestamptz not null default now(),
  done_at     timestamptz,                              -- every item recorded or in quarantine
  lease_until timestamptz,
  attempts    integer not null default 0
);
create index webhook_delivery_open on webhook_delivery (received_at) where done_at is null;

-- What could not be understood or keeps failing; the body stays in webhook_delivery.
create table quarantine (
  id           uuid primary key,
  account_id   uuid references account,
  delivery_id  uuid not null references webhook_delivery,
  item         text not null,                           -- JSON pointer into the body; empty for the whole
  reason       text not null,                           -- stable code: not_json, unknown_number, no_sender, failing ...
  detail       text not null,                           -- a sentence without personal data
  attempts     integer not null default 1,
  created_at   timestamptz not null default now(),
  retried_at   timestamptz,                             -- asked to be tried again; the gateway's sweeper does it
  settled_at   timestamptz,
  settled_as   text check (settled_as in ('RECOVERED', 'DISCARDED')),
  unique (delivery_id, item)
);
create index quarantine_open on quarantine (created_at) where settled_at is null;

-- One run of a definition with one candidate. The workflow id is journey-<candidate id>.
create table journey (
  id               uuid primary key,
  account_id       uuid not null references account,
  candidate_id     uuid not null references candidate,
  number_id        text not null references number,
  definition_name  text not null,
  plan             integer not null,
  run_id           text not null,                       -- first Temporal run of this journey
  generation       bigint not null,                     -- given at a run's first write; older runs are refused
  revision         bigint not null default 0,
  status           text not null default 'OPEN' check (status in ('OPEN', 'COMPLETED', 'DROPPED', 'OPTED_OUT', 'REJECTED')),
  stage            text not null,
  step             text,
  mode             text not null default 'BOT' check (mode in ('BOT', 'HUMAN')),
  owner_id         uuid references operator,
  owner_since      timestamptz,
  owner_warned_at  timestamptz,                         -- who holds it was told of returns_at
  returns_at       timestamptz,                         -- it goes back to the bot then, unless its owner acts
  sealed_scheduled bytea,                               -- people's words that wait for their time; null for none
  language         text not null,
  needs_human      text,                                -- stable reason code; null when the bot manages alone
  risk             double precision not null default 0,
  at_risk_since    timestamptz,
  silent_since     timestamptz,                         -- the candidate owes the answer since then
  waiting_since    timestamptz,                         -- we owe the answer since then
  window_until     timestamptz,                         -- free text reaches the candidate until then
  sealed_last_text bytea,
  last_author      text,                                -- CANDIDATE, BOT, RECRUITER
  last_at          timestamptz,
  uncertain_sends  integer not null default 0,          -- kept by whoever moves an intent into or out of UNCERTAIN
  sealed_answers   bytea,                               -- JSON object
  sealed_state     bytea,                               -- JourneyState, for repair
  state_hash       text,                                -- equal revision with another hash is an alarm
  task_at          timestamptz,                         -- when the workflow task began that wrote this; attempts that began before are given up
  started_at       timestamptz not null default now(),
  ended_at         timestamptz,
  due_at           timestamptz,                         -- when the journey acts next by itself; null: when somebody does
  looked_at        timestamptz,                         -- when its run was last looked for, since it was overdue
  moved_at         timestamptz not null default now()   -- what the queue is sorted by when nobody waits
);
create unique index journey_open on journey (candidate_id) where status = 'OPEN';
create index journey_candidate on journey (candidate_id, started_at desc);
create index journey_owner on journey (account_id, owner_id, waiting_since, id) where mode = 'HUMAN';
create index journey_risk on journey (account_id, at_risk_since, id) where at_risk_since is not null;
create index journey_needs on journey (account_id, waiting_since, id) where needs_human is not null;
create index journey_uncertain on journey (account_id, id) where uncertain_sends > 0;
create index journey_due on journey (due_at) where status = 'OPEN';
create index journey_moved on journey (account_id, moved_at desc, id);
create index journey_waiting on journey (account_id, waiting_since, id) where waiting_since is not null;
create index journey_stage on journey (account_id, definition_name, stage, status);

create table stage_visit (
  id         uuid primary key,
  account_id uuid not null references account,
  journey_id uuid not null references journey,
  stage      text not null,
  entered_at timestamptz not null,
  left_at    timestamptz,
  left_as    text check (left_as in ('COMPLETED', 'DROPPED', 'OPTED_OUT', 'REJECTED', 'SKIPPED')),
  unique (journey_id, stage, entered_at)
);

-- Open journeys for which a recruiter asked and met no run. The gateway has them go on and forgets the row.
create table run_wanted (
  journey_id uuid primary key references journey,
  account_id uuid not null references account,
  asked_at   timestamptz not null default now()
);

-- What the bot may do with a candidate's journey: a send may become SENDING only under the current epoch, and the bot's
-- only while nobody holds the brake.
create table brake (
  candidate_id uuid primary key references candidate,
  account_id   uuid not null references account,
  epoch        bigint not null default 0,
  holder_id    uuid references operator,                -- null: the bot may speak
  takeover_id  uuid,
  raised_at    timestamptz,
  standstill   boolean not null default false           -- the database was restored: the bot waits for its journey's release
);
create index brake_standstill on brake (candidate_id) where standstill;

create table takeover (
  id           uuid primary key,                        -- the console's request id
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  journey_id   uuid references journey,
  operator_id  uuid not null references operator,
  epoch        bigint not null,
  reason       text,
  from_holder  boolean not null default false,          -- a lead's: it may be taken from whoever holds the journey
  state        text not null check (state in ('REQUESTED', 'HELD', 'RETURNED', 'REFUSED')),
  requested_at timestamptz not null default now(),
  held_at      timestamptz,
  receipt      jsonb,                                   -- counts and intent keys; no texts
  returned_at  timestamptz,
  returned_by  text,                                    -- handback:<request>, handover:<request>, takeover:<request>, owner-silent:<id>, end:<id>
  passed_from  uuid references takeover,                -- a colleague's takeover that was handed over
  outcome      text check (outcome in ('RESOLVED', 'CANDIDATE_RE_ENGAGED', 'NO_ANSWER', 'NOT_INTERESTED', 'OTHER')),
  summary      text,
  notes        text,
  refusal      text
);
create index takeover_requested on takeover (requested_at) where state = 'REQUESTED';
create index takeover_candidate on takeover (candidate_id, requested_at);

-- Answers to recruiters' requests. A journey remembers the last ones itself; this remembers all, across runs.
create table recruiter_request (
  id           uuid primary key,                        -- the caller's request id
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  journey_id   uuid not null references journey,
  generation   bigint not null,                         -- with revision: the journey's step that answered it
  revision     bigint not null,
  answer       jsonb not null,                          -- ids, names of operators, keys, counts and times; no texts
  answered_at  timestamptz not null default now()
);

-- What recruiters wrote on their own initiative while the bot kept the journey, and whether it was answered.
create table proactive_message (
  id           uuid primary key,                        -- the request's id
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  journey_id   uuid not null references journey,
  operator_id  uuid not null references operator,
  intent_key   text not null unique,
  scheduled    boolean not null,
  sent_at      timestamptz not null,
  answered_at  timestamptz                              -- the candidate's next message
);
create index proactive_message_open on proactive_message (journey_id) where answered_at is null;

-- The transcript, both directions, ordered by seq.
create table message (
  id            uuid primary key,
  account_id    uuid not null,
  candidate_id  uuid not null references candidate,
  journey_id    uuid references journey,                -- set when taken in
  number_id     text not null,
  seq           bigint not null,
  direction     text not null check (direction in ('IN', 'OUT')),
  author        text not null check (author in ('CANDIDATE', 'BOT', 'RECRUITER')),
  operator_id   uuid references operator,
  kind          text not null,                          -- text, button, list, template, unsupported:<whatsapp's type>
  sealed_text   bytea,
  sealed_extra  bytea,                                  -- JSON: choice id and title, buttons, template name, quoted wamid
  wamid         text unique,
  intent_key    text unique,                            -- OUT only
  sent_at       timestamptz not null,                   -- WhatsApp's timestamp; ours until it is known
  recorded_at   timestamptz not null default now(),
  delivery_id   uuid,                                   -- of webhook_delivery, which may be written after it
  lease_until   timestamptz,                            -- IN only: a relay is signalling it
  signalled_at  timestamptz,
  signals       integer not null default 0,
  taken_in_at   timestamptz,                            -- the journey's own write says so
  taken_in_by   bigint,                                 -- generation of the run that did
  unique (candidate_id, seq)
);
create index message_open on message (candidate_id, seq) where direction = 'IN' and taken_in_at is null;
create index message_open_age on message (recorded_at) where direction = 'IN' and taken_in_at is null;

-- A turn is claimed by its cause, with its inputs and its proposal, in the commit that writes its first SENDING.
create table turn (
  key             text primary key,                     -- see TurnKey
  account_id      uuid not null,
  candidate_id    uuid not null,
  journey_id      uuid not null,
  input_ids       uuid[] not null,
  sealed_proposal bytea not null,                       -- Proposal as JSON
  engine          text not null,
  definition_version text not null,                     -- v1.3
  claimed_at      timestamptz not null default now()
);
create index turn_candidate on turn (candidate_id);

-- QUEUED < SENDING < UNCERTAIN < {SENT, REJECTED, FAILED}; every write is conditional.
create table send_intent (
  key            text primary key,
  account_id     uuid not null,
  candidate_id   uuid not null,
  journey_id     uuid not null references journey,
  number_id      text not null,
  turn_key       text,
  position       integer not null default 0,
  author         text not null check (author in ('BOT', 'RECRUITER')),
  operator_id    uuid references operator,
  state          text not null check (state in ('QUEUED', 'SENDING', 'UNCERTAIN', 'SENT', 'REJECTED', 'FAILED')),
  epoch          bigint not null,
  sealed_content bytea not null,                        -- Outbound as JSON
  tell_arrival   boolean not null default false,        -- the journey's next bubble waits until this one has arrived
  not_after      timestamptz,                           -- database time; no request may leave later
  wamid          text unique,
  status         text check (status in ('sent', 'delivered', 'read', 'played', 'failed')),
  delivered_at   timestamptz,
  read_at        timestamptz,
  failed_at      timestamptz,
  error_code     integer,
  error_treatment text,
  error_detail   text,
  billable       boolean,
  price_category text,
  price_model    text,
  price_type     text,
  created_at     timestamptz not null default now(),
  sending_at     timestamptz,
  settled_at     timestamptz,
  settled_by     text                                   -- answer, status, reaper, operator:<id>, brake
) with (fillfactor = 80);                               -- statuses follow
create index send_intent_open on send_intent (candidate_id) where state in ('QUEUED', 'SENDING', 'UNCERTAIN');
create index send_intent_candidate on send_intent (candidate_id, created_at desc);
create index send_intent_sending on send_intent (not_after) where state = 'SENDING';

-- Statuses whose send is not known yet (they may overtake the answer to the call); matched when it is.
create table orphan_status (
  wamid       text not null,
  status      text not null,
  account_id  uuid references account,
  body        jsonb not null,
  received_at timestamptz not null default now(),
  primary key (wamid, status)
);
create index orphan_status_age on orphan_status (received_at);

-- Facts on their way to a workflow that are not messages: settled sends, failures after acceptance, statuses with another time,
-- arrivals that a next bubble waits for.
create table journey_outbox (
  id           uuid primary key,
  account_id   uuid not null references account,
  candidate_id uuid not null references candidate,
  kind         text not null check (kind in ('SEND_SETTLED', 'SEND_TIMED', 'SEND_DELIVERED')),
  intent_key   text not null,
  body         jsonb not null,
  created_at   timestamptz not null default now(),
  lease_until  timestamptz,
  done_at      timestamptz,
  unique (kind, intent_key, body)
);
create index journey_outbox_open on journey_outbox (created_at) where done_at is null;

create table risk_assessment (
  id          uuid primary key,
  account_id  uuid not null references account,
  journey_id  uuid not null references journey,
  at          timestamptz not null,
  risk        double precision not null,
  factors     jsonb not null,                           -- [{"factor": code, "weight": number}]
  unique (journey_id, at)
);

-- One row per episode. NEW < POSTING < POSTED; an unknown outcome is posted once more, marked "again".
create table alert (
  id              uuid primary key,
  account_id      uuid not null references account,
  candidate_id    uuid not null references candidate,
  journey_id      uuid not null references journey,
  episode         text not null unique,                 -- <journey id>:<kind>:<number>
  kind            text not null check (kind in ('AT_RISK', 'NEEDS_HUMAN', 'WAITING', 'AFTER_END', 'SEND_PROBLEM',
                                                    'OWNER_SILENT', 'HANDED_OVER', 'SCHEDULED_NOT_SENT')),
  state           text not null check (state in ('NEW', 'POSTING', 'POSTED', 'UNKNOWN', 'FAILED', 'DROPPED')),
  attempts        integer not null default 0,
  channel         text,
  ts              text,
  error           text,
  since           timestamptz not null,
  created_at      timestamptz not null default now(),
  posting_at      timestamptz,
  posted_at       timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid references operator,
  closed_at       timestamptz                           -- the episode is over
);
create index alert_open on alert (journey_id) where closed_at is null;

-- What happened, for subscribers and for the record. Fixed schemas; appended in the transaction that does what it tells.
create table event (
  id           bigint generated always as identity primary key,
  account_id   uuid not null,
  candidate_id uuid not null,
  journey_id   uuid,
  type         text not null,                           -- MessageReceived, MessageSent, StageCompleted ...
  cause        text not null,                           -- with type: unique; a retry appends nothing
  at           timestamptz not null,
  sealed_body  bytea not null,
  tx           xid8 not null default pg_current_xact_id(), -- readers stay below pg_snapshot_xmin, by (tx, id)
  unique (type, cause)
);
create index event_candidate on event (candidate_id, id);

-- What concerns people only.
create table queue_read (
  operator_id  uuid not null references operator,
  candidate_id uuid not null references candidate,
  account_id   uuid not null references account,
  seq          bigint not null,                         -- the last message this operator has seen
  primary key (operator_id, candidate_id)
);
