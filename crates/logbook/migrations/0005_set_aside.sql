-- Originals that the runner set aside: each is kept, and nothing in it counts. The row of an original
-- with the highest number says whether it is so now. Never rewritten: see 0001.
CREATE TABLE set_asides (
  number   INTEGER PRIMARY KEY,
  original TEXT NOT NULL REFERENCES originals (hash),
  is_aside INTEGER NOT NULL CHECK (is_aside IN (0, 1)),
  said_at  TEXT NOT NULL
) STRICT;
CREATE INDEX set_asides_by_original ON set_asides (original);

CREATE VIEW aside AS
  SELECT original FROM set_asides
  WHERE number IN (SELECT max(number) FROM set_asides GROUP BY original) AND is_aside = 1;
