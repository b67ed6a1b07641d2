//! A knock at the page's door, without a network: requests as a browser sends them, and what comes
//! back.
#![allow(dead_code, reason = "not every story knocks in every way")]

use crate::desk::{Desk, LAST_DAY};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::connect_info::MockConnectInfo,
    http::{Request, Response, header},
};
use everymile::{
    cli::View,
    server::{Desk as Laid, Hosts, Server, Sessions, router},
};
use serde_json::Value;
use std::{net::SocketAddr, path::Path};
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// More than this is not taken in one import.
pub const UPLOAD_MAX: u64 = 4_000_000;

pub const HOST: &str = "127.0.0.1:4810";

/// A server that nobody listens to but the test.
pub struct Door {
    runtime: Runtime,
    router: Router,
}

/// What came back.
pub struct Back {
    pub status: u16,
    pub headers: axum::http::HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

/// A desk with some weeks imported, and the door of its logbook.
pub fn served(story: &str) -> (Desk, Door) {
    let desk = Desk::with_runs(story);
    desk.types("import FILES");
    let door = Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY);
    (desk, door)
}

impl Door {
    /// The door of a logbook as it stood on a day.
    pub fn of(logbook: &Path, on: &str) -> Self {
        Self::built(logbook, on, HOST, None)
    }

    /// The same, listening for other machines too, behind a password.
    pub fn locked(logbook: &Path, on: &str, password: &str) -> Self {
        let hash = everymile::server::hash_password(password).unwrap();
        Self::built(logbook, on, "0.0.0.0:4810", Some(Sessions::of(hash)))
    }

    fn built(logbook: &Path, on: &str, listens: &str, sessions: Option<Sessions>) -> Self {
        let view = View { on: Some(on.parse().unwrap()), ..View::default() };
        let desk = Laid::of(logbook.to_owned(), view);
        let hosts = Hosts::of(listens.parse().unwrap());
        let server = Server::of(desk, hosts, sessions, UPLOAD_MAX);
        let from: SocketAddr = "127.0.0.1:50000".parse().unwrap();
        Self {
            runtime: tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap(),
            router: router(server).layer(MockConnectInfo(from)),
        }
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Back {
        self.send(Request::get(path).header(header::HOST, HOST).body(Body::empty()).unwrap())
    }

    /// Says something, as the page does.
    pub fn put(&self, path: &str, said: &str) -> Back {
        self.say("PUT", path, said, &[])
    }

    /// Says something with headers of one's own.
    pub fn say(&self, method: &str, path: &str, said: &str, headers: &[(&str, &str)]) -> Back {
        let request = Request::builder().method(method).uri(path);
        let named = headers.iter().any(|(name, _)| *name == "host");
        let request = if named { request } else { request.header(header::HOST, HOST) };
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let request = headers.iter().fold(request, |it, (name, value)| it.header(*name, *value));
        self.send(request.body(Body::from(said.to_owned())).unwrap())
    }

    /// Hands a file in, as the page does.
    pub fn hand_in(&self, number: u64, name: &str, bytes: &[u8]) -> Back {
        let path = format!("/api/import/{number}/files?name={name}");
        let request = Request::put(path).header(header::HOST, HOST);
        let request = request.header(header::CONTENT_TYPE, "application/octet-stream");
        self.send(request.body(Body::from(bytes.to_owned())).unwrap())
    }

    /// Begins an import, and gives its number.
    pub fn begins_import(&self) -> u64 {
        let begun = self.say("POST", "/api/import", "", &[]).well().json();
        begun["number"].as_u64().unwrap()
    }

    pub fn send(&self, request: Request<Body>) -> Back {
        let router = self.router.clone();
        let answered = async move { back(router.oneshot(request).await.unwrap()).await };
        self.runtime.block_on(self.runtime.spawn(answered)).unwrap()
    }
}

async fn back(response: Response<Body>) -> Back {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 24).await.unwrap();
    Back {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        bytes: body.into(),
    }
}

impl Back {
    #[track_caller]
    pub fn well(self) -> Self {
        assert!((200..300).contains(&self.status), "{}: {}", self.status, self.body);
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
