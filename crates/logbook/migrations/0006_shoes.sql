-- What the runner said of their shoes, by the name of a pair: that it is there (since a day, with the
-- metres it had been run before), that it is the usual one from a day on, that it is put away from a
-- day on, or that all of this was withdrawn. Never rewritten: see 0001.
CREATE TABLE shoes (
  number  INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  word    TEXT NOT NULL CHECK (word IN ('there', 'usual', 'retired', 'withdrawn')),
  since   TEXT,
  metres  INTEGER CHECK (metres >= 0),
  said_at TEXT NOT NULL
) STRICT;

-- In which pair a run was run. No reference to activities, and without a name the word before it was
-- withdrawn: see corrections in 0001.
CREATE TABLE shoes_worn (
  number   INTEGER PRIMARY KEY,
  activity TEXT NOT NULL,
  shoes    TEXT,
  said_at  TEXT NOT NULL
) STRICT;
CREATE INDEX shoes_worn_by_activity ON shoes_worn (activity);

-- The shoes that an export names.
ALTER TABLE declarations ADD COLUMN gear TEXT;
