//! What the page says to the server: any method on any path with any body. The first line is the
//! method and the path, the rest the body. No answer is a failure of the server, and no answer panics.
#![no_main]

use axum::{
    Router,
    body::Body,
    extract::connect_info::MockConnectInfo,
    http::{Method, Request, Uri},
};
use clap::Parser;
use everymile::{
    cli::{Cli, View},
    commands,
    server::{Desk, Hosts, Server, router},
};
use libfuzzer_sys::{Corpus, fuzz_target};
use std::{
    cell::RefCell,
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use training::Date;

/// After so many requests the logbook is again as it was: what was said would slow the next ones.
const REQUESTS_OF_A_LOGBOOK: usize = 2000;
const UPLOAD_MAX: u64 = 1 << 20;
const HOST: &str = "127.0.0.1:4810";
const MONDAY: Date = Date::constant(2026, 3, 2);

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("a runtime")
});

/// The folder of this process, with a logbook of three weeks in it.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("everymile-fuzz-{}", std::process::id()));
    let files = folder.join("files");
    fs::create_dir_all(&files).expect("a folder");
    for (number, simulated) in simulator::career(&simulator::runner(3), MONDAY, 3).enumerate() {
        let bytes = simulator::fit_bytes(&simulated.run);
        fs::write(files.join(format!("{number:03}.fit")), bytes).expect("a file");
    }
    let words = ["everymile", "--logbook"].map(PathBuf::from).into_iter();
    let words = words.chain([folder.join("made.everymile"), "import".into(), files]);
    commands::run(Cli::parse_from(words)).expect("an import");
    folder
});

thread_local! {
    static OPEN: RefCell<(usize, Option<Router>)> = const { RefCell::new((0, None)) };
}

fn open(logbook: &Path) -> Router {
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", logbook.display()));
    }
    fs::copy(FOLDER.join("made.everymile"), logbook).expect("a copy");
    let view = View { on: Some(Date::constant(2026, 3, 22)), ..View::default() };
    let desk = Desk::of(logbook.to_owned(), view);
    let hosts = Hosts::of(HOST.parse().expect("an address"));
    let from: SocketAddr = "127.0.0.1:50000".parse().expect("an address");
    router(Server::of(desk, hosts, None, UPLOAD_MAX)).layer(MockConnectInfo(from))
}

fn request(text: &str) -> Option<Request<Body>> {
    let (line, body) = text.split_once('\n').unwrap_or((text, ""));
    let (method, path) = line.split_once(' ')?;
    let uri: Uri = path.parse().ok()?;
    let method = Method::from_bytes(method.as_bytes()).ok()?;
    let request = Request::builder().method(method).uri(uri).header("host", HOST);
    let request = request.header("content-type", "application/json");
    request.body(Body::from(body.to_owned())).ok()
}

fuzz_target!(|text: &str| -> Corpus {
    let Some(request) = request(text) else { return Corpus::Reject };
    let router = OPEN.with_borrow_mut(|(asked, open_now)| {
        if *asked % REQUESTS_OF_A_LOGBOOK == 0 {
            *open_now = None;
            *open_now = Some(open(&FOLDER.join("open.everymile")));
        }
        *asked += 1;
        open_now.clone().expect("a logbook is open")
    });
    let answer = RUNTIME.block_on(RUNTIME.spawn(router.oneshot(request)));
    let status = answer.expect("no panic").expect("an answer").status();
    assert!(!status.is_server_error(), "{status}");
    Corpus::Keep
});
