//! A body on its way in: written to a file of the server's own piece by piece, so that its size is no
//! matter to the memory.
#![allow(
    clippy::disallowed_methods,
    reason = "the front door keeps what is handed in until it is read"
)]

use super::problem::{Kind, Problem};
use axum::body::Body;
use http_body_util::BodyExt;
use std::{fs::File, io::Write, path::Path};

/// Writes a body into a new file. `take` is told how many bytes each piece has, and may refuse it.
pub async fn pour(
    mut body: Body,
    path: &Path,
    mut take: impl FnMut(u64) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut file = File::create_new(path).map_err(|error| cannot_keep(&error))?;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| broken_off())?;
        let Ok(piece) = frame.into_data() else { continue };
        take(piece.len() as u64)?;
        tokio::task::block_in_place(|| file.write_all(&piece))
            .map_err(|error| cannot_keep(&error))?;
    }
    Ok(())
}

/// A folder for what is handed in; it goes with the last who holds it.
pub fn folder() -> Result<tempfile::TempDir, Problem> {
    let folder = tempfile::Builder::new().prefix("everymile-").tempdir();
    folder.map_err(|error| cannot_keep(&error))
}

/// The other side went away in the middle.
pub fn broken_off() -> Problem {
    Problem::new(Kind::Refused, "the file broke off on its way", "hand it in again")
}

fn cannot_keep(error: &std::io::Error) -> Problem {
    let what = format!("the file could not be kept until it is read: {error}");
    let remedy = "free some space in the folder for temporary files, or set TMPDIR to another";
    Problem::new(Kind::Failed, &what, remedy)
}
