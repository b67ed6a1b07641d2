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
use tokio::task::block_in_place;

/// Answers from what is known of the logbook.
async fn known<View>(
    server: &Server,
    view: impl FnOnce(&Known) -> Result<View, Problem>,
) -> Answered<View> {
    let work = || view(&*server.desk.known()?).map(Json);
    away(server, work).await
}

/// Does something that takes its time, when its turn comes. Whoever waits holds no thread, and who is
/// asked meanwhile is not held up.
async fn away<T>(server: &Server, work: impl FnOnce() -> T) -> T {
    let _turn = server.turns.acquire().await;
    block_in_place(work)
}

/// Does something that may take minutes, and of which no second is begun meanwhile: it takes no turn.
fn for_long<T>(work: impl FnOnce() -> T) -> T {
    block_in_place(work)
}

/// What every route is handed.
type Asked = axum::extract::State<Arc<Server>>;
