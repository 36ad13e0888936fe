-- 0006 profile: versions of the resume section under a name, and templates of its text. A profile
-- says what is shown of the record; the record is never changed to hide something.

CREATE TABLE resume_profile (
  id   TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- A template that the user wrote, or the changed copy of a shipped one under the same id.
CREATE TABLE resume_template (
  id     TEXT PRIMARY KEY NOT NULL,
  name   TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  target TEXT NOT NULL CHECK (target IN ('md', 'txt', 'html', 'tex')),
  body   TEXT NOT NULL CHECK (length(body) <= 100000)
) STRICT;
