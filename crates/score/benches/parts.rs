//! How long each part takes by itself: `cargo bench -p score`. Plans and bends are timed by the
//! planner's example `timings`, the whole as whole processes by `scripts/bench.py` and
//! `scripts/bench_decade.py`.

use divan::{Bencher, black_box};
use jiff::Timestamp;
use purpose::Heard;
use rulebook::{
    doctrine,
    examples::{Example, example},
};
use simulator::Conditions;
use std::io::Cursor;
use training::{Declaration, LocalStart, Run, calendar::add_days, notation::parse_session};

fn main() {
    divan::main();
}

/// An hour and a quarter with intervals, one record a second.
fn intervals() -> Run {
    let session = "easy 20min + intervals 6x(3min / 2min jog) + easy 25min";
    let session = parse_session(session).expect("it is a session");
    let start = LocalStart { utc: Timestamp::UNIX_EPOCH, offset_seconds: Some(3600) };
    simulator::perform(&simulator::runner(7), &session, &Conditions::default(), start, 1).run
}

/// A listing of three hundred runs.
fn log() -> String {
    let first = jiff::civil::date(2024, 1, 1);
    let rows = (0..300).map(|day| format!("{},10.4,52:10,141", add_days(first, day)));
    let header = "date,distance_km,duration,hr_avg".to_owned();
    std::iter::once(header).chain(rows).collect::<Vec<_>>().join("\n")
}

/// A runner with two years of training behind them.
fn two_years() -> Example {
    let week = "Tue easy 8km\nWed easy 10min + 5x(3min / 2min jog) + easy 10min\nThu easy 6km\n\
                Sat easy 8km\nSun long 15km\n";
    example(&format!("runner: intermediate\n104 weeks:\n{week}"))
}

#[divan::bench]
fn a_fit_file_is_read(bencher: Bencher<'_, '_>) {
    let bytes = simulator::fit_bytes(&intervals());
    bencher.bench(|| watch::read(black_box(&bytes)));
}

#[divan::bench]
fn a_listing_is_taken_apart_and_each_row_read(bencher: Bencher<'_, '_>) {
    let log = log();
    bencher.bench(|| {
        watch::unpack("log.csv", Cursor::new(log.as_bytes()), &mut |_, original| {
            let _reading = black_box(original.and_then(|original| watch::read(&original.bytes)));
        });
    });
}

#[divan::bench]
fn an_original_is_hashed_and_packed(bencher: Bencher<'_, '_>) {
    let bytes = simulator::fit_bytes(&intervals());
    bencher.bench(|| {
        logbook::Original::pack(String::new(), black_box(&bytes), Declaration::default())
    });
}

#[divan::bench]
fn a_run_is_heard(bencher: Bencher<'_, '_>) {
    let run = intervals();
    bencher.bench(|| purpose::hear(black_box(&run)));
}

#[divan::bench]
fn a_run_is_named(bencher: Bencher<'_, '_>) {
    let (heard, example) = (Heard::of(&intervals()), two_years());
    let capacity = example.case().ability.capacity();
    bencher.bench(|| purpose::infer(black_box(&heard), &capacity));
}

#[divan::bench]
fn a_day_is_judged_by_every_rule(bencher: Bencher<'_, '_>) {
    let (example, doctrine) = (two_years(), doctrine("evidence-first").expect("it is shipped"));
    bencher.bench(|| rulebook::judge(black_box(&example.case()), &doctrine));
}

#[divan::bench]
fn today_is_decided(bencher: Bencher<'_, '_>) {
    let (example, doctrine) = (two_years(), doctrine("evidence-first").expect("it is shipped"));
    bencher.bench(|| planner::today(black_box(&example.case()), &doctrine));
}
