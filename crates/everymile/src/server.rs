//! The page's door: a small server over the same views that the commands print. It knows HTTP and
//! nothing of running; it can do no more than the commands do.

mod copies;
mod described;
mod desk;
mod gate;
mod page;
mod password;
mod pouring;
mod problem;
mod routes;
mod sessions;
mod trays;

pub use described::description;
pub use desk::Desk;
pub use gate::Hosts;
pub use password::{LENGTH_MIN, PASSWORD, hash as hash_password};
pub use sessions::Sessions;
pub use trays::UPLOAD_MAX;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
};
use copies::Copies;
use routes::backup::LOGBOOK;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Semaphore;
use tower_http::compression::{
    CompressionLayer,
    predicate::{DefaultPredicate, NotForContentType, Predicate},
};
use trays::Trays;

/// The largest body of a request that says something: check-ins and corrections are small.
const BODY_MAX: usize = 64 * 1024;

/// So many requests are worked on at once: each takes a thread, and a thread keeps memory to itself.
const TURNS: usize = 4;

/// Threads beside those that speak HTTP: one for each turn, one for a long import, one for a backup. Whoever
/// finds none free waits.
pub const THREADS: usize = TURNS + 2;

/// What every route can ask for.
#[derive(Debug)]
pub struct Server {
    /// The logbook, read and judged.
    desk: Desk,
    /// Which names this machine is called by.
    hosts: Hosts,
    /// Who may come in; `None` where only this machine can ask.
    sessions: Option<Sessions>,
    /// Files on their way in.
    trays: Trays,
    /// Backups on their way out and in.
    copies: Copies,
    /// A turn for each request that is worked on; whoever asks first is served first.
    turns: Semaphore,
}

impl Server {
    /// Nothing on its way yet; what is handed in, files or a backup, may have so many bytes.
    pub fn of(desk: Desk, hosts: Hosts, sessions: Option<Sessions>, upload_max: u64) -> Self {
        let (trays, copies) = (Trays::of_at_most(upload_max), Copies::of_at_most(upload_max));
        Self { desk, hosts, sessions, trays, copies, turns: Semaphore::new(TURNS) }
    }
}

/// The page and everything it asks, behind the gate.
pub fn router(server: Server) -> Router {
    let server = Arc::new(server);
    // A backup keeps its length, and most of what is in it is compressed already.
    let compressed = DefaultPredicate::new().and(NotForContentType::const_new(LOGBOOK));
    let (answers, _) = described::routes().split_for_parts();
    answers
        .route("/api/openapi.json", axum::routing::get(described::show))
        .fallback(page::serve)
        .layer(from_fn(problem::tell))
        .layer(from_fn_with_state(server.clone(), sessions::require))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(from_fn_with_state(server.clone(), gate::guard))
        .layer(from_fn(gate::dress))
        .layer(CompressionLayer::new().compress_when(compressed))
        .with_state(server)
}

/// What a mutex guards. Somebody who stumbled while holding it left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
