# The commands of everyday work. Each is one line, so that nobody needs `just` to run them.

# What there is to do.
default:
    @just --list

# Everything that must hold before a change is good.
ci:
    .ci/run

# The tests, as the README gives them.
test:
    cargo test --workspace

# Formatting and lints; a warning is an error.
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings

# How often everymile is right; rewrites SCORES.md.
score:
    cargo run --release -p score

# The same figures against scores-floor.toml; fails below a floor.
score-check:
    cargo run --release -p score -- --check

# How fast it is: the parts by themselves, then whole processes beside the official Python decoder, which it
# fetches (needs python3); the second table is also written to BENCHMARKS.md, which is not committed.
bench: bench-parts
    cargo build --release --bins --examples -p everymile -p score
    python3 scripts/bench.py

# How long each part takes by itself: a file read, a run named, a day judged.
bench-parts:
    cargo bench -p score --bench parts

# How long plans, bends and replays take, as medians over several runners.
timings:
    cargo run --release -p planner --example timings

# Every line of docs/speed.md on this machine, with limits that fail (needs python3); a FOLDER keeps the runs.
bench-decade folder="":
    cargo build --release --bins --examples -p everymile -p score
    python3 scripts/bench_decade.py {{folder}}

# How soon the page of ten years is there, of the FOLDER that `just decade` wrote (needs Node and Chromium).
bench-page folder:
    cargo build --release -p everymile
    cd web/tests && npm ci --no-audit --no-fund && EVERYMILE_BINARY=../../target/release/everymile node ten_years.js {{absolute_path(folder)}}

# Ten years of a synthetic runner, to measure with: a folder of FIT files, and a zip as Strava exports it.
decade folder count="3000":
    cargo run --release -p score --example decade -- {{folder}} {{count}}

# Kills, full disks, load and hostile bytes in their long form; three hours with the fuzzing (see docs/reliability.md).
soak kills="500" load="60" fuzz="720":
    scripts/soak.sh {{kills}} {{load}} {{fuzz}}

# Hostile bytes, found by coverage, for so many seconds a target; needs cargo-fuzz and a nightly toolchain.
fuzz seconds="60" targets="":
    scripts/fuzz.sh {{seconds}} {{targets}}

# What leaves the house, read by Garmin's decoder and by calendar parsers (needs python3).
exports:
    python3 scripts/check_exports.py

# The crate of the page with the built page in it, so that whoever builds from it needs no Node (needs Node here).
package-page:
    cd web && npm ci --ignore-scripts --no-audit --no-fund && npm run build
    rm -rf crates/dashboard/page && mv web/dist crates/dashboard/page
    cargo package -p dashboard --allow-dirty; status=$?; rm -r crates/dashboard/page; exit $status

# A synthetic runner's year: written as FIT files, imported, judged and reported.
demo:
    cargo run --release -- demo

# Accepts what the golden files and snapshots look like now; read the diff before committing it.
golden:
    INSTA_UPDATE=always cargo test --workspace

# The API documentation, as links between the rooms.
doc:
    cargo doc --workspace --no-deps --open

# The page while you work on it, beside a running `everymile serve` (needs Node).
page-dev:
    cd web && npm ci --ignore-scripts && npm run dev

# The page, built into the crate that carries it, so that installing needs no Node.
page-carried:
    cd web && npm ci --ignore-scripts && npm run build && rm -rf ../crates/dashboard/page && cp -r dist ../crates/dashboard/page
