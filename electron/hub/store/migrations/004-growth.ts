import type { Migration } from '../../../lib/sqlite.ts'

/**
 * What keeps a hub as quick after years as on its first day: an index wherever a statement looked through a table that only
 * grows, and how far back each scope remembers what is gone.
 */
export const growth: Migration = {
  name: '004-growth',
  sql: `
-- The rows of a kind that are no tombstones, by their last change.
CREATE INDEX scope_row_live ON scope_row (scope, kind, rev) WHERE row_json IS NOT NULL;
-- Tombstones up to this rev were deleted: a replica that is further behind needs a snapshot.
ALTER TABLE scope ADD COLUMN pruned INTEGER NOT NULL DEFAULT 0;

CREATE INDEX access_grant_over ON access_grant (until_at) WHERE stage = 2;
CREATE INDEX assignment_end ON assignment (ends_on, item);
CREATE INDEX membership_by_settings ON membership (account, location) WHERE by_settings = 1;
CREATE INDEX payment_unsettled ON payment (at) WHERE state IN ('open', 'closed');
CREATE INDEX session_open ON session (expires_at, id) WHERE ended_at IS NULL;
CREATE INDEX staff_session_open ON staff_session (device) WHERE ended_at IS NULL;
CREATE INDEX subscription_end ON subscription (ends_on, id);
CREATE INDEX wrong_try_at ON wrong_try (at);
`,
}
