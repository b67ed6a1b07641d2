//! The gate: who may knock, and how every answer is dressed. Against names that were bent to this
//! machine (DNS rebinding), writes from other sites, and scripts from anywhere else.

use super::{
    Server,
    problem::{Kind, Problem},
};
use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, HeaderValue, Method, StatusCode,
        header::{self, HeaderName},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

/// Scripts, styles and answers from here alone; nothing inline, no frame around it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// How every answer is dressed.
const DRESS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Which names this machine is called by: where it listens. A number is never bent, a name can be.
#[derive(Debug, Clone)]
pub struct Hosts {
    address: SocketAddr,
}

impl Hosts {
    /// The names of a server that listens at an address.
    pub const fn of(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Whether a `Host` header names this server: its port, and `localhost` or an address as a
    /// number; this machine's own unless it listens for all.
    fn are_named_by(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port),
            _ => (host, "80"),
        };
        if port != self.address.port().to_string() {
            return false;
        }
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let Ok(number) = bare.parse::<IpAddr>() else { return false };
        let own = self.address.ip();
        number == own || number.is_loopback() || own.is_unspecified()
    }
}

/// Lets a request through, or turns it away.
pub async fn guard(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let Some(host) = text(headers, &header::HOST).filter(|host| server.hosts.are_named_by(host))
    else {
        let what = "this everymile is not called by that name";
        let remedy = "open the address that everymile serve printed";
        return turned_away(StatusCode::MISDIRECTED_REQUEST, what, remedy);
    };
    if is_write(request.method()) && !is_from_here(headers, host) {
        let what = "another site tried to write into your logbook";
        return turned_away(StatusCode::FORBIDDEN, what, "nothing was kept; close that site");
    }
    next.run(request).await
}

/// What is written is one of these, and no form sends them.
const NO_FORM: [&str; 2] = ["application/json", "application/octet-stream"];

fn is_write(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Whether a write comes from the page itself. A browser always says where it comes from; what says
/// nothing is no browser, and a form can send neither JSON nor bare bytes.
fn is_from_here(headers: &HeaderMap, host: &str) -> bool {
    let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
    let is_site_ours = site.is_none_or(|site| matches!(site, "same-origin" | "none"));
    let origin = text(headers, &header::ORIGIN);
    let is_origin_ours = origin.is_none_or(|origin| origin == format!("http://{host}"));
    let kind = text(headers, &header::CONTENT_TYPE);
    let is_no_form = kind.is_none_or(|kind| NO_FORM.iter().any(|own| kind.starts_with(own)));
    is_site_ours && is_origin_ours && is_no_form
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn turned_away(status: StatusCode, what: &str, remedy: &str) -> Response {
    let mut response = Problem::new(Kind::Refused, what, remedy).into_response();
    *response.status_mut() = status;
    response
}

/// Dresses an answer. What is told of a runner is kept by no cache.
pub async fn dress(request: Request, next: Next) -> Response {
    let is_answer = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    for (name, value) in DRESS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if is_answer {
        let never = HeaderValue::from_static("no-store");
        response.headers_mut().insert(header::CACHE_CONTROL, never);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(listening: &str, host: &str) -> bool {
        Hosts::of(listening.parse().unwrap()).are_named_by(host)
    }

    #[test]
    fn this_machine_is_called_by_its_own_names_and_port() {
        assert!(named("127.0.0.1:4810", "127.0.0.1:4810"));
        assert!(named("127.0.0.1:4810", "localhost:4810"));
        assert!(named("[::1]:4810", "[::1]:4810"));
        assert!(!named("127.0.0.1:4810", "localhost:80"));
        assert!(!named("127.0.0.1:4810", "localhost"));
    }

    #[test]
    fn a_name_that_was_bent_to_this_machine_is_not_ours() {
        assert!(!named("127.0.0.1:4810", "rebound.example:4810"));
        assert!(!named("0.0.0.0:4810", "rebound.example:4810"));
        assert!(!named("127.0.0.1:4810", "192.168.1.7:4810"));
        assert!(named("0.0.0.0:4810", "192.168.1.7:4810"));
    }
}
