-- What a change was proposed for (in words, as in 'ill from 2026-12-01 to 2026-12-03') and the day it
-- was seen from. Changes from before were proposed for what their reasons say. Never rewritten: see
-- 0001.
ALTER TABLE plan_changes ADD COLUMN event TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_changes ADD COLUMN day TEXT;

-- Plans that the runner took back: each is kept, and no longer in force from a day on.
CREATE TABLE plan_withdrawals (
  number  INTEGER PRIMARY KEY,
  plan    INTEGER NOT NULL UNIQUE REFERENCES plans (number),
  since   TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
