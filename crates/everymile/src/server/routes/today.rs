//! `GET /api/today`: what to do today, and why.

use super::{Asked, known};
use crate::{
    server::problem::{Answered, Problem},
    view::Today,
};
use axum::extract::State;

/// What to do today, and why.
#[utoipa::path(get, path = "/api/today", responses(
    (status = 200, description = "The day", body = Today),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn today(State(server): Asked) -> Answered<Today> {
    known(&server, |known| Ok(known.today().clone())).await
}
