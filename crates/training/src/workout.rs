//! A session as the steps of a workout, as a watch is given them: reps are a step of work, a step of
//! rest, and one that goes back to the work. Knows no file and no limit of a watch.

use crate::{
    purpose::Purpose,
    quantity::{Bpm, MetresPerSecond},
    run::{LapIntensity, StepAmount, StepTarget, WorkoutStep},
    session::{Amount, Effort, Part, Place, RestStyle, Session},
};

/// How far from the pace asked a watch stays silent: 3 %, some eight seconds a kilometre at 4:10
/// (convention of this project).
const BAND: f64 = 0.03;
/// How much slower than asked easy running may be before a watch speaks: slower is always right, and
/// a band needs a lower edge (convention of this project).
const EASY_BAND: f64 = 0.15;
/// A cap has no lower edge and a watch wants one: half of it, where no running heart is.
const BELOW_CAP: f64 = 0.5;

/// The steps of a session, in order; none for a day of rest.
pub fn steps(session: &Session) -> Vec<WorkoutStep> {
    let mut steps = Vec::new();
    for (index, part) in session.parts.iter().enumerate() {
        let from = steps.len();
        match part {
            Part::Unbroken { purpose, effort } => {
                let (name, intensity) = match session.place(index) {
                    Place::WarmUp => ("Warm up", LapIntensity::WarmUp),
                    Place::CoolDown => ("Cool down", LapIntensity::CoolDown),
                    Place::Main => (run_name(*purpose), LapIntensity::Active),
                };
                steps.extend(step(name, intensity, *purpose, effort));
            }
            Part::Reps { count: 0, .. } => {}
            Part::Reps { purpose, count, work, rest, style } => {
                steps.extend(step(rep_name(*purpose), LapIntensity::Active, *purpose, work));
                let name = rest_name(*style);
                steps.extend(step(name, LapIntensity::Rest, Purpose::Recovery, rest));
                if *count > 1 && steps.len() > from {
                    steps.push(back_to(from, *count));
                }
            }
        }
    }
    steps
}

/// The step for an effort, unless there is nothing to it: a watch would not get past it.
fn step(
    name: &str,
    intensity: LapIntensity,
    purpose: Purpose,
    effort: &Effort,
) -> Option<WorkoutStep> {
    let amount = match effort.amount {
        Amount::Time(time) => StepAmount::Time(time),
        Amount::Distance(distance) => StepAmount::Distance(distance),
    };
    let step = WorkoutStep {
        name: Some(name.to_owned()),
        intensity: Some(intensity),
        amount,
        target: target(purpose, effort),
    };
    (!effort.amount.is_nothing()).then_some(step)
}

fn back_to(from: usize, times: u32) -> WorkoutStep {
    let amount = StepAmount::Repeat { from, times };
    WorkoutStep { name: None, intensity: None, amount, target: StepTarget::Open }
}

/// A watch heeds one target a step. Where running is to be easy the cap is what keeps it so; in hard
/// running the heart comes late and the pace tells.
fn target(purpose: Purpose, effort: &Effort) -> StepTarget {
    let pace = effort.speed.map(|speed| pace_band(purpose, speed));
    let cap = effort.hr_cap.map(|cap| StepTarget::HeartRate(half(cap), whole(cap)));
    let (first, second) = if purpose.is_easy() { (cap, pace) } else { (pace, cap) };
    first.or(second).unwrap_or(StepTarget::Open)
}

/// A band around a speed, in the millimetres a second that watches count in.
fn pace_band(purpose: Purpose, speed: MetresPerSecond) -> StepTarget {
    let below = if purpose.is_easy() { EASY_BAND } else { BAND };
    let edge = |share: f64| MetresPerSecond((speed.0 * share * 1000.0).round() / 1000.0);
    StepTarget::Speed(edge(1.0 - below), edge(1.0 + BAND))
}

fn half(cap: Bpm) -> Bpm {
    whole(Bpm(cap.0 * BELOW_CAP))
}

fn whole(hr: Bpm) -> Bpm {
    Bpm(hr.0.round())
}

/// What a watch shows in unbroken running; fifteen letters at the most.
const fn run_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Recovery => "Recovery run",
        Purpose::Easy => "Easy run",
        Purpose::Long => "Long run",
        Purpose::Steady => "Steady run",
        Purpose::Progression => "Faster & faster",
        Purpose::Tempo => "Tempo",
        Purpose::Intervals => "Hard",
        Purpose::Hills => "Hills",
        Purpose::Fartlek => "Fast and slow",
        Purpose::Strides => "Relaxed & quick",
        Purpose::Race => "Race",
        Purpose::Walk => "Walk",
    }
}

/// What it shows in a rep.
const fn rep_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Intervals => "Interval",
        Purpose::Hills => "Uphill",
        Purpose::Fartlek => "Fast",
        Purpose::Strides => "Stride",
        Purpose::Easy | Purpose::Long => "Easy",
        Purpose::Recovery => "Very easy",
        Purpose::Steady => "Steady",
        _ => run_name(purpose),
    }
}

const fn rest_name(style: RestStyle) -> &'static str {
    match style {
        RestStyle::Jog => "Jog",
        RestStyle::Walk => "Walk",
        RestStyle::Stand => "Stand",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        notation::parse_session,
        quantity::{Metres, Seconds},
    };

    fn steps_of(text: &str) -> Vec<WorkoutStep> {
        steps(&parse_session(text).unwrap())
    }

    #[test]
    fn reps_are_work_and_rest_and_the_way_back() {
        let steps = steps_of("easy 10min + 6x(800m / 2min jog) + easy 1km");
        let amounts: Vec<StepAmount> = steps.iter().map(|step| step.amount).collect();
        let expected = [
            StepAmount::Time(Seconds(600.0)),
            StepAmount::Distance(Metres(800.0)),
            StepAmount::Time(Seconds(120.0)),
            StepAmount::Repeat { from: 1, times: 6 },
            StepAmount::Distance(Metres(1000.0)),
        ];
        assert_eq!(amounts, expected);
        let names: Vec<&str> = steps.iter().filter_map(|step| step.name.as_deref()).collect();
        assert_eq!(names, ["Warm up", "Interval", "Jog", "Cool down"]);
    }

    #[test]
    fn one_rep_goes_back_to_nothing_and_no_rest_is_no_step() {
        assert_eq!(steps_of("1x(800m / 2min jog)").len(), 2);
        assert_eq!(steps_of("4x(800m / 0s stand)").len(), 2);
        assert_eq!(steps_of("4x(0m / 0s stand)"), []);
        assert_eq!(steps_of("rest"), []);
    }

    #[test]
    fn a_pace_is_a_band_around_it() {
        let band = |low, high| StepTarget::Speed(MetresPerSecond(low), MetresPerSecond(high));
        assert_eq!(steps_of("tempo 20min @4:10")[0].target, band(3.88, 4.12));
        assert_eq!(steps_of("easy 20min @5:00")[0].target, band(2.833, 3.433));
    }

    #[test]
    fn easy_running_heeds_the_heart_and_hard_running_the_pace() {
        let easy = steps_of("recovery 30min @6:40 hr<=133");
        assert_eq!(easy[0].target, StepTarget::HeartRate(Bpm(67.0), Bpm(133.0)));
        let hard = steps_of("tempo 20min @4:10 hr<=170");
        assert!(matches!(hard[0].target, StepTarget::Speed(..)));
    }

    #[test]
    fn every_name_fits_on_a_watch() {
        for purpose in Purpose::ALL {
            for name in [run_name(purpose), rep_name(purpose)] {
                assert!(name.len() <= 15 && name.is_ascii(), "{name}");
            }
        }
    }
}
