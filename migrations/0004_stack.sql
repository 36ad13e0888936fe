-- 0004 stack: goals made of credentials, and credit towards a degree (domain.md section 4,
-- features.md C1 to C7). A stack names credentials inside its body, without a foreign key: a
-- credential that is removed for good leaves its place in the tree, and the stack stays.

CREATE TABLE stack (
  id         TEXT PRIMARY KEY NOT NULL,
  title      TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  title_key  TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('program', 'pathway', 'curated')),
  target     TEXT CHECK (length(target) IN (4, 7, 10)),
  -- The tree as a stack file has it, without what is worked out for a day.
  body       TEXT NOT NULL CHECK (json_valid(body)),
  -- What completing it leads to: an offer, never credit.
  grants     TEXT CHECK (json_valid(grants)),
  options    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
  -- What the credentials were called that the tree names by id, for when one is gone.
  names      TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(names)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX stack_by_title ON stack (title_key);

-- What an institution says it would credit, and on which conditions.
CREATE TABLE credit_offer (
  id                 TEXT PRIMARY KEY NOT NULL,
  title              TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  institution        TEXT NOT NULL CHECK (length(institution) BETWEEN 1 AND 500),
  degree             TEXT NOT NULL CHECK (length(degree) BETWEEN 1 AND 500),
  credits            REAL CHECK (credits > 0),
  of_credits         REAL CHECK (of_credits > 0),
  system             TEXT NOT NULL CHECK (system IN ('usCredits', 'ects', 'ace', 'other')),
  stack_id           TEXT REFERENCES stack (id),
  credential_ids     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(credential_ids)),
  admission_required INTEGER NOT NULL CHECK (admission_required IN (0, 1)),
  admitted_on        TEXT CHECK (admitted_on IS date(admitted_on)),
  min_grade          REAL CHECK (min_grade BETWEEN 0 AND 100),
  deadline           TEXT CHECK (length(deadline) IN (4, 7, 10)),
  counts_once        INTEGER NOT NULL CHECK (counts_once IN (0, 1)),
  conditions         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conditions)),
  source             TEXT,
  as_of              TEXT,
  verified           TEXT CHECK (verified IN ('yes', 'partly', 'memory')),
  note               TEXT,
  created_at         TEXT NOT NULL,
  updated_at         TEXT NOT NULL
) STRICT;
CREATE INDEX credit_offer_by_stack ON credit_offer (stack_id) WHERE stack_id IS NOT NULL;

-- What an institution did accept: a fact of a day.
CREATE TABLE credit_acceptance (
  id          TEXT PRIMARY KEY NOT NULL,
  offer_id    TEXT NOT NULL REFERENCES credit_offer (id),
  credits     REAL NOT NULL CHECK (credits > 0),
  accepted_on TEXT NOT NULL CHECK (accepted_on IS date(accepted_on)),
  note        TEXT,
  created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX credit_acceptance_by_offer ON credit_acceptance (offer_id);
