-- 0002 recertification: policies of the holder's own, cycles, the continuing-education ledger, fees
-- and reminders (domain.md sections 3 and 5). Units are integer hundredths, clock time integer
-- hundredths of an hour.

-- A policy that the holder wrote, or the changed copy of a shipped one under the same id.
CREATE TABLE policy (
  id   TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- Periods of validity, none ever overwritten. A credential without rows here has the one cycle that
-- its issue and expiry dates tell.
CREATE TABLE cycle (
  id            TEXT PRIMARY KEY NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credential (id),
  starts        TEXT NOT NULL CHECK (length(starts) IN (4, 7, 10)),
  ends          TEXT CHECK (length(ends) IN (4, 7, 10)),
  ends_computed TEXT CHECK (length(ends_computed) IN (4, 7, 10)),
  renewed_on    TEXT CHECK (length(renewed_on) IN (4, 7, 10)),
  method        TEXT,
  reason        TEXT,
  ordinal       INTEGER NOT NULL CHECK (ordinal >= 1),
  UNIQUE (credential_id, ordinal)
) STRICT;

CREATE TABLE activity (
  id          TEXT PRIMARY KEY NOT NULL,
  happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
  title       TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
  provider    TEXT,
  hours       INTEGER CHECK (hours >= 0),
  notes       TEXT,
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL
) STRICT;
CREATE INDEX activity_by_day ON activity (happened_on, id);

-- How many units of an activity count towards which credential, in which category.
CREATE TABLE allocation (
  id            TEXT PRIMARY KEY NOT NULL,
  activity_id   TEXT NOT NULL REFERENCES activity (id),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  unit          TEXT,
  category      TEXT,
  units         INTEGER NOT NULL CHECK (units BETWEEN 0 AND 10000000),
  UNIQUE (activity_id, credential_id, unit, category)
) STRICT;
CREATE INDEX allocation_by_credential ON allocation (credential_id);

CREATE TABLE activity_proof (
  id          TEXT PRIMARY KEY NOT NULL,
  activity_id TEXT NOT NULL REFERENCES activity (id),
  name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  mime        TEXT NOT NULL,
  bytes       INTEGER NOT NULL CHECK (bytes >= 0),
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  added_at    TEXT NOT NULL
) STRICT;
CREATE INDEX activity_proof_by_activity ON activity_proof (activity_id);

CREATE TABLE fee_payment (
  id            TEXT PRIMARY KEY NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credential (id),
  due_on        TEXT NOT NULL CHECK (due_on IS date(due_on)),
  paid_on       TEXT NOT NULL CHECK (paid_on IS date(paid_on)),
  amount_minor  INTEGER,
  currency      TEXT CHECK (length(currency) = 3)
) STRICT;
CREATE INDEX fee_payment_by_credential ON fee_payment (credential_id);

-- What became of a reminder; id is its key (domain.md section 5).
CREATE TABLE reminder_mark (
  id        TEXT PRIMARY KEY NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('shown', 'snoozed', 'dismissed', 'done')),
  until     TEXT CHECK (until IS date(until)),
  marked_at TEXT NOT NULL
) STRICT;

-- The calendar file's memory: one UID for ever, a higher SEQUENCE for every change (RFC 5545).
CREATE TABLE calendar_entry (
  id        TEXT PRIMARY KEY NOT NULL,
  uid       TEXT NOT NULL UNIQUE,
  sequence  INTEGER NOT NULL CHECK (sequence >= 0),
  starts    TEXT NOT NULL,
  summary   TEXT NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;

-- What the holder is or has, where a policy's totals depend on it; JSON of LedgerChoices.
ALTER TABLE credential ADD COLUMN ledger_choices TEXT CHECK (json_valid(ledger_choices));
CREATE INDEX credential_by_policy ON credential (policy_id) WHERE policy_id IS NOT NULL;
