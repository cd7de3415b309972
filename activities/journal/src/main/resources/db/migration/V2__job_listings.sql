-- Job listings, how they are imported, and what the ranking of a candidate's wish over them reads.
--
-- Words are compared folded (lower case, without accents, as io.talaria.journal.definition.Folded does it), since people
-- write "programacao" on a phone. They are also kept with their accents, since the stemmers of Portuguese and Spanish
-- need them. The extension "unaccent" is not asked for: not every PostgreSQL has it, and it isn't immutable.

create function listing_folded(words text) returns text
  language sql immutable parallel safe strict
  return lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]+', '', 'g'));

-- Signs that PostgreSQL's parser takes for parts of a word, a host or a path: "node.js" is two words, on both sides.
create function listing_spaced(words text) returns text
  language sql immutable parallel safe strict
  return translate(words, './\_-@:', '       ');

create function listing_config(language text) returns regconfig
  language sql immutable parallel safe
  return case language when 'pt' then 'pg_catalog.portuguese'::regconfig
                       when 'es' then 'pg_catalog.spanish'::regconfig
                       else 'pg_catalog.english'::regconfig end;

-- array_to_string is only stable, since an element's text may hang on settings; that of a text doesn't.
create function listing_joined(words text[]) returns text
  language sql immutable parallel safe strict
  return array_to_string(words, ' ');

create function listing_lexemes(language text, words text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector(listing_config(language),
                     listing_spaced(coalesce(words, '')) || ' ' || listing_folded(listing_spaced(coalesce(words, ''))));

-- What a word may stand as in a listing of any of the languages; null for a stop word of one of them. With weights "ABC"
-- only where it says what the job is (title, skills, place), with '' also in the description.
create function listing_query(word text, weights text) returns tsquery
  language sql immutable parallel unsafe -- a ranking is over before other processes had begun
  return case when length(to_tsvector('pg_catalog.portuguese', word)) > 0
               and length(to_tsvector('pg_catalog.spanish', word)) > 0
               and length(to_tsvector('pg_catalog.english', word)) > 0
               and length(to_tsvector('pg_catalog.portuguese', listing_folded(word))) > 0
              then to_tsquery('pg_catalog.portuguese', word || ':' || weights)
                || to_tsquery('pg_catalog.spanish', word || ':' || weights)
                || to_tsquery('pg_catalog.english', word || ':' || weights)
                || to_tsquery('pg_catalog.portuguese', listing_folded(word) || ':' || weights)
                || to_tsquery('pg_catalog.spanish', listing_folded(word) || ':' || weights)
                || to_tsquery('pg_catalog.english', listing_folded(word) || ':' || weights) end;

-- One run of an import. What it did is committed with the rows of its report, batch by batch.
create table listing_import (
  id            uuid primary key,
  account_id    uuid not null references account,
  file_name     text not null,
  asked_by      text not null,                          -- the name of an API client, or of an operator
  close_missing boolean not null,                       -- open listings that the file doesn't name are closed at its end
  state         text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  problem       text,                                   -- code of what ended it; see ListingWords
  problem_values text[] not null default '{}',
  encoding      text,
  bytes_total   bigint not null,
  bytes_read    bigint not null default 0,
  rows_read     integer not null default 0,
  created       integer not null default 0,
  changed       integer not null default 0,
  unchanged     integer not null default 0,
  refused       integer not null default 0,
  closed        integer not null default 0,             -- by close_missing
  started_at    timestamptz not null default now(),
  touched_at    timestamptz not null default now(),     -- of its last batch; a running one that is old was interrupted
  ended_at      timestamptz
);
create index listing_import_newest on listing_import (account_id, started_at desc, id);

create table listing_import_row (
  import_id  uuid not null references listing_import on delete cascade,
  line       integer not null,                          -- where the row begins in the file, from 1
  account_id uuid not null,
  reference  text,                                      -- null where the row has none
  outcome    text not null check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED')),
  reason     text,                                      -- code; see ListingWords
  reason_values text[] not null default '{}',
  primary key (import_id, line)
);
-- The report's refused rows, in the order of the file.
create index listing_import_row_refused on listing_import_row (import_id, line) where outcome = 'REFUSED';

create table job_listing (
  id          uuid primary key,
  account_id  uuid not null references account,
  reference   text not null,                            -- the client's own id
  title       text not null,
  company     text,
  description text not null default '',
  language    text not null check (language in ('pt', 'es', 'en')), -- of title and description
  city        text,
  region      text,                                     -- state or province, as the client writes it: SP, Madrid
  country     text,                                     -- ISO 3166-1 alpha-2
  workplace   text not null check (workplace in ('OFFICE', 'HYBRID', 'REMOTE')),
  shifts      text[] not null default '{}',             -- of Shift; empty: not told
  skills      text[] not null default '{}',
  must_haves  text[] not null default '{}',             -- who lacks one of them isn't offered it
  must_keys   text[] not null default '{}',             -- the same, folded
  city_key    text generated always as (listing_folded(city)) stored,
  region_key  text generated always as (listing_folded(region)) stored,
  link        text,
  opened_on   date not null,
  closes_on   date,                                     -- the last day on which it is offered
  closed_at   timestamptz,
  import_id   uuid references listing_import on delete set null, -- that wrote it last; null: the API
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default now(),
  -- The account is a word too, so that the index finds one account's listings and not everybody's.
  search      tsvector generated always as (
    setweight(array_to_tsvector(array['@' || account_id::text]), 'A')
    || setweight(listing_lexemes(language, title), 'A')
    || setweight(listing_lexemes(language, listing_joined(skills)), 'B')
    || setweight(listing_lexemes(language, coalesce(company, '') || ' ' || coalesce(city, '') || ' ' || coalesce(region, '')), 'C')
    -- Folded alone: half the work, and half the size.
    || setweight(to_tsvector(listing_config(language), listing_folded(listing_spaced(description))), 'D')) stored,
  unique (account_id, reference)
);
create index job_listing_search on job_listing using gin (search) where closed_at is null;
create index job_listing_search_closed on job_listing using gin (search) where closed_at is not null;
create index job_listing_city on job_listing (account_id, city_key, opened_on desc, reference) where closed_at is null;
create index job_listing_region on job_listing (account_id, region_key, opened_on desc, reference) where closed_at is null;
create index job_listing_remote on job_listing (account_id, opened_on desc, reference)
  where closed_at is null and workplace = 'REMOTE';
-- The console's list, newest first, and what is offered to whoever wishes nothing.
create index job_listing_newest on job_listing (account_id, opened_on desc, reference);

-- In how many open listings a word stands: a word that is in all of them tells nothing. Counted after an import.
create table listing_word (
  account_id uuid not null references account,
  word       text not null,                             -- a lexeme of job_listing.search
  listings   integer not null,
  primary key (account_id, word)
);
