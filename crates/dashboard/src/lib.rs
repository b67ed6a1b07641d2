//! The page, built from `web/` and carried in the binary: a table of files with their kinds and
//! fingerprints. Knows nothing of running and nothing of serving.

/// One file of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// Where the page asks for it: a path from the root, `/assets/page.js`.
    pub path: &'static str,
    /// Its media type, for the header of that name.
    pub mime: &'static str,
    /// Changes when the bytes do; quoted, as the header wants it.
    pub etag: &'static str,
    /// The bytes.
    pub plain: &'static [u8],
    /// The bytes compressed with Brotli; `None` where that gains nothing.
    pub brotli: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The file at a path from the root; the page itself is at `/index.html`.
pub fn asset(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// Whether this is the page itself, or the sheet that stands in for it and says how to get it.
pub const fn is_built() -> bool {
    IS_BUILT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_something_to_show_at_the_door() {
        let page = asset("/index.html").unwrap();
        assert_eq!(page.mime, "text/html; charset=utf-8");
        assert!(page.plain.starts_with(b"<!doctype html>"));
    }

    #[test]
    fn two_files_have_two_fingerprints() {
        let mut etags: Vec<&str> = ASSETS.iter().map(|asset| asset.etag).collect();
        etags.sort_unstable();
        etags.dedup();
        assert_eq!(etags.len(), ASSETS.len());
    }

    #[test]
    fn the_page_asks_nobody_else_for_anything() {
        for asset in ASSETS.iter().filter(|asset| asset.mime.starts_with("text/html")) {
            let text = String::from_utf8_lossy(asset.plain);
            assert!(!text.contains("src=\"http") && !text.contains("url(http"), "{}", asset.path);
        }
    }
}
