-- Plans that the runner accepted: the plan as text in the training notation, the goal as JSON, and
-- what else was asked for as a JSON object of words and values. Never rewritten: see 0001.
CREATE TABLE plans (
  number   INTEGER PRIMARY KEY,
  plan     TEXT NOT NULL,
  goal     TEXT NOT NULL,
  wishes   TEXT NOT NULL,
  doctrine TEXT NOT NULL,
  since    TEXT NOT NULL,
  said_at  TEXT NOT NULL
) STRICT;

-- What everymile proposed to change in a plan, and why (a JSON list of sentences).
CREATE TABLE plan_changes (
  number  INTEGER PRIMARY KEY,
  plan    INTEGER NOT NULL REFERENCES plans (number),
  before  TEXT NOT NULL,
  after   TEXT NOT NULL,
  reasons TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
CREATE INDEX plan_changes_by_plan ON plan_changes (plan);

-- What the runner answered, once for each change. An accepted change holds from a day on.
CREATE TABLE plan_answers (
  number      INTEGER PRIMARY KEY,
  change      INTEGER NOT NULL UNIQUE REFERENCES plan_changes (number),
  is_accepted INTEGER NOT NULL CHECK (is_accepted IN (0, 1)),
  since       TEXT NOT NULL,
  said_at     TEXT NOT NULL
) STRICT;
