-- 0007 sharing: what goes out in words, and where it went.

-- What the holder says of a credential's letters after the name, against the rule by its kind
-- (features.md B11); null: nothing said. The id is the credential's.
CREATE TABLE postnominal (
  id      TEXT PRIMARY KEY NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  shown   INTEGER CHECK (shown IN (0, 1)),
  letters TEXT CHECK (length(letters) BETWEEN 1 AND 60),
  rank    TEXT CHECK (rank IN ('degree', 'license', 'state-designation', 'certification', 'honor', 'other')),
  place   INTEGER CHECK (place BETWEEN 1 AND 1000)
) STRICT;

-- Interview stories. One whose id is a credential's adds to the story that stands in that credential:
-- situation, task, action and result stay there, so they are null here and in no other row.
CREATE TABLE story (
  id          TEXT PRIMARY KEY NOT NULL,
  question_id TEXT CHECK (length(question_id) BETWEEN 1 AND 100),
  question    TEXT NOT NULL DEFAULT '',
  situation   TEXT,
  task        TEXT,
  action      TEXT,
  result      TEXT,
  metric      TEXT NOT NULL DEFAULT '',
  tools       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tools)),
  why         TEXT NOT NULL DEFAULT '',
  evidence    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  CHECK ((situation IS NULL) = (task IS NULL)
     AND (task IS NULL) = (action IS NULL) AND (action IS NULL) = (result IS NULL))
) STRICT;

CREATE TABLE story_link (
  id            TEXT PRIMARY KEY NOT NULL,
  story_id      TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  credential_id TEXT NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  place         INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0),
  UNIQUE (story_id, credential_id)
) STRICT;
-- Serves storyRepository: the stories of one credential.
CREATE INDEX story_link_by_credential ON story_link (credential_id);

-- Every text that was copied or saved: where it stands, what it says, and when (features.md H12).
-- `facts` keeps each fact as shown and as it was in the record, so that a lie can be told later.
CREATE TABLE sent_copy (
  id         TEXT PRIMARY KEY NOT NULL,
  output     TEXT NOT NULL CHECK (length(output) BETWEEN 1 AND 40),
  format     TEXT NOT NULL CHECK (length(format) BETWEEN 1 AND 40),
  place      TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
  how        TEXT NOT NULL CHECK (how IN ('copied', 'saved')),
  file       TEXT,
  locale     TEXT NOT NULL,
  body       TEXT,
  facts      TEXT NOT NULL CHECK (json_valid(facts)),
  recipe     TEXT CHECK (json_valid(recipe)),
  state      TEXT NOT NULL CHECK (state IN ('out', 'removed')),
  as_of      TEXT NOT NULL CHECK (as_of IS date(as_of)),
  sent_at    TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- Serves copyRepository: what is out, newest first.
CREATE INDEX sent_copy_by_time ON sent_copy (state, sent_at);

-- Findings of the designation lint that the holder does not want to see again. The id is the key.
CREATE TABLE dismissed_finding (
  id         TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 500),
  note       TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
