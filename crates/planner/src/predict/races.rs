//! The races of a log: when, how far, how long; and those that tell nothing, with the reason. Hard
//! training is no race: nobody knows how much was left.

use super::{
    daniels_gilbert::aerobic_index,
    form::{Performance, Race},
};
use rulebook::{Case, words};
use std::ops::RangeInclusive;
use training::{
    Date, Metres, NamedRun, Purpose, RunId, Seconds, Segment, SegmentKind, Setting, Trust,
    calendar::days_between,
};

/// Races of so many days tell what the runner can do …
const DAYS: i64 = 180;
/// … and those of so many days before older ones over the same distance.
const RECENT_DAYS: i64 = 90;
/// Distances that races are run over.
const RACES: [Metres; 13] = [
    Metres(1_500.0),
    Metres::from_miles(1.0),
    Metres(3_000.0),
    Metres(5_000.0),
    Metres::from_miles(5.0),
    Metres(10_000.0),
    Metres(15_000.0),
    Metres::from_miles(10.0),
    Metres(20_000.0),
    Metres(21_097.5),
    Metres(25_000.0),
    Metres(30_000.0),
    Metres(42_195.0),
];
/// What a watch may make of one metre of a race: it measures long rather than short.
const MEASURED: RangeInclusive<f64> = 0.985..=1.04;
/// Aerobic indices that can be believed: from a walk to a little above the best in the world.
const BELIEVABLE: RangeInclusive<f64> = 12.0..=88.0;
/// Metres climbed in a kilometre from which a race says little about flat ones (our convention).
const HILLY: f64 = 20.0;

/// A race that tells nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The run.
    pub run: RunId,
    /// Its day.
    pub date: Date,
    /// Why, in a few words.
    pub reason: String,
}

/// The races of the last 180 days, the best over each distance, shortest first; and those left out.
pub(super) fn races(case: &Case<'_>) -> (Vec<Race>, Vec<LeftOut>) {
    let (mut races, mut left_out): (Vec<Race>, Vec<LeftOut>) = (Vec::new(), Vec::new());
    for run in case.recent_runs(DAYS).iter().filter(|run| run.purpose() == Purpose::Race) {
        match race(run, case) {
            Ok(race) => races.push(race),
            Err(reason) => {
                left_out.push(LeftOut { run: run.id.clone(), date: run.date(), reason });
            }
        }
    }
    let is_old = |race: &Race| days_between(race.date, case.on) >= RECENT_DAYS;
    races.sort_by(|one, other| {
        let by_distance = one.result.distance.0.total_cmp(&other.result.distance.0);
        by_distance
            .then(is_old(one).cmp(&is_old(other)))
            .then(one.result.time.0.total_cmp(&other.result.time.0))
    });
    races.dedup_by(|next, kept| next.result.distance == kept.result.distance);
    (races, left_out)
}

/// A run as a race result, or why it is none.
fn race(run: &NamedRun, case: &Case<'_>) -> Result<Race, String> {
    match run.setting {
        Setting::Treadmill => return Err("on a treadmill, where nothing was measured".to_owned()),
        Setting::Trail => return Err("on a trail, which says little about roads".to_owned()),
        Setting::Outdoor | Setting::Track => {}
    }
    let whole = run.distance.ok_or("its distance is not known")?;
    if run.signal.speed == Trust::Poor {
        return Err("its recording cannot be believed".to_owned());
    }
    let climbed = run.ascent.map_or(0.0, |ascent| ascent.0 / whole.km());
    if climbed >= HILLY {
        return Err(format!("with {climbed:.0} m of climbing in a kilometre, which slowed it"));
    }
    let result = stretches(run).find_map(official).ok_or_else(|| {
        format!("{} is no usual race distance", words::distance(whole, case.units))
    })?;
    if !BELIEVABLE.contains(&aerobic_index(result)) {
        return Err("its speed cannot be believed".to_owned());
    }
    Ok(Race { run: run.id.clone(), date: run.date(), result })
}

/// What may have been the race: the stretches named so, else the work, else the whole run.
fn stretches(run: &NamedRun) -> impl Iterator<Item = Performance> {
    let whole = run.distance.map(|distance| Performance { distance, time: run.elapsed });
    [
        stretch(run, |segment| segment.purpose == Purpose::Race),
        stretch(run, |segment| segment.kind == SegmentKind::Work),
        whole,
    ]
    .into_iter()
    .flatten()
}

/// From the first segment of a kind to the last, on the clock; `None` where a distance is missing.
fn stretch(run: &NamedRun, is_part: impl Fn(&Segment) -> bool) -> Option<Performance> {
    let first = run.segments.iter().position(&is_part)?;
    let last = run.segments.iter().rposition(is_part)?;
    let parts = &run.segments[first..=last];
    let moving = parts.iter().filter(|segment| segment.kind != SegmentKind::Stop);
    let distance = moving.map(|segment| segment.distance).sum::<Option<Metres>>()?;
    Some(Performance { distance, time: parts.last()?.end - parts.first()?.start })
}

/// A performance over the race distance it comes close to. A recording that falls short of it was
/// cut short: its time is carried on at the same speed.
fn official(recorded: Performance) -> Option<Performance> {
    let far_off = |race: &Metres| (recorded.distance.0 / race.0).ln().abs();
    let race = RACES.into_iter().min_by(|one, other| far_off(one).total_cmp(&far_off(other)))?;
    let measured = recorded.distance.0 / race.0;
    let time = Seconds(recorded.time.0 / measured.min(1.0));
    MEASURED.contains(&measured).then_some(Performance { distance: race, time })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::examples::example;

    fn found(weeks: &str) -> (Vec<Performance>, Vec<String>) {
        let example = example(weeks);
        let (races, left_out) = races(&example.case());
        let rounded =
            |race: Race| Performance { time: Seconds(race.result.time.0.round()), ..race.result };
        let reasons = left_out.into_iter().map(|left_out| left_out.reason);
        (races.into_iter().map(rounded).collect(), reasons.collect())
    }

    #[test]
    fn a_race_is_told_from_its_warm_up() {
        let (races, left_out) =
            found("1 week:\nSun easy 15min + race 10.1km @4:00 + easy 10min\nWed tempo 5km @3:50");
        assert_eq!(races, [Performance::of(10_000.0, 2424.0)]);
        assert!(left_out.is_empty());
    }

    #[test]
    fn a_race_that_somebody_stated_is_one_however_it_looks() {
        let (races, _) = found("1 week:\nSun tempo 5km @4:00 (meant as race)");
        assert_eq!(races, [Performance::of(5_000.0, 1200.0)]);
    }

    #[test]
    fn the_best_of_the_last_ninety_days_counts_before_older_ones() {
        let (races, _) = found(
            "1 week:
             Sun  race 5km @3:50
             14 weeks:
             Sun  easy 10km
             1 week:
             Wed  race 5km @4:10
             Sun  race 5km @4:05",
        );
        assert_eq!(races, [Performance::of(5_000.0, 1225.0)]);
    }

    #[test]
    fn a_recording_that_falls_short_is_carried_on_at_its_speed() {
        let (races, _) = found("1 week:\nSun race 9.9km @4:00");
        assert_eq!(races, [Performance::of(10_000.0, 2400.0)]);
    }

    #[test]
    fn what_tells_nothing_is_left_out_with_the_reason() {
        let check = |day: &str, reason: &str| {
            assert_eq!(found(&format!("1 week:\n{day}")), (vec![], vec![reason.to_owned()]));
        };
        check("Sun race 12.3km @4:00", "12.3 km is no usual race distance");
        check("Sun race 5km @2:20", "its speed cannot be believed");
        check("Sun race 5km @4:00 (treadmill)", "on a treadmill, where nothing was measured");
        check("Sun race 5km @4:00 (bad signal)", "its recording cannot be believed");
        check(
            "Sun race 10km @4:00 (ascent 240 m)",
            "with 24 m of climbing in a kilometre, which slowed it",
        );
    }

    #[test]
    fn races_of_more_than_half_a_year_ago_tell_nothing() {
        let (races, left_out) = found("1 week:\nMon race 5km @4:00\n26 weeks:\nSun easy 10km");
        assert_eq!((races, left_out), (vec![], vec![]));
    }
}
