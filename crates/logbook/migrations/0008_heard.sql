-- Runs as inference hears them, second by second: an opinion like those in derived, which can be
-- emptied at any time and made again. Apart from it, so that what is short is read at once.
CREATE TABLE heard (
  activity    TEXT PRIMARY KEY,
  version     TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  body        BLOB NOT NULL
) STRICT;
