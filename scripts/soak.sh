#!/usr/bin/env bash
# The long form of the stories that docs/reliability.md tells: scripts/soak.sh [kills] [seconds of load]
# [seconds of each fuzz target]. The last is 0 where there is no cargo-fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."

export EVERYMILE_KILLS=${1:-500}
export EVERYMILE_LOAD_SECONDS=${2:-60}
fuzz_seconds=${3:-720}

told() { cargo test --release --locked "$@" -- --nocapture; }

told -p logbook --test migrating --test keeping --test copying
told -p everymile --test killed
told -p everymile --test loaded
told -p everymile --test hostile --test hindered
if [ "$fuzz_seconds" -gt 0 ]; then
  scripts/fuzz.sh "$fuzz_seconds"
fi
