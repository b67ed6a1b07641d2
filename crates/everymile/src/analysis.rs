//! From what was found to a history: read in brief, know the copies and the runner, name every run.
//! The same way with a logbook and without.

mod brief;
mod capacities;
mod catalogue;
mod contents;
mod history;
mod judgement;
mod names;
mod naming;
mod of_files;
mod of_logbook;
mod planned;
mod recording;
mod remembered;
mod told;

pub use brief::{ReadOriginal, read};
pub use catalogue::Duplicate;
pub use contents::{Contents, Days};
pub use history::{Failed, Files, History};
pub use judgement::{Judgement, Lens, case};
pub use naming::{Unnamed, name};
pub use of_files::history_of_files;
pub use of_logbook::{history_of_logbook, name_logbook, others_on, outlines_of};
pub use planned::planned;
pub use recording::recorded;
pub use remembered::{Remembered, remember};
pub use told::Told;
