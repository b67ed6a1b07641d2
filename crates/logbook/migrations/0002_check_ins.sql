-- What was said of body and mind on a day: by the runner, or, where an original is named, by it.
-- Answers are the JSON of a check-in with only those fields that were said; a field that is null
-- was taken back, and without answers the whole day was. Never rewritten: see 0001.
CREATE TABLE check_ins (
  number   INTEGER PRIMARY KEY,
  date     TEXT NOT NULL,
  answers  TEXT,
  original TEXT REFERENCES originals (hash),
  said_at  TEXT NOT NULL
) STRICT;
CREATE INDEX check_ins_by_date ON check_ins (date);
