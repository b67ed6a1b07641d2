//! `GET /api/ledger`: the whole ledger, week by week, and what to change first.

use super::{Asked, known};
use crate::{
    server::problem::{Answered, Problem},
    view::Accounts,
};
use axum::extract::State;

/// The whole ledger, week by week, and what to change first.
#[utoipa::path(get, path = "/api/ledger", responses(
    (status = 200, description = "The ledger", body = Accounts),
    (status = 404, description = "There are no runs yet", body = Problem),
))]
pub async fn ledger(State(server): Asked) -> Answered<Accounts> {
    known(&server, |known| Ok(known.accounts.clone()))
}
