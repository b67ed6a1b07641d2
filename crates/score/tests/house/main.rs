//! The house's own tests: its walls, its dependencies, the shape of its code and the words in its
//! texts. They read the repository, never the program.
#![allow(clippy::disallowed_methods, reason = "the house tests read the repository from disk")]

mod dependencies;
mod documents;
mod shape;
mod texts;
mod tree;
mod walls;
