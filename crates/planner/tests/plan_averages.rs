//! Marathon plans beside the averages of 92 published ones: how far their weeks go, and how much is run
//! at which intensity. `cargo test -p planner --test plan_averages -- --nocapture` shows the table.

use planner::{Proposal, Wish, propose};
use rulebook::{as_written, doctrine, examples::example};
use training::{
    Goal, LocalStart, Metres, Purpose, RunId, SegmentKind, Session, Thresholds, Weekday,
    calendar::add_days,
};

/// The last weeks before the race that the published plans are averaged over.
const WEEKS: usize = 12;
const MARATHON: Metres = Metres(42_195.0);
/// The first threshold as a share of critical speed (Smyth and Muniz 2020).
const FIRST_THRESHOLD: f64 = 0.823;

/// Published plans (Knopp and others 2024, doi 10.1186/s40798-024-00717-5), grouped by the distance of
/// their largest week. The standard deviations are those of the same authors' earlier abstract
/// (Appelhans, Knopp, Schönfelder and Wackerhage, mediatum.ub.tum.de/1360824), of zones 1 and 2
/// together as if they were independent; those of the high group were not at hand.
struct Published {
    name: &'static str,
    /// Kilometres of the largest week, from and to.
    peak: (f64, f64),
    week: f64,
    week_sd: Option<f64>,
    /// Zones 1 and 2; zone 3; zones 4 and 5.
    shares: [f64; 3],
    /// The standard deviations of the first two.
    shares_sd: Option<[f64; 2]>,
}

const PUBLISHED: [Published; 3] = [
    Published {
        name: "low",
        peak: (0.0, 65.0),
        week: 43.0,
        week_sd: Some(15.5),
        shares: [0.79, 0.17, 0.04],
        shares_sd: Some([0.067, 0.059]),
    },
    Published {
        name: "middle",
        peak: (65.0, 90.0),
        week: 59.0,
        week_sd: Some(19.4),
        shares: [0.77, 0.18, 0.05],
        shares_sd: Some([0.048, 0.051]),
    },
    Published {
        name: "high",
        peak: (90.0, f64::INFINITY),
        week: 108.0,
        week_sd: None,
        shares: [0.82, 0.10, 0.08],
        shares_sd: None,
    },
];

/// Runners by their usual week in kilometres, how many days they run, and their level.
const RUNNERS: [(f64, usize, &str); 9] = [
    (30.0, 4, "beginner"),
    (36.0, 4, "intermediate"),
    (42.0, 5, "intermediate"),
    (50.0, 5, "intermediate"),
    (60.0, 5, "intermediate"),
    (70.0, 6, "advanced"),
    (80.0, 6, "advanced"),
    (95.0, 6, "advanced"),
    (110.0, 6, "elite"),
];

/// What a plan comes to in its last weeks, the race left out.
struct Made {
    peak: f64,
    week: f64,
    longest: f64,
    shares: [f64; 3],
}

#[test]
fn marathon_plans_are_like_published_ones() {
    println!("before  peak  longest  week  published   zones      published  group");
    for (km, days, level) in RUNNERS {
        let made = made(km, days, level);
        let of = PUBLISHED.iter().find(|of| of.peak.0 <= made.peak && made.peak < of.peak.1);
        let of = of.unwrap();
        show(km, &made, of);
        let off = (made.week - of.week).abs();
        assert!(of.week_sd.is_none_or(|sd| off <= sd), "{km}: {:.0} km a week", made.week);
        // Every plan is pyramidal, as the published are in the mean.
        let [easy, middle, high] = made.shares;
        assert!(easy > middle && middle > high, "{km}: {:?}", made.shares);
        // Never less easy than the published by more than a deviation. More easy is no fault: our
        // sessions are sized by the level's minutes, and the base holds one hard run a week.
        let least = of.shares_sd.map_or(of.shares[0] - 0.06, |sd| of.shares[0] - sd[0]);
        assert!(easy >= least, "{km}: {easy:.2} easy");
    }
}

fn show(km: f64, made: &Made, of: &Published) {
    let zones = |shares: [f64; 3]| shares.map(|share| format!("{:2.0}", 100.0 * share)).join("-");
    let sd = of.week_sd.map_or_else(|| "    ".to_owned(), |sd| format!("± {sd:2.0}"));
    let inside = of.shares_sd.map_or("", |sd| {
        let is_inside = |zone: usize| (made.shares[zone] - of.shares[zone]).abs() <= sd[zone];
        if is_inside(0) && is_inside(1) { "within" } else { "outside" }
    });
    println!(
        "{km:6.0}  {:4.0}  {:7.0}  {:4.0}  {:4.0} {sd}  {}  {}  {} {inside}",
        made.peak,
        made.longest,
        made.week,
        of.week,
        zones(made.shares),
        zones(of.shares),
        of.name
    );
}

fn made(km: f64, days: usize, level: &str) -> Made {
    let example = example(&history(km, days, level));
    let case = example.case();
    let goal = Goal::Race { distance: MARATHON, on: Some(add_days(case.on, 7 * 18)) };
    let wish = Wish {
        goal,
        time: None,
        days: Weekday::Monday.cycle_forward().take(7).collect(),
        long_day: Some(Weekday::Sunday),
        most_minutes: Vec::new(),
        doubles: false,
        weeks: None,
    };
    summed(&propose(&case, &doctrine("evidence-first").unwrap(), &wish).unwrap())
}

/// Ten equal weeks: three tenths of the distance in the long run, the rest shared.
fn history(km: f64, days: usize, level: &str) -> String {
    let easy = 0.7 * km / (days - 1) as f64;
    let running = ["Tue", "Thu", "Sat", "Wed", "Mon"];
    let week = ["Mon", "Tue", "Wed", "Thu", "Sat"].into_iter();
    let runs = week.filter(|day| running[..days - 1].contains(day));
    let runs: Vec<String> = runs.map(|day| format!("{day} easy {easy:.1}km\n")).collect();
    format!("runner: {level}\n10 weeks:\n{}Sun long {:.1}km\n", runs.concat(), 0.3 * km)
}

fn summed(proposal: &Proposal) -> Made {
    let mut zones = [0.0; 3];
    let mut weeks: Vec<f64> = Vec::new();
    let mut longest = 0.0_f64;
    for week in proposal.plan.weeks.iter().rev().take(WEEKS) {
        let before: f64 = zones.iter().sum();
        let sessions = week.sessions.iter().map(|(_, session)| session);
        for session in sessions.filter(|session| session.main_purpose() != Purpose::Race) {
            let own = by_zone(proposal, session);
            longest = longest.max(own.iter().sum());
            zones = std::array::from_fn(|zone| zones[zone] + own[zone]);
        }
        weeks.push(zones.iter().sum::<f64>() - before);
    }
    let all: f64 = zones.iter().sum();
    Made {
        peak: weeks.iter().copied().fold(0.0, f64::max),
        week: all / weeks.len() as f64,
        longest,
        shares: zones.map(|zone| zone / all),
    }
}

/// The kilometres of a session below the first threshold, up to critical speed, and above it.
fn by_zone(proposal: &Proposal, session: &Session) -> [f64; 3] {
    let critical = proposal.baseline.critical_speed;
    let start = LocalStart { utc: jiff::Timestamp::UNIX_EPOCH, offset_seconds: Some(0) };
    let run = as_written(RunId(String::new()), start, session, Thresholds::default(), critical);
    let mut zones = [0.0; 3];
    for segment in &run.segments {
        let share = segment.speed.unwrap().0 / critical.0;
        let is_work = segment.kind != SegmentKind::Rest;
        let zone =
            usize::from(is_work && share > FIRST_THRESHOLD) + usize::from(is_work && share > 1.0);
        zones[zone] += segment.distance.unwrap().km();
    }
    zones
}
