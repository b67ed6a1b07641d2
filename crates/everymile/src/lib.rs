//! The front door: reads files and the clock, asks the rooms, and shows what they say. The one crate
//! that knows the disk, the clock, the environment and the terminal.

pub mod analysis;
pub mod answer;
pub mod archive;
pub mod asking;
pub mod batches;
pub mod bend_words;
pub mod cli;
pub mod clock;
pub mod commands;
mod drafts;
pub mod duplicates;
pub mod export;
pub mod failure;
pub mod find;
pub mod forgetting;
pub mod html;
mod import;
mod outcomes;
pub mod own_doctrine;
mod paths;
pub mod place;
pub mod plan_words;
pub mod profile_words;
pub mod progress;
pub mod race_words;
pub mod reading;
pub mod seen;
pub mod server;
pub mod settings;
pub mod shoes;
pub mod sources;
pub mod text;
pub mod units;
pub mod view;
