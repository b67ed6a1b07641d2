//! The page itself: files from the binary's own table. No path of a request ever reaches the disk.

use axum::{
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use dashboard::Asset;

/// Answers with a file of the page; a place within the page is the page itself, which knows its way.
pub async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "/-_".contains(letter);
    let is_place = !path.starts_with("/api/") && path.chars().all(is_letter);
    let asset = dashboard::asset(path).or_else(|| is_place.then(the_page).flatten());
    asset.map_or_else(|| StatusCode::NOT_FOUND.into_response(), |asset| answer(asset, &headers))
}

fn the_page() -> Option<&'static Asset> {
    dashboard::asset("/index.html")
}

fn answer(asset: &'static Asset, asked: &HeaderMap) -> Response {
    let holds = |name, word: &str| {
        asked.get(name).and_then(|value| value.to_str().ok()).is_some_and(|it| it.contains(word))
    };
    let compressed = asset.brotli.filter(|_| holds(header::ACCEPT_ENCODING, "br"));
    let mut response = if holds(header::IF_NONE_MATCH, asset.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        compressed.unwrap_or(asset.plain).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    headers.insert(header::ETAG, HeaderValue::from_static(asset.etag));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if compressed.is_some() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}
