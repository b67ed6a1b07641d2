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

#[test]
fn no_two_routes_have_one_name() {
    let described = serde_json::to_value(everymile::server::description()).unwrap();
    let paths = described["paths"].as_object().unwrap().values();
    let routes = paths.flat_map(|path| path.as_object().unwrap().values());
    let mut names: Vec<_> = routes.map(|route| route["operationId"].as_str().unwrap()).collect();
    names.sort_unstable();
    let twice = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
    assert_eq!(twice.collect::<Vec<_>>(), Vec::<&str>::new());
}
