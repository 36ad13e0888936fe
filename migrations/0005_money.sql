-- 0005 money: subscriptions, payments per credential, and how courses are taken with the last days
-- on which something about it can be done (domain.md sections 5 and 6). Money is integer minor units.

-- A platform paid by the month. pauses: [{"from","to"}], price_changes: [{"from","amount"}],
-- covers: ids of the credentials it is for, null for every one on the platform.
CREATE TABLE subscription (
  id            TEXT PRIMARY KEY NOT NULL,
  platform_id   TEXT NOT NULL REFERENCES platform (id),
  plan          TEXT CHECK (length(plan) BETWEEN 1 AND 200),
  price_minor   INTEGER NOT NULL CHECK (price_minor >= 0),
  currency      TEXT NOT NULL CHECK (length(currency) = 3),
  starts        TEXT NOT NULL CHECK (starts IS date(starts)),
  ends          TEXT CHECK (ends IS date(ends) AND ends >= starts),
  trial_ends    TEXT CHECK (trial_ends IS date(trial_ends) AND trial_ends >= starts),
  pauses        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pauses)),
  price_changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(price_changes)),
  aid_percent   INTEGER NOT NULL DEFAULT 0 CHECK (aid_percent BETWEEN 0 AND 100),
  payer         TEXT NOT NULL CHECK (payer IN ('self', 'employer', 'other')),
  covers        TEXT CHECK (json_valid(covers)),
  note          TEXT,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX subscription_by_platform ON subscription (platform_id);

-- A payment for one credential, made or to come. With a subscription it is that credential's share.
CREATE TABLE cost_line (
  id               TEXT PRIMARY KEY NOT NULL,
  credential_id    TEXT NOT NULL REFERENCES credential (id),
  kind             TEXT NOT NULL
                   CHECK (kind IN ('course', 'exam', 'fee', 'subscription', 'travel', 'books', 'other')),
  amount_minor     INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency         TEXT NOT NULL CHECK (length(currency) = 3),
  paid_on          TEXT CHECK (paid_on IS date(paid_on)),
  payer            TEXT NOT NULL CHECK (payer IN ('self', 'employer', 'aid', 'other')),
  payer_name       TEXT,
  reimbursed_minor INTEGER NOT NULL DEFAULT 0 CHECK (reimbursed_minor BETWEEN 0 AND amount_minor),
  reimbursed_on    TEXT CHECK (reimbursed_on IS date(reimbursed_on)),
  subscription_id  TEXT REFERENCES subscription (id) CHECK (subscription_id IS NULL OR kind = 'subscription'),
  note             TEXT,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL
) STRICT;
CREATE INDEX cost_line_by_credential ON cost_line (credential_id);
CREATE INDEX cost_line_by_subscription ON cost_line (subscription_id) WHERE subscription_id IS NOT NULL;

-- How a course is taken; its id is the credential's. Days are the last on which it can be done.
CREATE TABLE track (
  id         TEXT PRIMARY KEY NOT NULL REFERENCES credential (id),
  mode       TEXT CHECK (mode IN ('audit', 'verified', 'aid', 'employer-paid')),
  upgrade_by TEXT CHECK (upgrade_by IS date(upgrade_by)),
  refund_by  TEXT CHECK (refund_by IS date(refund_by)),
  aid_by     TEXT CHECK (aid_by IS date(aid_by)),
  trial_ends TEXT CHECK (trial_ends IS date(trial_ends)),
  updated_at TEXT NOT NULL
) STRICT;

