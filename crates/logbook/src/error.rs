//! What can go wrong with a logbook: each error names the file and says what to do.

use crate::content::ContentHash;
use rusqlite::ErrorCode;
use std::path::PathBuf;
use training::Date;

/// Why the logbook could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum LogbookError {
    /// The file holds something else. It was not touched.
    #[error("'{path}' is not an everymile logbook; choose another file with --logbook (this one was left as it is)", path = .path.display())]
    NotALogbook {
        /// The file.
        path: PathBuf,
    },
    /// A newer everymile wrote the file. It was not touched.
    #[error("{path} was written by a newer everymile (format {found}, this one knows up to {known}); update everymile (the file was left as it is)", path = .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// An older everymile wrote the file, and it was opened for reading only.
    #[error("{path} is in an older format ({found}, now {known}); open it once for writing to bring it up to date", path = .path.display())]
    Older {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: i64,
        /// The format needed.
        known: i64,
    },
    /// There is no such file, and it was opened for reading only.
    #[error("there is no logbook at {path}; import some files first, or choose another with --logbook", path = .path.display())]
    NoLogbook {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be read at all.
    #[error("could not read {path}: {source}; make it a file you may read, or choose another with --logbook", path = .path.display())]
    NoAccess {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// No original has this content.
    #[error("{path} holds no original {hash}; import its file first", path = .path.display())]
    NoSuchOriginal {
        /// The logbook.
        path: PathBuf,
        /// The content asked for.
        hash: ContentHash,
    },
    /// No activity has this name.
    #[error("{path} holds no activity '{id}'; look its name up in the list of runs", path = .path.display())]
    NoSuchActivity {
        /// The logbook.
        path: PathBuf,
        /// The name asked for.
        id: String,
    },
    /// The bytes of an original are not those that were kept.
    #[error("the bytes of {original} inside {path} have changed since they were kept (content {hash}); import the file again to mend it, or bring back a backup of the logbook", path = .path.display())]
    Damaged {
        /// The logbook.
        path: PathBuf,
        /// Where the original was first seen.
        original: String,
        /// What its content should hash to.
        hash: ContentHash,
    },
    /// The profile has no such field.
    #[error("'{field}' is not part of a profile; its fields are {fields}")]
    NoSuchField {
        /// The field asked for.
        field: String,
        /// The fields there are.
        fields: String,
    },
    /// No plan has this number.
    #[error("{path} holds no plan {number}; look its number up among the plans", path = .path.display())]
    NoSuchPlan {
        /// The logbook.
        path: PathBuf,
        /// The number asked for.
        number: i64,
    },
    /// The plan was taken back before, from some day on.
    #[error("plan {number} in {path} is taken back already, from {since} on", path = .path.display())]
    AlreadyWithdrawn {
        /// The logbook.
        path: PathBuf,
        /// The number of the plan.
        number: i64,
        /// From which day on.
        since: Date,
    },
    /// No change with this number waits for an answer.
    #[error("{path} holds no change {number} of a plan that waits for an answer; look at the changes that were proposed", path = .path.display())]
    NoSuchChange {
        /// The logbook.
        path: PathBuf,
        /// The number asked for.
        number: i64,
    },
    /// The plan is no longer the one that a change was proposed for.
    #[error("the plan in {path} has changed since change {number} was proposed; decline it and have it proposed anew", path = .path.display())]
    OutdatedChange {
        /// The logbook.
        path: PathBuf,
        /// The number of the change.
        number: i64,
    },
    /// The logbook was told other things than those that are to be taken in.
    #[error("{path} was told other things than this export; import it into a new logbook: everymile --logbook NEW.everymile import FOLDER", path = .path.display())]
    OtherWords {
        /// The logbook.
        path: PathBuf,
    },
    /// What is to be taken in is of a kind that is not known here.
    #[error("'{what}' in this export is not known here; update everymile (nothing was taken into {path})", path = .path.display())]
    UnknownTold {
        /// The logbook.
        path: PathBuf,
        /// What it calls itself.
        what: String,
    },
    /// A file lies where a copy should be written. It was not touched.
    #[error("{path} is there already; choose another name (it was left as it is)", path = .path.display())]
    InTheWay {
        /// The file.
        path: PathBuf,
    },
    /// A copy of a logbook could not be given its place.
    #[error("{path} could not be written: {source}; make its folder writable, or free some space, and try again", path = .path.display())]
    NotKept {
        /// The copy.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is forgotten, and another process keeps an older state of the file open.
    #[error("what was to be forgotten is deleted, and another everymile still has {path} open; close it (a page that is served, too) and type the same again to empty the file of it", path = .path.display())]
    StillOpen {
        /// The logbook.
        path: PathBuf,
    },
    /// SQLite refused.
    #[error("could not {doing} in {path}: {source}; {remedy}", path = .path.display())]
    Database {
        /// The logbook.
        path: PathBuf,
        /// What was being done, as in "keep an original".
        doing: &'static str,
        /// What SQLite says.
        source: rusqlite::Error,
        /// What to do about it.
        remedy: &'static str,
    },
}

impl LogbookError {
    /// Whether the file itself is broken, and not only out of reach or in use.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Database { source, .. } if is_corrupt(source))
    }
}

/// Whether SQLite finds the file broken.
pub(crate) fn is_corrupt(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// What to do when SQLite fails, by its reason.
pub(crate) fn remedy(error: &rusqlite::Error) -> &'static str {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another everymile is writing to it; wait until it is done and try again"
        }
        Some(ErrorCode::DiskFull) => "free some space on the disk and try again",
        Some(ErrorCode::SystemIoFailure) => {
            "check that the disk has space left and is well, then try again, and look the \
             logbook over: everymile doctor"
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "make the file and its folder writable, or choose another with --logbook"
        }
        Some(ErrorCode::CannotOpen) => {
            "check that its folder exists and may be opened, or choose another with --logbook"
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            "the file is damaged: bring back a backup (everymile restore FILE), or import the files \
             into a new logbook"
        }
        _ => "try again, and if it stays so look what is wrong: everymile doctor",
    }
}
