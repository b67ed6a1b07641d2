//! `/api/backup` and `/api/restore`: the whole logbook as one file, checked before it leaves; and one that
//! comes back, looked over first, put in place only by the runner's word.
#![allow(clippy::disallowed_methods, reason = "the front door reads and deletes its own files")]

use super::{Asked, for_long};
use crate::{
    commands::{
        backup::checked_copy,
        restore::{put_in_place, read_backup},
    },
    place,
    reading::history,
    server::{
        Server,
        copies::{Copy, about_the_file},
        problem::{Answered, Kind, Problem},
    },
    view::Inside,
};
use axum::{
    Json,
    body::Body,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use logbook::Logbook;
use serde::Serialize;
use tokio_util::io::ReaderStream;
use utoipa::ToSchema;

/// What a logbook calls itself on the way (IANA media types).
pub const LOGBOOK: &str = "application/vnd.sqlite3";

/// A backup that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct BackupMade {
    /// By this number it is fetched, once.
    number: usize,
    /// How many bytes it has.
    bytes: u64,
    /// How many originals are in it, each of them read again.
    originals: usize,
}

/// A backup that was handed in and looked over. Nothing is replaced yet.
#[derive(Debug, Serialize, ToSchema)]
pub struct BackupRead {
    /// By this number it is put in place.
    number: usize,
    /// What is in it.
    holds: Inside,
    /// What is in the logbook that it would replace; `null` where none is, or where it cannot be read.
    replaces: Option<Inside>,
    /// Whether the logbook that it would replace cannot be read.
    is_unreadable: bool,
}

/// A backup that is in place.
#[derive(Debug, Serialize, ToSchema)]
pub struct Restored {
    /// Where the logbook lies that was there before; `null` where none was.
    kept: Option<String>,
}

/// Copies the logbook as it stands, and reads the copy again to be sure.
#[utoipa::path(post, path = "/api/backup", operation_id = "make_backup", responses(
    (status = 200, description = "The backup, to be fetched", body = BackupMade),
    (status = 404, description = "There is no logbook yet", body = Problem),
    (status = 422, description = "The logbook is not sound", body = Problem),
    (status = 429, description = "Another backup is on its way", body = Problem),
))]
pub async fn make(State(server): Asked) -> Answered<BackupMade> {
    let _alone = server.copies.alone()?;
    for_long(|| {
        let path = server.desk.path();
        let kind = if path.exists() { Kind::Failed } else { Kind::NoRuns };
        let book = place::open(path).map_err(|failure| Problem::of(kind, failure))?;
        let copy = server.copies.begin()?;
        let originals = checked_copy(&book, &copy.file())?.holds.originals;
        let bytes = std::fs::metadata(copy.file()).map_or(0, |about| about.len());
        let number = copy.number;
        server.copies.leave(copy);
        Ok(Json(BackupMade { number, bytes, originals }))
    })
}

/// Fetches a backup, once; it is deleted here then.
#[utoipa::path(get, path = "/api/backup/{number}", operation_id = "fetch_backup", params(
    ("number" = usize, Path, description = "The number of the backup")
), responses(
    (status = 200, description = "The logbook", content_type = "application/vnd.sqlite3"),
    (status = 404, description = "There is no such backup", body = Problem),
))]
pub async fn fetch(State(server): Asked, Path(number): Path<usize>) -> Result<Response, Problem> {
    let copy = server.copies.fetch(number)?;
    let unread = |error: std::io::Error| {
        let what = format!("the backup could not be read again: {error}");
        Problem::new(Kind::Failed, &what, "make a backup again")
    };
    let file = tokio::fs::File::open(copy.file()).await.map_err(unread)?;
    let bytes = file.metadata().await.map_err(unread)?.len();
    let name = format!("attachment; filename=\"everymile-{}.everymile\"", server.desk.on());
    let headers = [
        (header::CONTENT_TYPE, LOGBOOK.to_owned()),
        (header::CONTENT_LENGTH, bytes.to_string()),
        (header::CONTENT_DISPOSITION, name),
    ];
    // The folder goes when the last piece has gone.
    let body = Body::from_stream(ReaderStream::new(file)).map_frame(move |piece| {
        let _lies_there = &copy;
        piece
    });
    Ok((headers, Body::new(body)).into_response())
}

/// Hands a backup in, and looks it over; nothing is replaced.
#[utoipa::path(put, path = "/api/restore", operation_id = "hand_in_backup",
    request_body(content = String, content_type = "application/octet-stream"), responses(
    (status = 200, description = "What is in it, and what it would replace", body = BackupRead),
    (status = 413, description = "It is too large", body = Problem),
    (status = 422, description = "It is no backup, or not whole", body = Problem),
    (status = 429, description = "Another backup is on its way", body = Problem),
))]
pub async fn hand_in(State(server): Asked, body: Body) -> Answered<BackupRead> {
    let _alone = server.copies.alone()?;
    let copy = server.copies.begin()?;
    let file = server.copies.take_in(&copy, body).await?;
    for_long(|| {
        server.trays.during(|| {
            let refused = |problem| about_the_file(problem, &file);
            read_backup(&file, &copy.file())
                .map_err(|failure| refused(Problem::of(Kind::Refused, failure)))?;
            let _ = std::fs::remove_file(&file);
            looked_over(&server, copy)
        })
    })
}

/// Reads the runs of a copy, as they will be read once it is in place.
fn looked_over(server: &Server, copy: Copy) -> Answered<BackupRead> {
    let book = Logbook::open(&copy.file())?;
    let holds = Inside::of(&book, &history(&book, server.desk.on())?)?;
    drop(book);
    let stands = server.desk.with(|book, known| Ok(Inside::of(book, &known.reading.history)?));
    let is_unreadable = matches!(&stands, Err(problem) if problem.kind == Kind::Failed);
    let number = copy.number;
    server.copies.wait(copy);
    Ok(Json(BackupRead { number, holds, replaces: stands.ok(), is_unreadable }))
}

/// Puts a backup that was looked over in the place of the logbook; what was there is kept beside, with
/// every word that was said until then.
#[utoipa::path(post, path = "/api/restore/{number}", operation_id = "put_backup_in_place", params(
    ("number" = usize, Path, description = "The number of the backup")
), responses(
    (status = 200, description = "It is in place", body = Restored),
    (status = 404, description = "There is no such backup", body = Problem),
    (status = 429, description = "Another backup is on its way", body = Problem),
))]
pub async fn put(State(server): Asked, Path(number): Path<usize>) -> Answered<Restored> {
    let _alone = server.copies.alone()?;
    let copy = server.copies.take(number)?;
    for_long(|| {
        let path = server.desk.path();
        place::make_room(path)?;
        let kept = put_in_place(&copy.file(), path)?;
        // What stands in the way of reading it is told by whoever asks next.
        let _read = server.trays.during(|| server.desk.lay_out());
        Ok(Json(Restored { kept: kept.map(|path| path.display().to_string()) }))
    })
}

/// Leaves a backup that was looked over where it came from: nothing of it is kept.
#[utoipa::path(delete, path = "/api/restore/{number}", operation_id = "leave_backup", params(
    ("number" = usize, Path, description = "The number of the backup")
), responses(
    (status = 204, description = "Nothing is replaced"),
    (status = 404, description = "There is no such backup", body = Problem),
))]
pub async fn leave(
    State(server): Asked,
    Path(number): Path<usize>,
) -> Result<axum::http::StatusCode, Problem> {
    server.copies.take(number)?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}
