-- What was. Times are RFC 3339 text, dates are ISO 8601, hashes are BLAKE3 in hexadecimal.
-- A log of what was said is never rewritten: the row with the highest number was said last.

CREATE TABLE originals (
  hash        TEXT PRIMARY KEY CHECK (length(hash) = 64),
  size        INTEGER NOT NULL CHECK (size >= 0),
  is_deflated INTEGER NOT NULL CHECK (is_deflated IN (0, 1)),
  imported_at TEXT NOT NULL,
  bytes       BLOB NOT NULL
) STRICT;

CREATE TABLE sightings (
  number   INTEGER PRIMARY KEY,
  original TEXT NOT NULL REFERENCES originals (hash),
  path     TEXT NOT NULL,
  seen_at  TEXT NOT NULL,
  UNIQUE (original, path)
) STRICT;

CREATE TABLE declarations (
  number        INTEGER PRIMARY KEY,
  original      TEXT NOT NULL REFERENCES originals (hash),
  title         TEXT,
  description   TEXT,
  activity_type TEXT,
  workout_type  TEXT,
  said_at       TEXT NOT NULL
) STRICT;
CREATE INDEX declarations_by_original ON declarations (original);

CREATE TABLE activities (
  id       TEXT PRIMARY KEY,
  original TEXT NOT NULL REFERENCES originals (hash),
  leg      INTEGER NOT NULL CHECK (leg >= 1),
  kind     TEXT NOT NULL CHECK (kind IN ('run', 'other')),
  UNIQUE (original, leg)
) STRICT;

-- No reference to activities: a correction outlives a reading that no longer finds its leg.
-- Without a purpose, the correction before it was withdrawn.
CREATE TABLE corrections (
  number   INTEGER PRIMARY KEY,
  activity TEXT NOT NULL,
  purpose  TEXT,
  said_at  TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_activity ON corrections (activity);

-- A value is JSON; without one the field was withdrawn. Without a date it was always so.
CREATE TABLE profile (
  number  INTEGER PRIMARY KEY,
  field   TEXT NOT NULL,
  value   TEXT,
  since   TEXT,
  said_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE failures (
  path      TEXT PRIMARY KEY,
  error     TEXT NOT NULL,
  failed_at TEXT NOT NULL
) STRICT;

-- The only table that holds opinions. It can be emptied at any time and made again.
-- The empty activity stands for the whole logbook.
CREATE TABLE derived (
  activity    TEXT NOT NULL,
  stage       TEXT NOT NULL,
  version     TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  body        BLOB NOT NULL,
  PRIMARY KEY (activity, stage)
) STRICT;
