//! Who may come in when everymile listens beyond this machine: a password opens a session, a cookie
//! names it, and it ends by itself. Few passwords can be tried.

use super::{
    Server, lock, password,
    problem::{Kind, Problem},
};
use crate::clock;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// The cookie that names a session.
const COOKIE: &str = "everymile";

/// A session ends after this time.
const LASTS: Duration = Duration::from_hours(7 * 24);

/// So many passwords may be tried within [`WITHIN`], from one address.
const TRIES: usize = 5;
const WITHIN: Duration = Duration::from_mins(5);

/// So many may be tried from all addresses together.
const TRIES_IN_ALL: usize = 50;

/// The sessions of one run of the server; they end with it.
#[derive(Debug)]
pub struct Sessions {
    hash: String,
    open: Mutex<HashMap<String, Instant>>,
    tried: Mutex<Vec<(IpAddr, Instant)>>,
}

impl Sessions {
    /// No session yet; the hash is that of the password.
    pub fn of(hash: String) -> Self {
        Self { hash, open: Mutex::default(), tried: Mutex::default() }
    }

    /// Opens a session for the right password, and gives the cookie that names it.
    pub fn come_in(&self, password: &str, from: IpAddr, now: Instant) -> Result<String, Problem> {
        self.note_try(from, now)?;
        if !password::is(password, &self.hash) {
            let remedy = "try again, or set another one: everymile serve --set-password";
            return Err(Problem::new(Kind::Locked, "that is not the password", remedy));
        }
        let name = name().ok_or_else(|| {
            let what = "this machine gives no chance numbers";
            Problem::new(Kind::Failed, what, "serve on this machine alone: --host 127.0.0.1")
        })?;
        lock(&self.tried).retain(|(address, _)| *address != from);
        lock(&self.open).insert(name.clone(), now + LASTS);
        Ok(cookie(&name, LASTS))
    }

    /// Ends the session that a request names, and gives the cookie that forgets it.
    pub fn leave(&self, headers: &HeaderMap) -> String {
        if let Some(name) = named(headers) {
            lock(&self.open).remove(name);
        }
        cookie("", Duration::ZERO)
    }

    /// Whether a request names an open session.
    fn is_open(&self, headers: &HeaderMap, now: Instant) -> bool {
        let mut open = lock(&self.open);
        open.retain(|_, ends| now < *ends);
        named(headers).is_some_and(|name| open.contains_key(name))
    }

    fn note_try(&self, from: IpAddr, now: Instant) -> Result<(), Problem> {
        let mut tried = lock(&self.tried);
        tried.retain(|(_, at)| now.saturating_duration_since(*at) < WITHIN);
        let own = tried.iter().filter(|(address, _)| *address == from).count();
        if own >= TRIES || tried.len() >= TRIES_IN_ALL {
            let remedy = "wait five minutes, then try again";
            return Err(Problem::new(Kind::Wait, "too many passwords were tried", remedy));
        }
        tried.push((from, now));
        Ok(())
    }
}

/// Lets a request through that names an open session; the page itself and its door are open to all,
/// for they tell nothing of the runner.
pub async fn require(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_open_to_all = !path.starts_with("/api/") || path == "/api/session";
    let is_in = |sessions: &Sessions| sessions.is_open(request.headers(), clock::moment());
    if is_open_to_all || server.sessions.as_ref().is_none_or(is_in) {
        return next.run(request).await;
    }
    Problem::new(Kind::Locked, "the password is asked first", "say it on the page").into_response()
}

fn cookie(name: &str, lasts: Duration) -> String {
    format!("{COOKIE}={name}; HttpOnly; SameSite=Strict; Path=/; Max-Age={}", lasts.as_secs())
}

fn named(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, _)| *key == COOKIE).map(|(_, name)| name).next()
}

/// A name that nobody guesses: 256 chance bits.
fn name() -> Option<String> {
    let part = |_| getrandom::u64().ok().map(|chance| format!("{chance:016x}"));
    (0..4).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 7));

    fn sessions() -> Sessions {
        Sessions::of(password::hash("long slow distance").unwrap())
    }

    fn with_cookie(cookie: &str) -> HeaderMap {
        let pair = cookie.split(';').next().unwrap();
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(pair).unwrap())])
    }

    #[test]
    fn the_right_password_opens_a_session_that_ends_after_a_week() {
        let (sessions, now) = (sessions(), clock::moment());
        let cookie = sessions.come_in("long slow distance", HOME, now).unwrap();
        assert!(cookie.ends_with("; HttpOnly; SameSite=Strict; Path=/; Max-Age=604800"));
        let headers = with_cookie(&cookie);
        assert!(sessions.is_open(&headers, now + Duration::from_hours(6 * 24)));
        assert!(!sessions.is_open(&headers, now + Duration::from_hours(7 * 24)));
    }

    #[test]
    fn whoever_leaves_is_out() {
        let (sessions, now) = (sessions(), clock::moment());
        let headers = with_cookie(&sessions.come_in("long slow distance", HOME, now).unwrap());
        assert!(sessions.leave(&headers).contains("Max-Age=0"));
        assert!(!sessions.is_open(&headers, now));
    }

    #[test]
    fn after_five_wrong_passwords_even_the_right_one_waits_five_minutes() {
        let (sessions, now) = (sessions(), clock::moment());
        for _ in 0..TRIES {
            assert_eq!(sessions.come_in("wrong", HOME, now).unwrap_err().kind, Kind::Locked);
        }
        let again = |at| sessions.come_in("long slow distance", HOME, at);
        assert_eq!(again(now).unwrap_err().kind, Kind::Wait);
        assert!(again(now + WITHIN).is_ok());
    }
}
