import type { Migration } from '../../../lib/sqlite.ts'

/**
 * Everything of member onboarding: what is on offer and to whom, reservations, event places, orders with tax and payment
 * pages, plans with periods, memberships, billing, photos, questions, comments, invitations, phones.
 */
export const onboarding: Migration = {
  name: '002-onboarding',
  sql: `
ALTER TABLE location ADD COLUMN asks_billing INTEGER NOT NULL DEFAULT 0 CHECK (asks_billing IN (0, 1));
ALTER TABLE location ADD COLUMN tax_json TEXT NOT NULL DEFAULT '{"name":"","percent":0}' CHECK (json_valid(tax_json));
ALTER TABLE location ADD COLUMN pays_online INTEGER NOT NULL DEFAULT 0 CHECK (pays_online IN (0, 1));
ALTER TABLE location ADD COLUMN country TEXT NOT NULL DEFAULT 'DE' CHECK (length(country) = 2);

-- The locations of the network, this hub's own among them: where somebody may be a member (R1.2).
CREATE TABLE network_location (id TEXT PRIMARY KEY, name TEXT NOT NULL, retired_at INTEGER) STRICT, WITHOUT ROWID;
INSERT INTO network_location (id, name) SELECT id, name FROM location;
CREATE TABLE membership (
  account TEXT NOT NULL REFERENCES account,
  location TEXT NOT NULL REFERENCES network_location,
  role TEXT NOT NULL CHECK (role IN ('member', 'administrator')),
  since INTEGER NOT NULL,
  -- 1: from the settings file alone, and gone when it no longer says so.
  by_settings INTEGER NOT NULL DEFAULT 0 CHECK (by_settings IN (0, 1)),
  PRIMARY KEY (account, location)
) STRICT, WITHOUT ROWID;

-- What is on offer. exclusive_json: the accounts that alone may see it, else NULL.
ALTER TABLE item ADD COLUMN exclusive_json TEXT CHECK (exclusive_json IS NULL OR json_valid(exclusive_json));
ALTER TABLE item ADD COLUMN capacity INTEGER CHECK (capacity > 0);
ALTER TABLE item ADD COLUMN photo TEXT;
ALTER TABLE item ADD COLUMN bookable_json TEXT CHECK (bookable_json IS NULL OR json_valid(bookable_json));
ALTER TABLE item ADD COLUMN stock INTEGER CHECK (stock >= 0);
-- What was last said of it from outside: what was sold since stays sold until another number is said.
ALTER TABLE item ADD COLUMN stock_said INTEGER;
ALTER TABLE item ADD COLUMN posted_at INTEGER;
CREATE TABLE image (hash TEXT PRIMARY KEY, webp BLOB NOT NULL) STRICT;
-- SHA-256 of the file that a picture was made from: it is not made twice.
CREATE TABLE image_source (source TEXT PRIMARY KEY, hash TEXT NOT NULL REFERENCES image) STRICT, WITHOUT ROWID;
CREATE INDEX item_photo ON item (photo) WHERE photo IS NOT NULL;
CREATE TABLE event (
  item TEXT PRIMARY KEY REFERENCES item,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL CHECK (until_at > from_at),
  place TEXT NOT NULL DEFAULT '',
  places INTEGER CHECK (places > 0)
) STRICT, WITHOUT ROWID;
-- A plan that is on offer is an item of the same id, with its price.
ALTER TABLE plan ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0);
ALTER TABLE plan ADD COLUMN resources_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(resources_json));
ALTER TABLE plan ADD COLUMN pass_count INTEGER CHECK (pass_count > 0);
ALTER TABLE plan ADD COLUMN pass_days INTEGER CHECK (pass_days > 0);
ALTER TABLE plan ADD COLUMN period TEXT NOT NULL DEFAULT 'month' CHECK (period IN ('month', 'once'));
ALTER TABLE subscription ADD COLUMN renews_on TEXT;
CREATE INDEX assignment_item ON assignment (item);
-- What was agreed for each period: a later price is for others (R1.4). NULL: it costs nothing.
ALTER TABLE subscription ADD COLUMN amount INTEGER CHECK (amount > 0);
ALTER TABLE subscription ADD COLUMN currency TEXT CHECK ((amount IS NULL) = (currency IS NULL));
CREATE INDEX subscription_renewal ON subscription (renews_on) WHERE renews_on IS NOT NULL;
-- A period begins once, whoever sweeps when (I2).
CREATE TABLE subscription_period (
  subscription TEXT NOT NULL REFERENCES subscription,
  starts_on TEXT NOT NULL,
  purchase TEXT UNIQUE REFERENCES purchase,
  PRIMARY KEY (subscription, starts_on)
) STRICT, WITHOUT ROWID;
-- The plan that brought it; NULL: given without one.
ALTER TABLE day_pass ADD COLUMN subscription TEXT REFERENCES subscription;
CREATE INDEX day_pass_subscription ON day_pass (subscription) WHERE subscription IS NOT NULL;

-- People.
ALTER TABLE account ADD COLUMN company TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN photo TEXT;
ALTER TABLE account ADD COLUMN banner_dismissed_at INTEGER;
ALTER TABLE account ADD COLUMN billing_json TEXT CHECK (billing_json IS NULL OR json_valid(billing_json));
ALTER TABLE account ADD COLUMN vouched_by TEXT REFERENCES staff;
CREATE TABLE photo (account TEXT PRIMARY KEY REFERENCES account, jpeg BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- Passes can be guessed at too; nothing refers to the table, so it is made anew.
CREATE TABLE wrong_try_2 (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'pin', 'pairing', 'pass')),
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  lifted_at INTEGER
) STRICT;
INSERT INTO wrong_try_2 SELECT id, kind, subject, at, lifted_at FROM wrong_try;
DROP TABLE wrong_try;
ALTER TABLE wrong_try_2 RENAME TO wrong_try;
CREATE INDEX wrong_try_subject ON wrong_try (kind, subject, at);

-- Mails of more kinds than one; nothing refers to the table, so it is made anew.
CREATE TABLE mail_2 (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'invitation', 'reminder', 'answer')),
  at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('queued', 'accepted', 'refused', 'failed')),
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO mail_2 SELECT id, device, recipient, kind, at, status, detail FROM mail;
DROP TABLE mail;
ALTER TABLE mail_2 RENAME TO mail;
CREATE INDEX mail_at ON mail (at);
CREATE INDEX mail_device ON mail (device, at);
CREATE INDEX mail_queued ON mail (at) WHERE status = 'queued';

-- Orders: what of the price is tax, and whom the bill was made out to at that time.
ALTER TABLE purchase ADD COLUMN tax_amount INTEGER NOT NULL DEFAULT 0 CHECK (tax_amount >= 0);
ALTER TABLE purchase ADD COLUMN billing_json TEXT CHECK (billing_json IS NULL OR json_valid(billing_json));
ALTER TABLE purchase ADD COLUMN cancelled_at INTEGER;
CREATE INDEX purchase_account ON purchase (account, at);
-- Pages of a payment provider. 'closed': no longer shown here, as reception was paid; the provider may still be paid too.
CREATE TABLE payment (
  ref TEXT PRIMARY KEY,
  purchase TEXT NOT NULL REFERENCES purchase,
  url TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'paid', 'failed', 'expired')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_of ON payment (purchase, at);
CREATE UNIQUE INDEX payment_open ON payment (purchase) WHERE state = 'open';

-- Rooms, equipment, parking (I1: as for desks, the schema has the last word).
CREATE TABLE reservation (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  item TEXT NOT NULL REFERENCES item,
  date TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL CHECK (until_at > from_at),
  covered INTEGER NOT NULL DEFAULT 0 CHECK (covered >= 0),
  purchase TEXT REFERENCES purchase,
  made_at INTEGER NOT NULL,
  device TEXT NOT NULL,
  cancelled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reservation_item ON reservation (item, until_at) WHERE cancelled_at IS NULL;
CREATE INDEX reservation_end ON reservation (until_at) WHERE cancelled_at IS NULL;
CREATE INDEX reservation_account ON reservation (account, until_at) WHERE cancelled_at IS NULL;
CREATE TRIGGER reservation_overlap_insert BEFORE INSERT ON reservation WHEN NEW.cancelled_at IS NULL
  BEGIN
    SELECT RAISE(ABORT, 'item is held already') WHERE EXISTS (
      SELECT 1 FROM reservation WHERE item = NEW.item AND cancelled_at IS NULL AND until_at > NEW.from_at
        AND from_at < NEW.until_at);
  END;
CREATE TRIGGER reservation_overlap_update BEFORE UPDATE OF item, from_at, until_at, cancelled_at ON reservation
  WHEN NEW.cancelled_at IS NULL
  BEGIN
    SELECT RAISE(ABORT, 'item is held already') WHERE EXISTS (
      SELECT 1 FROM reservation WHERE item = NEW.item AND cancelled_at IS NULL AND until_at > NEW.from_at
        AND from_at < NEW.until_at AND id <> NEW.id);
  END;

CREATE TABLE event_place (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  event TEXT NOT NULL REFERENCES event,
  purchase TEXT REFERENCES purchase,
  made_at INTEGER NOT NULL,
  device TEXT NOT NULL,
  cancelled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX event_place_event ON event_place (event) WHERE cancelled_at IS NULL;
-- One place per person; the last column is NULL, and NULLs differ, once it was given back.
CREATE UNIQUE INDEX event_place_of ON event_place
  (account, event, (CASE WHEN cancelled_at IS NULL THEN 1 END));
CREATE TRIGGER event_place_full BEFORE INSERT ON event_place WHEN NEW.cancelled_at IS NULL
  BEGIN
    SELECT RAISE(ABORT, 'event is full') WHERE
      (SELECT count(*) FROM event_place WHERE event = NEW.event AND cancelled_at IS NULL)
        >= (SELECT coalesce(places, 9223372036854775807) FROM event WHERE item = NEW.event);
  END;

-- Questions and comments.
CREATE TABLE request (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  item TEXT REFERENCES item,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT,
  answered_at INTEGER,
  answered_by TEXT REFERENCES staff,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX request_account ON request (account, at);
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account,
  item TEXT NOT NULL REFERENCES item,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_item ON comment (item, at);

-- Invitations (R4). A link is stored as a keyed hash; each mail brings a link of its own, and the newest one logs in.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL UNIQUE REFERENCES account,
  language TEXT NOT NULL,
  staff TEXT NOT NULL REFERENCES staff,
  plan TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  reminded_at INTEGER,
  activated_at INTEGER,
  mail TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX invitation_mail ON invitation (mail);
CREATE INDEX invitation_waiting ON invitation (sent_at) WHERE activated_at IS NULL AND reminded_at IS NULL;
CREATE TABLE activation (
  hash BLOB PRIMARY KEY,
  invitation TEXT NOT NULL REFERENCES invitation,
  made_at INTEGER NOT NULL,
  used_at INTEGER,
  -- When a newer link took its place.
  replaced_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX activation_invitation ON activation (invitation) WHERE replaced_at IS NULL;

-- Phones (R7). A rotating pass remembers the last step that was shown, so that none is good twice.
CREATE TABLE handoff (
  id TEXT PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  device TEXT NOT NULL REFERENCES device,
  expires_at INTEGER NOT NULL,
  phone TEXT,
  used_at INTEGER
) STRICT;
CREATE INDEX handoff_expiry ON handoff (expires_at);
CREATE TABLE rotating_pass (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL UNIQUE REFERENCES account,
  last_step INTEGER NOT NULL DEFAULT 0
) STRICT;
`,
}
