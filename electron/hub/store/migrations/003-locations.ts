import type { Migration } from '../../../lib/sqlite.ts'

/**
 * Whatever belongs to one location says to which (R12.1): devices and the codes that pair them, bookings, mails, lockouts,
 * invitations; scopes and what is remembered of a place are one each per location. A database of before has one location.
 */
export const locations: Migration = {
  name: '003-locations',
  sql: `
ALTER TABLE device ADD COLUMN location TEXT REFERENCES location;
UPDATE device SET location = (SELECT min(id) FROM location);
ALTER TABLE pairing ADD COLUMN location TEXT REFERENCES location;
UPDATE pairing SET location = (SELECT min(id) FROM location);
ALTER TABLE mail ADD COLUMN location TEXT REFERENCES location;
UPDATE mail SET location = (SELECT min(id) FROM location);
ALTER TABLE lockout ADD COLUMN location TEXT REFERENCES location;
UPDATE lockout SET location = (SELECT min(id) FROM location);
ALTER TABLE invitation ADD COLUMN location TEXT REFERENCES location;
UPDATE invitation SET location = (SELECT min(id) FROM location);

-- One live booking per person, location and day: the last column is NULL, and NULLs differ, once it ended.
ALTER TABLE booking ADD COLUMN location TEXT NOT NULL DEFAULT '';
UPDATE booking SET location = (SELECT location FROM item WHERE item.id = booking.item);
DROP INDEX booking_of;
CREATE UNIQUE INDEX booking_of ON booking
  (account, location, date, (CASE WHEN cancelled_at IS NULL AND checked_out_at IS NULL THEN 1 END));
CREATE TRIGGER booking_located BEFORE INSERT ON booking WHEN NEW.location = ''
  BEGIN SELECT RAISE(ABORT, 'a booking needs its location'); END;

UPDATE scope SET key = key || ':' || (SELECT min(id) FROM location) WHERE key IN ('catalogue', 'reception');
UPDATE meta SET key = key || ':' || (SELECT min(id) FROM location)
  WHERE key IN ('terms', 'place', 'plans') AND EXISTS (SELECT 1 FROM location);
`,
}
