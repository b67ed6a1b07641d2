//! A session turned into what the runner will do, stretch by stretch. Knows no watch and no noise.

use crate::{
    paces::{rep_speed, rest_speed, seconds_at, unbroken_speed},
    random::Random,
    runner::SimulatedRunner,
};
use training::{Amount, Effort, Metres, Part, Purpose, RestStyle, Seconds, SegmentKind, Session};

/// One thing the runner will do until an amount is done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// What it is within the run.
    pub kind: SegmentKind,
    /// What it is for.
    pub purpose: Purpose,
    /// How much of it.
    pub amount: Amount,
    /// The speed aimed at, on the flat.
    pub aim: Aim,
    /// The ground it is run on.
    pub ground: Ground,
    /// Whether the effort slides into it.
    pub gradual: bool,
    /// The part of the session it belongs to.
    pub part: usize,
    /// Whether a runner would press the lap button at its start.
    pub pressed: bool,
}

/// A speed aimed at over a stretch, in metres per second on the flat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// The same all along.
    Even(f64),
    /// Faster and faster.
    Ramp {
        /// At the start.
        from: f64,
        /// At the end.
        to: f64,
    },
    /// As a race is run: off fast, even, and a kick at the end.
    Race(f64),
}

/// The ground of a stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    /// The course as it comes.
    Course,
    /// Up a hill of this grade.
    Up(f64),
    /// Back down the same hill until its foot.
    Down(f64),
}

impl Aim {
    /// The speed aimed at when `done` (0 to 1) of the stretch is done.
    pub fn at(self, done: f64) -> f64 {
        match self {
            Self::Even(speed) => speed,
            Self::Ramp { from, to } => from + (to - from) * done,
            Self::Race(speed) if done > 0.95 => speed * 1.03,
            Self::Race(speed) => speed * (0.9965 + 0.04 * (-done / 0.05).exp()),
        }
    }

    /// The mean speed aimed at.
    pub fn mean(self) -> f64 {
        match self {
            Self::Even(speed) | Self::Race(speed) => speed,
            Self::Ramp { from, to } => f64::midpoint(from, to),
        }
    }
}

/// What the runner will do in a session.
pub fn script(runner: &SimulatedRunner, session: &Session, random: &mut Random) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for (index, part) in session.parts.iter().enumerate() {
        let mut part_stretches = match part {
            Part::Unbroken { purpose, effort } => unbroken(runner, *purpose, effort, random),
            Part::Reps { .. } => {
                let goes_on = matches!(session.parts.get(index + 1), Some(next) if is_hard(next));
                reps(runner, part, goes_on, random)
            }
        };
        for stretch in &mut part_stretches {
            stretch.part = index;
        }
        stretches.extend(part_stretches);
    }
    name_the_edges(&mut stretches);
    stretches
}

/// What a session is for: its most telling part.
pub fn purpose_of(session: &Session) -> Purpose {
    const MOST_TELLING_FIRST: [Purpose; 12] = [
        Purpose::Race,
        Purpose::Long,
        Purpose::Hills,
        Purpose::Intervals,
        Purpose::Tempo,
        Purpose::Fartlek,
        Purpose::Progression,
        Purpose::Steady,
        Purpose::Strides,
        Purpose::Recovery,
        Purpose::Easy,
        Purpose::Walk,
    ];
    let has = |purpose: &Purpose| session.parts.iter().any(|part| part.purpose() == *purpose);
    MOST_TELLING_FIRST.into_iter().find(has).unwrap_or(Purpose::Easy)
}

/// Puts stops at lights into the unhurried stretches.
pub fn with_stops(
    stretches: Vec<Stretch>,
    stops_per_hour: f64,
    random: &mut Random,
) -> Vec<Stretch> {
    stretches
        .into_iter()
        .flat_map(|stretch| {
            let seconds = seconds_at(stretch.amount, stretch.aim.mean());
            let expected = stops_per_hour * seconds / 3600.0;
            let unhurried = is_unhurried(&stretch) && seconds > 240.0;
            let stops = if unhurried { (expected + random.unit()) as u32 } else { 0 };
            interrupted(stretch, stops, random)
        })
        .collect()
}

fn is_unhurried(stretch: &Stretch) -> bool {
    matches!(stretch.kind, SegmentKind::Easy | SegmentKind::WarmUp | SegmentKind::CoolDown)
        && matches!(stretch.aim, Aim::Even(_))
}

fn interrupted(stretch: Stretch, stops: u32, random: &mut Random) -> Vec<Stretch> {
    let share = 1.0 / f64::from(stops + 1);
    let piece = Stretch { amount: times(stretch.amount, share), ..stretch };
    let mut pieces = vec![piece];
    for _ in 0..stops {
        pieces.push(Stretch {
            kind: SegmentKind::Stop,
            amount: Amount::Time(Seconds(random.between(10.0, 90.0).round())),
            aim: Aim::Even(0.0),
            gradual: false,
            pressed: false,
            ..stretch
        });
        pieces.push(Stretch { pressed: false, ..piece });
    }
    pieces
}

fn unbroken(
    runner: &SimulatedRunner,
    purpose: Purpose,
    effort: &Effort,
    random: &mut Random,
) -> Vec<Stretch> {
    let speed = unbroken_speed(runner, purpose, effort, random);
    let stretch = |kind| plain(kind, purpose, effort.amount, Aim::Even(speed));
    match purpose {
        Purpose::Fartlek => surges(runner, effort.amount, random),
        Purpose::Progression => progression(runner, effort.amount, speed, random),
        Purpose::Race => {
            vec![Stretch { aim: Aim::Race(speed), ..stretch(SegmentKind::Work) }]
        }
        Purpose::Tempo | Purpose::Intervals => vec![stretch(SegmentKind::Work)],
        Purpose::Hills => {
            let ground = Ground::Up(random.between(0.04, 0.07));
            vec![Stretch { ground, ..stretch(SegmentKind::Work) }]
        }
        Purpose::Steady => vec![stretch(SegmentKind::Steady)],
        Purpose::Strides => vec![stretch(SegmentKind::Stride)],
        _ => vec![stretch(SegmentKind::Easy)],
    }
}

fn plain(kind: SegmentKind, purpose: Purpose, amount: Amount, aim: Aim) -> Stretch {
    let ground = Ground::Course;
    Stretch { kind, purpose, amount, aim, ground, gradual: false, part: 0, pressed: true }
}

fn reps(runner: &SimulatedRunner, part: &Part, goes_on: bool, random: &mut Random) -> Vec<Stretch> {
    let Part::Reps { purpose, count, work, rest, style } = part else { return Vec::new() };
    let kind = match purpose {
        Purpose::Strides => SegmentKind::Stride,
        Purpose::Easy | Purpose::Recovery | Purpose::Long | Purpose::Walk => SegmentKind::Easy,
        _ => SegmentKind::Work,
    };
    let speed = rep_speed(runner, *purpose, work);
    let (up, down) = hill(*purpose, seconds_at(work.amount, speed), random);
    let slow = rest_speed(runner, rest, *style, random);
    let keeps_last = goes_on || (*style != RestStyle::Jog && random.chance(0.5));
    let mut stretches = Vec::new();
    for rep in 0..*count {
        let aim = Aim::Even(speed * random.near(1.0, 0.008, 2.0));
        stretches.push(Stretch { ground: up, ..plain(kind, *purpose, work.amount, aim) });
        if rep + 1 < *count || keeps_last {
            let aim = Aim::Even(slow);
            let between = plain(SegmentKind::Rest, *purpose, rest.amount, aim);
            stretches.push(Stretch { ground: down, ..between });
        }
    }
    stretches
}

/// Hill reps go up and come back; the longer the climb, the gentler it is.
fn hill(purpose: Purpose, seconds: f64, random: &mut Random) -> (Ground, Ground) {
    if purpose != Purpose::Hills {
        return (Ground::Course, Ground::Course);
    }
    let grade =
        if seconds <= 120.0 { random.between(0.06, 0.10) } else { random.between(0.04, 0.07) };
    (Ground::Up(grade), Ground::Down(grade))
}

/// Fartlek: surges of 20 s to 3 min whenever the runner feels like it.
fn surges(runner: &SimulatedRunner, amount: Amount, random: &mut Random) -> Vec<Stretch> {
    let whole = seconds_at(amount, runner.easy_speed().0 * 1.1);
    let mut stretches = Vec::new();
    let mut done = 0.0;
    while done < whole {
        let surge = (random.between(20.0_f64.ln(), 180.0_f64.ln())).exp().round();
        let float = random.between(40.0, 150.0).round();
        let effort = timed(surge);
        let fast = rep_speed(runner, Purpose::Fartlek, &effort) * random.between(0.92, 0.98);
        let slow = runner.easy_speed().0 * random.between(0.88, 1.0);
        let pressed = stretches.is_empty();
        let work = plain(SegmentKind::Work, Purpose::Fartlek, effort.amount, Aim::Even(fast));
        let rest = plain(SegmentKind::Rest, Purpose::Fartlek, timed(float).amount, Aim::Even(slow));
        stretches.push(Stretch { pressed, ..work });
        stretches.push(Stretch { pressed: false, ..rest });
        done += surge + float;
    }
    stretches.pop();
    stretches
}

fn timed(seconds: f64) -> Effort {
    Effort { amount: Amount::Time(Seconds(seconds)), speed: None, hr_cap: None }
}

/// A progression either climbs in three even steps or slides from easy to fast.
fn progression(
    runner: &SimulatedRunner,
    amount: Amount,
    fastest: f64,
    random: &mut Random,
) -> Vec<Stretch> {
    let easy = runner.easy_speed().0 * random.between(0.96, 1.02);
    let (lt1, hard) = (runner.lt1_speed().0, 0.95 * runner.critical_speed.0);
    let piece = |kind, share, aim, first: bool| Stretch {
        gradual: !first && matches!(aim, Aim::Ramp { .. }),
        pressed: first,
        ..plain(kind, Purpose::Progression, times(amount, share), aim)
    };
    if random.chance(0.5) {
        let third = 1.0 / 3.0;
        return vec![
            piece(SegmentKind::Easy, third, Aim::Even(easy), true),
            piece(SegmentKind::Steady, third, Aim::Even(f64::midpoint(lt1, hard)), false),
            piece(SegmentKind::Work, third, Aim::Even(fastest), false),
        ];
    }
    let fastest = fastest.max(hard * 1.02);
    let until = |speed: f64| (speed - easy) / (fastest - easy);
    vec![
        piece(SegmentKind::Easy, until(lt1), Aim::Ramp { from: easy, to: lt1 }, true),
        piece(
            SegmentKind::Steady,
            until(hard) - until(lt1),
            Aim::Ramp { from: lt1, to: hard },
            false,
        ),
        piece(SegmentKind::Work, 1.0 - until(hard), Aim::Ramp { from: hard, to: fastest }, false),
    ]
}

/// Easy running before the first work is the warm-up, after the last the cool-down, between works
/// rest. A long run keeps its name all along.
fn name_the_edges(stretches: &mut [Stretch]) {
    let is_work = |stretch: &Stretch| stretch.kind == SegmentKind::Work;
    let Some(first) = stretches.iter().position(is_work) else { return };
    let last = stretches.iter().rposition(is_work).unwrap_or(first);
    for (index, stretch) in stretches.iter_mut().enumerate() {
        let is_easy = stretch.kind == SegmentKind::Easy
            && matches!(stretch.purpose, Purpose::Easy | Purpose::Recovery);
        if is_easy {
            stretch.kind = match index {
                before if before < first => SegmentKind::WarmUp,
                after if after > last => SegmentKind::CoolDown,
                _ => SegmentKind::Rest,
            };
        }
    }
}

fn is_hard(part: &Part) -> bool {
    !part.purpose().is_easy()
}

fn times(amount: Amount, share: f64) -> Amount {
    match amount {
        Amount::Time(Seconds(seconds)) => Amount::Time(Seconds(seconds * share)),
        Amount::Distance(Metres(metres)) => Amount::Distance(Metres(metres * share)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::runner;
    use training::notation::parse_session;

    fn kinds(text: &str) -> Vec<SegmentKind> {
        let session = parse_session(text).unwrap();
        let stretches = script(&runner(3), &session, &mut Random::seeded(3));
        stretches.iter().map(|stretch| stretch.kind).collect()
    }

    #[test]
    fn intervals_have_a_warm_up_and_a_cool_down() {
        use SegmentKind::{CoolDown, Rest, WarmUp, Work};
        let text = "easy 10min + 3x(800m / 2min jog) + easy 10min";
        assert_eq!(kinds(text), [WarmUp, Work, Rest, Work, Rest, Work, CoolDown]);
    }

    #[test]
    fn a_ladder_rests_between_its_rungs() {
        use SegmentKind::{Rest, Work};
        let text = "1x(400m / 1min jog) + 1x(800m / 1min jog) + 1x(400m / 1min jog)";
        assert_eq!(kinds(text), [Work, Rest, Work, Rest, Work]);
    }

    #[test]
    fn strides_after_an_easy_run_make_no_warm_up_of_it() {
        use SegmentKind::{Easy, Stride};
        let first = kinds("easy 8km + strides 2x(20s / 1min jog)");
        assert_eq!(first[..2], [Easy, Stride]);
    }

    #[test]
    fn a_run_walk_holds_no_work() {
        use SegmentKind::{Easy, Rest};
        assert_eq!(kinds("easy 2x(2min / 1min walk)")[..3], [Easy, Rest, Easy]);
    }

    #[test]
    fn the_most_telling_part_names_the_session() {
        let named = |text| purpose_of(&parse_session(text).unwrap());
        assert_eq!(named("easy 10min + 6x(400m / 90s jog) + easy 10min"), Purpose::Intervals);
        assert_eq!(named("long 20km + tempo 5km"), Purpose::Long);
        assert_eq!(named("easy 8km + strides 6x(20s / 1min jog)"), Purpose::Strides);
        assert_eq!(named("easy 10min + race 5km + easy 10min"), Purpose::Race);
    }

    #[test]
    fn a_stop_interrupts_easy_running_and_not_the_work() {
        let session = parse_session("easy 30min + tempo 20min + easy 10min").unwrap();
        let stretches = script(&runner(3), &session, &mut Random::seeded(3));
        let stopped = with_stops(stretches, 6.0, &mut Random::seeded(3));
        let work = stopped.iter().filter(|stretch| stretch.kind == SegmentKind::Work).count();
        assert!(stopped.iter().any(|stretch| stretch.kind == SegmentKind::Stop));
        assert_eq!(work, 1);
    }
}
