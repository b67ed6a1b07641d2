//! Names the version of everything inferred: a hash over the sources of the rooms that infer. No
//! inference that another version made is ever taken for this version's, and nobody has to remember
//! to raise a number.
#![allow(clippy::disallowed_methods, reason = "a build script reads the sources it stands beside")]

use std::{
    fs, io,
    path::{Path, PathBuf},
};

const ROOMS: [&str; 3] = ["training", "watch", "purpose"];

/// What else decides what is inferred, and how it is written down.
const FILES: [&str; 7] = [
    "src/analysis/brief.rs",
    "src/analysis/capacities.rs",
    "src/analysis/names.rs",
    "src/analysis/naming.rs",
    "src/analysis/remembered.rs",
    "src/analysis/told.rs",
    "src/duplicates.rs",
];

fn main() -> io::Result<()> {
    let mut hash = Fnv::default();
    for room in ROOMS {
        let folder = Path::new("..").join(room).join("src");
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in sources(&folder)? {
            hash.take(&fs::read(file)?);
        }
    }
    for file in FILES {
        println!("cargo::rerun-if-changed={file}");
        hash.take(&fs::read(file)?);
    }
    println!("cargo::rustc-env=EVERYMILE_INFERENCE={}-{:016x}", env!("CARGO_PKG_VERSION"), hash.0);
    Ok(())
}

fn sources(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(sources(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The FNV-1a hash (Fowler, Noll and Vo): small, and the same on every machine.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
