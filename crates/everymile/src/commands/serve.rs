//! `everymile serve`: the page, on this machine.

use crate::{
    answer::Answer,
    asking,
    cli::Serve,
    failure::Failure,
    place,
    server::{self, Desk, Hosts, PASSWORD, Server, Sessions, THREADS, UPLOAD_MAX},
};
use std::{io, net::SocketAddr, path::Path, process::Command};
use tokio::{net::TcpListener, runtime::Builder, signal};

/// Answers `everymile serve`: when it is told to end.
pub fn run(asked: &Serve, path: &Path) -> Result<Answer, Failure> {
    if asked.set_password {
        return set_password(path);
    }
    let sessions = sessions(asked, path)?;
    let runtime = Builder::new_multi_thread().max_blocking_threads(THREADS).enable_all().build();
    let runtime = runtime.map_err(|error| cannot_listen(asked, &error))?;
    runtime.block_on(serve(asked, path, sessions))
}

/// Who is asked for a password: everybody, as soon as others than this machine can ask.
fn sessions(asked: &Serve, path: &Path) -> Result<Option<Sessions>, Failure> {
    if asked.host.is_loopback() {
        return Ok(None);
    }
    let kept = if path.exists() { place::open(path)?.setting(PASSWORD)? } else { None };
    let hash = kept.ok_or_else(|| {
        let what = format!("{} can be asked by others, and no password is set", asked.host);
        let set = format!("set one: {} serve --set-password", place::command(path));
        Failure::new(what, format!("{set}; or serve this machine alone, without --host"))
    })?;
    Ok(Some(Sessions::of(hash)))
}

async fn serve(asked: &Serve, path: &Path, sessions: Option<Sessions>) -> Result<Answer, Failure> {
    let failed = |error| cannot_listen(asked, &error);
    let listener = TcpListener::bind((asked.host, asked.port)).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let desk = Desk::of(path.to_owned(), asked.view.clone());
    desk.lay_out()?;
    let server = Server::of(desk, Hosts::of(address), sessions, UPLOAD_MAX);
    let service = server::router(server).into_make_service_with_connect_info::<SocketAddr>();
    announce(address, asked.open);
    let ended = async {
        let _ = signal::ctrl_c().await;
    };
    axum::serve(listener, service).with_graceful_shutdown(ended).await.map_err(failed)?;
    Ok(Answer::page("The page is closed.\n"))
}

/// Says where the page is; told at once, for the answer comes only at the end.
fn announce(address: SocketAddr, open: bool) {
    let home = if address.ip().is_unspecified() {
        format!("http://localhost:{}/", address.port())
    } else {
        format!("http://{address}/")
    };
    asking::tell(&format!("The page: {home}\n  Ctrl-C closes it."));
    if !dashboard::is_built() {
        asking::tell("  Built without Node: only a sheet and the API are there.");
    }
    if open {
        open_in_browser(&home);
    }
}

/// Asks the desktop to open an address; where it cannot, the address was printed.
fn open_in_browser(address: &str) {
    let (program, words): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    if Command::new(program).args(words).arg(address).spawn().is_err() {
        asking::tell("  No browser could be opened; open that address yourself.");
    }
}

fn set_password(path: &Path) -> Result<Answer, Failure> {
    let password = asking::password()?;
    let least = server::LENGTH_MIN;
    if password.chars().count() < least {
        let remedy = format!("take {least} letters or more; a few words are easy to keep in mind");
        return Err(Failure::new("that password is too short", remedy));
    }
    let hash = server::hash_password(&password).ok_or_else(|| {
        Failure::new("this machine gives no chance numbers", "serve this machine alone")
    })?;
    place::open_or_make(path)?.choose(PASSWORD, &hash)?;
    Ok(Answer::page("The password is set; it counts from the next everymile serve on.\n"))
}

fn cannot_listen(asked: &Serve, error: &io::Error) -> Failure {
    let what = format!("{}:{} cannot be listened at: {error}", asked.host, asked.port);
    Failure::new(what, "take an address of this machine, and another port or any: --port 0")
}
