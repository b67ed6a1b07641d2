//! `/api/import` and `/api/imports`: files handed in piece by piece and read at once, how far that is,
//! and what was imported when, to undo it.

use super::{Asked, away, for_long};
use crate::{
    archive,
    commands::{
        import::read,
        imports::{of_moment, say},
    },
    place,
    progress::HowFar,
    server::{
        Server,
        problem::{Answered, Kind, Problem},
    },
    view::{Imported, Imports},
};
use axum::{
    Json,
    body::Body,
    extract::{Path, Query, State},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An import that was begun.
#[derive(Debug, Serialize, ToSchema)]
pub struct Begun {
    /// By this number files are handed in, and read.
    number: usize,
}

/// What a file is called.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Called {
    /// Its name, to be shown; where it lies is chosen by everymile.
    name: String,
}

/// A file that was handed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandedIn {
    /// How many bytes it has.
    bytes: u64,
}

/// How far an import is.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportFar {
    /// What is being done: `reading` files, `naming` runs; `null` while nothing is done that takes
    /// long.
    doing: Option<&'static str>,
    /// So much is done: bytes of files, or runs.
    done: u64,
    /// Of so much.
    of: u64,
    /// So much a second.
    per_second: f64,
    /// Seconds left.
    left_s: f64,
}

/// Whether an import is set aside.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Aside {
    /// Whether nothing of it counts.
    is_set_aside: bool,
}

/// Begins an import: files are handed in next.
#[utoipa::path(post, path = "/api/import", responses(
    (status = 200, description = "Begun", body = Begun),
))]
pub async fn begin(State(server): Asked) -> Answered<Begun> {
    Ok(Json(Begun { number: server.trays.begin()? }))
}

/// Hands a file in; it is read with the others.
#[utoipa::path(put, path = "/api/import/{number}/files", params(
    ("number" = usize, Path, description = "The number of the import"), Called
), request_body(content = String, content_type = "application/octet-stream"), responses(
    (status = 200, description = "Handed in", body = HandedIn),
    (status = 404, description = "There is no such import", body = Problem),
    (status = 413, description = "It is too large", body = Problem),
))]
pub async fn hand_in(
    State(server): Asked,
    Path(number): Path<usize>,
    Query(called): Query<Called>,
    body: Body,
) -> Answered<HandedIn> {
    Ok(Json(HandedIn { bytes: server.trays.take_in(number, &called.name, body).await? }))
}

/// Reads the files that were handed in.
#[utoipa::path(post, path = "/api/import/{number}", params(
    ("number" = usize, Path, description = "The number of the import")
), responses(
    (status = 200, description = "What came of every file", body = Imported),
    (status = 404, description = "There is no such import", body = Problem),
    (status = 422, description = "It is an export of everymile", body = Problem),
    (status = 429, description = "Another one is being read or undone", body = Problem),
))]
pub async fn read_in(State(server): Asked, Path(number): Path<usize>) -> Answered<Imported> {
    let desk = &server.desk;
    for_long(|| {
        server.trays.read(number, |files| {
            if files.iter().any(|file| file.name == archive::MANIFEST) {
                return Err(export());
            }
            let book = place::open_or_make(desk.path())?;
            let (import, holds) = read(&book, files, desk.on())?;
            Ok(Json(Imported::new(&import, &holds)))
        })
    })
}

/// Read as foreign files, an export would lose its corrections and plans, and its tables would be runs.
fn export() -> Problem {
    let what = "this is an export of everymile, and nothing of it was read";
    Problem::new(Kind::Refused, what, "take it in whole, in a terminal: everymile import FOLDER")
}

/// How far the import is that is being read.
#[utoipa::path(get, path = "/api/import", responses(
    (status = 200, description = "How far", body = ImportFar),
))]
pub async fn how_far(State(server): Asked) -> Json<ImportFar> {
    let far = server.trays.how_far();
    let HowFar { done, of, per_second, left_s, .. } = far.unwrap_or_default();
    Json(ImportFar { doing: far.map(|far| far.doing), done, of, per_second, left_s })
}

/// What was imported when, the latest first.
#[utoipa::path(get, path = "/api/imports", responses(
    (status = 200, description = "The imports", body = Imports),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn imports(State(server): Asked) -> Answered<Imports> {
    away(&server, || told(&server)).await
}

/// Undoes an import: nothing of it counts, nothing of it is lost. Or takes it back in.
#[utoipa::path(put, path = "/api/imports/{at}", request_body = Aside, params(
    ("at" = String, Path, description = "When it was imported: its `at`")
), responses(
    (status = 200, description = "The imports then", body = Imports),
    (status = 422, description = "There is no such import", body = Problem),
    (status = 429, description = "An import is being read", body = Problem),
))]
pub async fn set_aside(
    State(server): Asked,
    Path(at): Path<String>,
    Json(aside): Json<Aside>,
) -> Answered<Imports> {
    for_long(|| {
        let _alone = server.trays.alone()?;
        let book = place::open(server.desk.path())?;
        say(&book, &of_moment(&book, &at)?, aside.is_set_aside)?;
        server.trays.during(|| told(&server))
    })
}

fn told(server: &Server) -> Answered<Imports> {
    server.desk.with(|book, known| Ok(Json(known.imports(book)?.clone())))
}
