//! The description of the API is the one that the page's types are made from. A changed view changes
//! it, and the page no longer builds until it follows.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

use std::{fs, path::Path};

#[test]
fn the_page_is_built_from_the_description_of_today() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/openapi.json");
    let described = everymile::server::description().to_pretty_json().unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &described).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == described,
        "web/openapi.json is not what the routes say: \
         UPDATE_GOLDEN=1 cargo test -p everymile --test described"
    );
}
