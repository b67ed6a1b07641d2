//! `GET /api/logbook`: the cover of the logbook: whose it is, and how it is looked at.

use super::{Asked, known};
use crate::{
    server::problem::{Answered, Problem},
    view::Cover,
};
use axum::extract::State;

/// The cover of the logbook: whose it is, and how it is looked at.
#[utoipa::path(get, path = "/api/logbook", responses(
    (status = 200, description = "The cover", body = Cover),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn cover(State(server): Asked) -> Answered<Cover> {
    known(&server, |known| Ok(known.cover())).await
}
