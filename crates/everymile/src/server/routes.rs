//! One file for each thing that can be asked. Each takes what was asked, asks the desk, and answers
//! with a view.

pub mod backup;
pub mod calendar;
pub mod check_in;
pub mod cover;
pub mod import;
pub mod ledger;
pub mod plan;
pub mod plan_changes;
pub mod plan_files;
pub mod profile;
pub mod progress;
pub mod rulebook;
pub mod runs;
pub mod session;
pub mod shoes;
pub mod signs;
pub mod today;

use super::{
    Server,
    desk::Known,
    problem::{Answered, Problem},
};
use axum::Json;
use std::sync::Arc;

/// Answers from what is known of the logbook. Reading it again may take a while, so other requests
/// are not held up meanwhile.
fn known<View>(
    server: &Server,
    view: impl FnOnce(&Known) -> Result<View, Problem>,
) -> Answered<View> {
    away(|| {
        let known = server.desk.known()?;
        view(&known).map(Json)
    })
}

/// Does something that takes its time.
fn away<T>(work: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(work)
}

/// What every route is handed.
type Asked = axum::extract::State<Arc<Server>>;
