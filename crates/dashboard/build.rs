//! Builds the page from `web/` and writes the table of its files. Without Node the binary still
//! builds, with a warning, and carries a sheet that says how to get the page. Cargo does not notice
//! that Node came later, so the way there begins with `cargo clean -p dashboard --release`. Where
//! `EVERYMILE_PAGE_REQUIRED` is set, as `.ci/run` does where Node is, there is no sheet: a page that
//! does not build is an error.
//!
//! The page is taken from the first of these: the folder that `EVERYMILE_PAGE` names, for packagers
//! and builds without a network; `page/` beside this file, as the published crate carries it; `web/`,
//! built in `OUT_DIR` so that nothing is written into the sources.
#![allow(clippy::disallowed_methods, reason = "a build script reads files and calls npm")]

use std::{
    env,
    error::Error,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What gets the page once Node is there.
const REMEDY: &str = "cargo clean -p dashboard --release && cargo build --release";

/// What of `web/` the page is made from.
const SOURCES: [&str; 10] = [
    "package.json",
    "package-lock.json",
    ".npmrc",
    "tsconfig.json",
    "vite.config.ts",
    "index.html",
    "public",
    "openapi.json",
    "src",
    "scripts",
];

fn main() -> Outcome<()> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    println!("cargo::rerun-if-env-changed=EVERYMILE_PAGE");
    println!("cargo::rerun-if-env-changed=EVERYMILE_PAGE_REQUIRED");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=sheet.html");
    let page = match page(&here, &out) {
        Ok(page) => Some(page),
        Err(error) if env::var_os("EVERYMILE_PAGE_REQUIRED").is_some() => {
            return Err(format!("the page was not built, and it is required: {error}").into());
        }
        Err(error) => {
            println!("cargo::warning=the page was not built and a sheet stands in for it: {error}");
            println!("cargo::warning=once that is mended: {REMEDY}");
            None
        }
    };
    let table = match &page {
        Some(folder) => table(folder)?,
        None => row("/index.html", &here.join("sheet.html"))?,
    };
    let text = format!(
        "const IS_BUILT: bool = {};\nstatic ASSETS: &[Asset] = &[\n{table}];\n",
        page.is_some()
    );
    Ok(fs::write(out.join("assets.rs"), text)?)
}

/// The folder that holds the built page.
fn page(here: &Path, out: &Path) -> Outcome<PathBuf> {
    if let Ok(folder) = env::var("EVERYMILE_PAGE") {
        println!("cargo::rerun-if-changed={folder}");
        return built(Path::new(&folder));
    }
    let carried = here.join("page");
    if carried.exists() {
        println!("cargo::rerun-if-changed={}", carried.display());
        return built(&carried);
    }
    let web = here.join("../../web");
    if !web.exists() {
        return Err("there is neither page/ nor web/; set EVERYMILE_PAGE to a built page".into());
    }
    for source in SOURCES.map(|source| web.join(source)).iter().filter(|it| it.exists()) {
        println!("cargo::rerun-if-changed={}", source.display());
    }
    build(&web, &out.join("web"))
}

fn built(folder: &Path) -> Outcome<PathBuf> {
    if folder.join("index.html").exists() {
        return Ok(folder.canonicalize()?);
    }
    Err(format!("{} holds no index.html", folder.display()).into())
}

/// Copies the sources and builds them there; what npm installed stays while the lock does.
fn build(web: &Path, copy: &Path) -> Outcome<PathBuf> {
    let lock = fs::read(web.join("package-lock.json"))?;
    let is_installed = fs::read(copy.join("node_modules/.installed")).is_ok_and(|it| it == lock);
    for source in SOURCES {
        replace(&web.join(source), &copy.join(source))?;
    }
    if !is_installed {
        npm(copy, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
        fs::write(copy.join("node_modules/.installed"), lock)?;
    }
    npm(copy, &["run", "build"])?;
    built(&copy.join("dist"))
}

fn npm(folder: &Path, words: &[&str]) -> Outcome<()> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let called = Command::new(npm).args(words).current_dir(folder).output();
    let output = called.map_err(|_| "Node 20.19 or newer is needed, and npm was not found")?;
    if output.status.success() {
        return Ok(());
    }
    for line in [&output.stdout, &output.stderr].iter().flat_map(|it| it.split(|it| *it == b'\n')) {
        println!("cargo::warning={}", String::from_utf8_lossy(line));
    }
    Err(format!("npm {} failed", words.join(" ")).into())
}

/// Puts a file or a folder in the place of what was there.
fn replace(from: &Path, to: &Path) -> Outcome<()> {
    if to.is_dir() {
        fs::remove_dir_all(to)?;
    } else if to.exists() {
        fs::remove_file(to)?;
    }
    copy(from, to)
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    if !from.is_dir() {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
        return Ok(());
    }
    for entry in fs::read_dir(from)?.flatten() {
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// The rows of every file in a built page, in order of their paths.
fn table(page: &Path) -> Outcome<String> {
    let mut files = Vec::new();
    collect(page, &mut files)?;
    files.sort();
    let rows = files.iter().filter(|file| file.extension().is_none_or(|ending| ending != "br"));
    rows.map(|file| {
        let inside = file.strip_prefix(page)?.to_string_lossy().replace('\\', "/");
        row(&format!("/{inside}"), file)
    })
    .collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}

fn row(path: &str, file: &Path) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    fs::read(file)?.hash(&mut hasher);
    let compressed = PathBuf::from(format!("{}.br", file.display()));
    let included = |file: &Path| format!("include_bytes!({:?})", file.to_string_lossy());
    let brotli = if compressed.exists() {
        format!("Some({})", included(&compressed))
    } else {
        "None".to_owned()
    };
    Ok(format!(
        "    Asset {{ path: {path:?}, mime: {:?}, etag: {:?}, plain: {}, \
         brotli: {brotli} }},\n",
        mime(file),
        format!("\"{:016x}\"", hasher.finish()),
        included(file),
    ))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
