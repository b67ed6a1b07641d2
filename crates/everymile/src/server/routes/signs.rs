//! `GET /api/signs`: the seven signs of junk miles, each opened to its rule.

use super::{Asked, known};
use crate::{
    server::problem::{Answered, Problem},
    view::Signs,
};
use axum::extract::State;

/// The seven signs of junk miles, each opened to its rule.
#[utoipa::path(get, path = "/api/signs", responses(
    (status = 200, description = "The signs", body = Signs),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn signs(State(server): Asked) -> Answered<Signs> {
    known(&server, |known| Ok(known.signs().clone())).await
}
