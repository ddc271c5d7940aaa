import type { Migration } from '../../../lib/sqlite.ts'

/**
 * The first schema. Instants are epoch milliseconds, dates are local dates of the location, `*_json` columns hold JSON.
 * What must never happen twice is a constraint here, not an `if` elsewhere.
 */
export const initial: Migration = {
  name: '001-initial',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The place and what it offers.
CREATE TABLE location (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  hours_json TEXT NOT NULL CHECK (json_valid(hours_json)),
  day_end TEXT NOT NULL,
  single_amount INTEGER NOT NULL CHECK (single_amount >= 0),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  languages_json TEXT NOT NULL CHECK (json_valid(languages_json)),
  privacy_json TEXT NOT NULL CHECK (json_valid(privacy_json)),
  help_phone TEXT NOT NULL,
  terms_version INTEGER NOT NULL,
  idle_ask_after INTEGER NOT NULL CHECK (idle_ask_after > 0),
  idle_forget_after INTEGER NOT NULL CHECK (idle_forget_after > 0)
) STRICT;
CREATE TABLE terms (
  location TEXT NOT NULL REFERENCES location,
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (location, version, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE item (
  id TEXT PRIMARY KEY,
  location TEXT NOT NULL REFERENCES location,
  kind TEXT NOT NULL CHECK (kind IN
    ('desk', 'room', 'office', 'equipment', 'parking', 'event', 'shop', 'feed', 'support', 'plan')),
  name TEXT NOT NULL,
  area TEXT NOT NULL DEFAULT '',
  bookable INTEGER NOT NULL DEFAULT 0 CHECK (bookable IN (0, 1)),
  x REAL NOT NULL DEFAULT 0,
  y REAL NOT NULL DEFAULT 0,
  features_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(features_json)),
  description TEXT NOT NULL DEFAULT '',
  price_amount INTEGER CHECK (price_amount >= 0),
  price_currency TEXT,
  per TEXT CHECK (per IN ('day', 'month', 'hour', 'once')),
  position REAL NOT NULL DEFAULT 0,
  visibility TEXT NOT NULL DEFAULT 'public'
    CHECK (visibility IN ('public', 'network-members', 'location-members', 'administrators')),
  retired_at INTEGER
) STRICT;
CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('continuous', 'passes')),
  hours_json TEXT CHECK (hours_json IS NULL OR json_valid(hours_json))
) STRICT;

-- People.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  bio TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE code (
  email TEXT PRIMARY KEY,
  hash BLOB NOT NULL,
  issued_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
-- Wrong codes, PINs and pairing codes: what lockouts are counted from (R2.3, R8.5, R10.2).
CREATE TABLE wrong_try (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'pin', 'pairing')),
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  lifted_at INTEGER
) STRICT;
CREATE INDEX wrong_try_subject ON wrong_try (kind, subject, at);
CREATE TABLE lockout (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  until_at INTEGER NOT NULL,
  over INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1))
) STRICT;
CREATE INDEX lockout_open ON lockout (until_at) WHERE over = 0;
CREATE TABLE mail (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('code')),
  at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('queued', 'accepted', 'refused', 'failed')),
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX mail_at ON mail (at);
CREATE INDEX mail_device ON mail (device, at);
CREATE TABLE acceptance (
  account TEXT NOT NULL REFERENCES account,
  location TEXT NOT NULL REFERENCES location,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  language TEXT NOT NULL,
  device TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, location, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER acceptance_keep_update BEFORE UPDATE ON acceptance
  BEGIN SELECT RAISE(ABORT, 'acceptance is append-only'); END;
CREATE TRIGGER acceptance_keep_delete BEFORE DELETE ON acceptance
  BEGIN SELECT RAISE(ABORT, 'acceptance is append-only'); END;

-- Devices and sessions.
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL UNIQUE,
  kiosk INTEGER NOT NULL CHECK (kiosk IN (0, 1)),
  reception INTEGER NOT NULL CHECK (reception IN (0, 1)),
  paired_at INTEGER NOT NULL,
  revoked_at INTEGER,
  online INTEGER NOT NULL DEFAULT 0 CHECK (online IN (0, 1)),
  version TEXT NOT NULL DEFAULT '',
  queue INTEGER NOT NULL DEFAULT 0,
  clock_skew_ms INTEGER,
  seen_at INTEGER,
  CHECK (kiosk + reception > 0)
) STRICT;
CREATE TABLE pairing (
  hash BLOB PRIMARY KEY,
  kiosk INTEGER NOT NULL,
  reception INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_by TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  device TEXT NOT NULL,
  secret_hash BLOB NOT NULL,
  opened_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX session_live ON session (device) WHERE ended_at IS NULL;
CREATE INDEX session_account ON session (account) WHERE ended_at IS NULL;
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  pin_hash TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE staff_session (
  id TEXT PRIMARY KEY,
  staff TEXT NOT NULL REFERENCES staff,
  device TEXT NOT NULL,
  secret_hash BLOB NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

-- What people are entitled to and what they booked.
CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  location TEXT NOT NULL REFERENCES location,
  plan TEXT NOT NULL REFERENCES plan,
  starts_on TEXT NOT NULL,
  ends_on TEXT
) STRICT;
CREATE INDEX subscription_account ON subscription (account);
CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  item TEXT NOT NULL REFERENCES item,
  starts_on TEXT NOT NULL,
  ends_on TEXT
) STRICT;
CREATE INDEX assignment_account ON assignment (account);
CREATE TABLE day_pass (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  location TEXT NOT NULL REFERENCES location,
  valid_from TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  used_on TEXT
) STRICT;
CREATE INDEX day_pass_account ON day_pass (account, expires_on);
CREATE TRIGGER day_pass_once BEFORE UPDATE OF used_on ON day_pass
  WHEN OLD.used_on IS NOT NULL AND NEW.used_on IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'day pass was spent already'); END;
CREATE TABLE purchase (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  location TEXT NOT NULL REFERENCES location,
  what TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  currency TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('free', 'due', 'paid')),
  at INTEGER NOT NULL,
  paid_at INTEGER,
  paid_by TEXT REFERENCES staff
) STRICT, WITHOUT ROWID;
-- R5.1: one pass or price per person, location and day.
CREATE TABLE day_use (
  account TEXT NOT NULL REFERENCES account,
  location TEXT NOT NULL REFERENCES location,
  date TEXT NOT NULL,
  pass TEXT UNIQUE REFERENCES day_pass,
  purchase TEXT REFERENCES purchase,
  PRIMARY KEY (account, location, date)
) STRICT, WITHOUT ROWID;
CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  item TEXT NOT NULL REFERENCES item,
  date TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  device TEXT NOT NULL,
  cancelled_at INTEGER,
  checked_out_at INTEGER
) STRICT, WITHOUT ROWID;
-- One live booking per person and day: the last column is NULL, and NULLs differ, once it ended.
CREATE UNIQUE INDEX booking_of ON booking
  (account, date, (CASE WHEN cancelled_at IS NULL AND checked_out_at IS NULL THEN 1 END));
CREATE INDEX booking_item ON booking (item, until_at) WHERE cancelled_at IS NULL;
-- I1: no two live bookings hold the same desk at the same time. One without length holds nothing.
CREATE TRIGGER booking_overlap_insert BEFORE INSERT ON booking
  WHEN NEW.cancelled_at IS NULL AND NEW.from_at < NEW.until_at
  BEGIN
    SELECT RAISE(ABORT, 'desk is held already') WHERE EXISTS (
      SELECT 1 FROM booking WHERE item = NEW.item AND cancelled_at IS NULL AND until_at > NEW.from_at
        AND from_at < NEW.until_at AND from_at < until_at);
  END;
CREATE TRIGGER booking_overlap_update BEFORE UPDATE OF item, from_at, until_at, cancelled_at ON booking
  WHEN NEW.cancelled_at IS NULL AND NEW.from_at < NEW.until_at
  BEGIN
    SELECT RAISE(ABORT, 'desk is held already') WHERE EXISTS (
      SELECT 1 FROM booking WHERE item = NEW.item AND cancelled_at IS NULL AND until_at > NEW.from_at
        AND from_at < NEW.until_at AND from_at < until_at AND id <> NEW.id);
  END;
CREATE TABLE conflict (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL REFERENCES booking,
  row_json TEXT NOT NULL CHECK (json_valid(row_json))
) STRICT;

-- Access. access_grant remembers what derived grants were given to doors; the facts decide, not this table (R6.1).
CREATE TABLE manual_grant (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  doors_json TEXT NOT NULL CHECK (json_valid(doors_json)),
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  staff TEXT NOT NULL REFERENCES staff,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX manual_grant_account ON manual_grant (account);
CREATE TABLE revocation (
  grant_id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  at INTEGER NOT NULL,
  staff TEXT NOT NULL REFERENCES staff,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX revocation_account ON revocation (account);
CREATE TABLE access_grant (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  credential INTEGER NOT NULL UNIQUE,
  until_at INTEGER,
  -- 0 given to the doors, 1 over and gone from them, 2 gone from reception too.
  stage INTEGER NOT NULL DEFAULT 0 CHECK (stage IN (0, 1, 2)),
  held_json TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(held_json))
) STRICT, WITHOUT ROWID;
CREATE INDEX access_grant_account ON access_grant (account) WHERE stage < 2;
CREATE INDEX access_grant_until ON access_grant (stage, until_at) WHERE stage < 2;
CREATE TABLE door (
  id TEXT PRIMARY KEY,
  location TEXT NOT NULL REFERENCES location,
  name TEXT NOT NULL,
  driver TEXT NOT NULL CHECK (driver IN ('simulated')),
  host TEXT NOT NULL,
  port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
  pulse INTEGER NOT NULL CHECK (pulse BETWEEN 1 AND 255),
  host_device TEXT REFERENCES device,
  online INTEGER NOT NULL DEFAULT 0 CHECK (online IN (0, 1)),
  detail TEXT NOT NULL DEFAULT '',
  confirmed_at INTEGER,
  clock_skew_ms REAL,
  credentials INTEGER,
  retired_at INTEGER
) STRICT;
CREATE TABLE door_event (
  controller TEXT NOT NULL,
  idx INTEGER NOT NULL,
  door TEXT NOT NULL REFERENCES door,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  grant_id TEXT,
  reason TEXT NOT NULL,
  PRIMARY KEY (controller, idx)
) STRICT, WITHOUT ROWID;

-- What was asked and answered (I2), and who did what (I8).
CREATE TABLE command (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  seq INTEGER,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  -- NULL while a door's answer is awaited.
  outcome_json TEXT
) STRICT;
CREATE UNIQUE INDEX command_seq ON command (device, seq) WHERE seq IS NOT NULL;
CREATE INDEX command_age ON command (received_at) WHERE seq IS NULL;
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('account', 'staff', 'device', 'hub')),
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail_json TEXT NOT NULL CHECK (json_valid(detail_json)),
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

-- Replicated scopes. born is the rev at which a row first came: who is behind it never saw the row, so needs no tombstone.
CREATE TABLE scope (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, head INTEGER NOT NULL) STRICT;
CREATE TABLE scope_row (
  scope INTEGER NOT NULL REFERENCES scope,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  born INTEGER NOT NULL,
  row_json TEXT,
  PRIMARY KEY (scope, kind, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX scope_row_rev ON scope_row (scope, rev);
`,
}
