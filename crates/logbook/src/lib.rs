//! What was: originals, declarations, corrections and the profile, in one SQLite file. Facts, never
//! opinions: everything inferred is a cache row that can be thrown away and made again.
