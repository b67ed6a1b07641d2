#!/usr/bin/env bash
# Feeds hostile bytes to everything that reads, found by coverage: scripts/fuzz.sh SECONDS [TARGET...]
# Needs cargo-fuzz (`cargo install cargo-fuzz --locked`), a nightly toolchain and a C++ compiler. What
# is found stays in target/fuzz; it becomes a small test beside the code that it broke.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
read -r -a targets <<<"${*:-$(basename -a -s .rs fuzz/fuzz_targets/*.rs | tr '\n' ' ')}"
real=../shared/data
corpus=target/fuzz/corpus

# Copies files into the corpus of a target, named by their content.
seed() {
  local target=$1 file
  shift
  mkdir -p "$corpus/$target"
  for file in "$@"; do
    if [ -f "$file" ]; then
      cp "$file" "$corpus/$target/$(sha1sum <"$file" | cut -c1-16)"
    fi
  done
}

# Real files below 200 kB with one of these endings; those that are gzipped are unpacked.
real_files() {
  [ -d "$real" ] || return 0
  local unpacked=target/fuzz/unpacked
  mkdir -p "$unpacked"
  for ending in "$@"; do
    find "$real" -type f -iname "*.$ending" -size -200k
    while read -r file; do
      local to
      to=$unpacked/$(sha1sum <"$file" | cut -c1-16).$ending
      gzip -dc "$file" >"$to" 2>/dev/null && [ "$(stat -c %s "$to")" -lt 200000 ] && echo "$to"
    done < <(find "$real" -type f -iname "*.$ending.gz")
  done
  true
}

seed_all() {
  local endings
  case $1 in
    fit) endings="fit" ;;
    tcx) endings="tcx" ;;
    gpx) endings="gpx" ;;
    zip) endings="zip" ;;
    csv) endings="csv" ;;
    apple_xml) endings="xml" ;;
    whole_run) endings="fit tcx gpx" ;;
    *) endings="" ;;
  esac
  local files=()
  [ -z "$endings" ] || mapfile -t files < <(real_files $endings)
  seed "$1" "${files[@]}" fuzz/seeds/"$1"/*
  case $1 in
    doctrine) seed doctrine crates/rulebook/src/doctrines/*.toml ;;
  esac
}

# Longer inputs say little new and take their time; every row of a table is read by itself.
length_max() {
  case $1 in
    csv) echo 600 ;;
    whole_run) echo 40000 ;;
    *) echo 4000 ;;
  esac
}

for target in "${targets[@]}"; do
  seed_all "$target"
  echo "== $target for $seconds s"
  cargo +nightly fuzz run --sanitizer none --target-dir target/fuzz/build \
    "$target" "$corpus/$target" -- \
    -artifact_prefix="target/fuzz/found-$target-" -max_total_time="$seconds" -runs="${FUZZ_RUNS:--1}" \
    -rss_limit_mb=512 -malloc_limit_mb=512 -timeout=60 -max_len="$(length_max "$target")" -print_final_stats=1
done
