-- 0001 portfolio: the record of domain.md section 2, its change log and its search index.
-- Days are ISO text of three precisions (2024, 2024-05, 2024-05-03): they sort, compare and know
-- no time zone. Instants (…_at) are UTC ISO text. Money is integer minor units.

CREATE TABLE issuer (
  id       TEXT PRIMARY KEY NOT NULL,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  name_key TEXT NOT NULL UNIQUE,
  url      TEXT,
  aliases  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases))
) STRICT;

-- Other names of an issuer, kept in step with issuer.aliases, so that (ISC)2 finds ISC2.
CREATE TABLE issuer_alias (
  name_key  TEXT PRIMARY KEY NOT NULL,
  issuer_id TEXT NOT NULL REFERENCES issuer (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE platform (
  id       TEXT PRIMARY KEY NOT NULL,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  name_key TEXT NOT NULL UNIQUE
) STRICT;

-- Skills that the holder states, with or without a credential that shows them.
CREATE TABLE skill (
  id       TEXT PRIMARY KEY NOT NULL,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  name_key TEXT NOT NULL UNIQUE
) STRICT;

-- One file taken in: the bytes lie in evidence/ under their SHA-256.
CREATE TABLE import_batch (
  id          TEXT PRIMARY KEY NOT NULL,
  format      TEXT NOT NULL,
  files       TEXT NOT NULL CHECK (json_valid(files)),
  imported_at TEXT NOT NULL,
  read_rows   INTEGER NOT NULL,
  added       INTEGER NOT NULL,
  merged      INTEGER NOT NULL,
  skipped     INTEGER NOT NULL,
  rejected    INTEGER NOT NULL
) STRICT;

CREATE TABLE credential (
  seq               INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  title             TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
  title_key         TEXT NOT NULL,
  abbreviation      TEXT,
  kind              TEXT NOT NULL,
  issuer_id         TEXT REFERENCES issuer (id),
  platform_id       TEXT REFERENCES platform (id),
  lifecycle         TEXT NOT NULL
                    CHECK (lifecycle IN ('planned', 'in-progress', 'earned', 'revoked', 'abandoned')),
  progress          INTEGER CHECK (progress BETWEEN 0 AND 100),
  started           TEXT CHECK (length(started) IN (4, 7, 10)),
  target            TEXT CHECK (length(target) IN (4, 7, 10)),
  issued            TEXT CHECK (length(issued) IN (4, 7, 10)),
  expires           TEXT CHECK (length(expires) IN (4, 7, 10)),
  expires_computed  TEXT CHECK (length(expires_computed) IN (4, 7, 10)),
  never_expires     INTEGER NOT NULL DEFAULT 0 CHECK (never_expires IN (0, 1)),
  number            TEXT,
  url               TEXT,
  hours             REAL CHECK (hours >= 0),
  credits_amount    REAL CHECK (credits_amount >= 0),
  credits_system    TEXT,
  credits_toward    TEXT,
  grade             TEXT,
  cost_minor        INTEGER,
  cost_currency     TEXT CHECK (length(cost_currency) = 3),
  cost_aid          TEXT,
  cost_paid_by      TEXT,
  capstone          TEXT,
  verified_track    INTEGER CHECK (verified_track IN (0, 1)),
  language          TEXT,
  notes             TEXT,
  story             TEXT CHECK (json_valid(story)),
  quality           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(quality)),
  skills            TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(skills)),
  tags              TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  pinned            INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  lead_days         INTEGER CHECK (lead_days BETWEEN 0 AND 3650),
  policy_id         TEXT,
  policy_lead_days  INTEGER,
  grace_days        INTEGER NOT NULL DEFAULT 0,
  suspended_days    INTEGER NOT NULL DEFAULT 0,
  verification      TEXT NOT NULL DEFAULT '{"state":"not-checked","checkedAt":null,"reasons":[]}'
                    CHECK (json_valid(verification)),
  batch_id          TEXT REFERENCES import_batch (id),
  source_row        INTEGER,
  source_file       TEXT,
  trashed_at        TEXT,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL,
  -- First and last day that a partial date can mean (domain.md section 1).
  issued_first      TEXT GENERATED ALWAYS AS (CASE length(issued)
                      WHEN 4 THEN issued || '-01-01' WHEN 7 THEN issued || '-01' ELSE issued END) VIRTUAL,
  expires_last      TEXT GENERATED ALWAYS AS (CASE length(expires)
                      WHEN 4 THEN expires || '-12-31'
                      WHEN 7 THEN date(expires || '-01', '+1 month', '-1 day') ELSE expires END) VIRTUAL,
  -- Sort keys: by first day, then finer precision first; '~' puts what has no date last.
  issued_key        TEXT GENERATED ALWAYS AS (CASE length(issued)
                      WHEN 4 THEN issued || '-01-01c' WHEN 7 THEN issued || '-01b'
                      WHEN 10 THEN issued || 'a' ELSE '~' END) VIRTUAL,
  expires_key       TEXT GENERATED ALWAYS AS (CASE length(expires)
                      WHEN 4 THEN expires || '-01-01c' WHEN 7 THEN expires || '-01b'
                      WHEN 10 THEN expires || 'a' ELSE '~' END) VIRTUAL
) STRICT;

-- Each serves one sort order of credentialRepository; tests/unit/engine/queryPlans.test.ts fails
-- if one goes unused.
CREATE INDEX credential_by_expires ON credential (expires_key, title_key, seq) WHERE trashed_at IS NULL;
CREATE INDEX credential_by_issued ON credential (issued_key, title_key, seq) WHERE trashed_at IS NULL;
CREATE INDEX credential_by_title ON credential (title_key, seq) WHERE trashed_at IS NULL;
CREATE INDEX credential_by_issuer ON credential (issuer_id);
CREATE INDEX credential_by_batch ON credential (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX credential_trash ON credential (trashed_at) WHERE trashed_at IS NOT NULL;

-- What credential.skills and credential.tags say, one row each, for filters and counts.
CREATE TABLE credential_skill (
  credential_id TEXT NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  skill         TEXT NOT NULL,
  PRIMARY KEY (credential_id, skill)
) STRICT, WITHOUT ROWID;
CREATE INDEX credential_skill_by_skill ON credential_skill (skill);

CREATE TABLE credential_tag (
  credential_id TEXT NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  tag           TEXT NOT NULL,
  PRIMARY KEY (credential_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX credential_tag_by_tag ON credential_tag (tag);

CREATE TRIGGER credential_words_insert AFTER INSERT ON credential
WHEN new.skills <> '[]' OR new.tags <> '[]' BEGIN
  INSERT OR IGNORE INTO credential_skill SELECT new.id, value FROM json_each(new.skills);
  INSERT OR IGNORE INTO credential_tag SELECT new.id, value FROM json_each(new.tags);
END;
CREATE TRIGGER credential_words_update AFTER UPDATE OF skills, tags ON credential
WHEN new.skills <> old.skills OR new.tags <> old.tags BEGIN
  DELETE FROM credential_skill WHERE credential_id = new.id;
  DELETE FROM credential_tag WHERE credential_id = new.id;
  INSERT OR IGNORE INTO credential_skill SELECT new.id, value FROM json_each(new.skills);
  INSERT OR IGNORE INTO credential_tag SELECT new.id, value FROM json_each(new.tags);
END;

CREATE TRIGGER issuer_alias_insert AFTER INSERT ON issuer WHEN new.aliases <> '[]' BEGIN
  INSERT OR IGNORE INTO issuer_alias
    SELECT value ->> 'key', new.id FROM json_each(new.aliases);
END;
CREATE TRIGGER issuer_alias_update AFTER UPDATE OF aliases ON issuer BEGIN
  DELETE FROM issuer_alias WHERE issuer_id = new.id;
  INSERT OR IGNORE INTO issuer_alias
    SELECT value ->> 'key', new.id FROM json_each(new.aliases);
END;

CREATE TABLE evidence (
  id            TEXT PRIMARY KEY NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  mime          TEXT NOT NULL,
  bytes         INTEGER NOT NULL CHECK (bytes >= 0),
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
  added_at      TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_credential ON evidence (credential_id);

CREATE TABLE setting (
  id    TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- One acknowledged command. Undo and redo are commands too; undone_by names the one in force.
CREATE TABLE operation (
  seq         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  origin      TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_seq  INTEGER REFERENCES operation (seq),
  undoable    INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  undone_by   INTEGER REFERENCES operation (seq),
  happened_at TEXT NOT NULL
) STRICT;
CREATE INDEX operation_undo ON operation (seq) WHERE kind = 'do' AND undoable = 1 AND undone_by IS NULL;
CREATE INDEX operation_redo ON operation (undone_by) WHERE undone_by IS NOT NULL;

-- Every change to user data, whole rows before and after. checksum covers subject, id and after:
-- laurel doctor recomputes it from the live row.
CREATE TABLE change (
  seq           INTEGER PRIMARY KEY,
  operation_seq INTEGER NOT NULL REFERENCES operation (seq),
  subject       TEXT NOT NULL,
  subject_id    TEXT NOT NULL,
  before        TEXT,
  after         TEXT,
  checksum      TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_subject ON change (subject_id, seq);
CREATE INDEX change_by_operation ON change (operation_seq);

-- Where the operation log stands that this database has taken in (reliability.md, storage).
CREATE TABLE log_position (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  bytes  INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO log_position VALUES (1, 0, '');

CREATE VIRTUAL TABLE credential_fts USING fts5 (
  title, abbreviation, issuer, platform, number, url, skills, tags, notes, story,
  content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);
-- Merging makes single edits wait up to 67 ms: it is left to idle moments (engine.ts).
INSERT INTO credential_fts (credential_fts, rank) VALUES ('automerge', 0);
INSERT INTO credential_fts (credential_fts, rank) VALUES ('crisismerge', 200);
