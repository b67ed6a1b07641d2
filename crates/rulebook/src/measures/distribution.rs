//! How much of the running was easy, moderate and hard: by sessions, and by time. The two differ,
//! so a share always comes with its unit: 80 % easy by sessions is about 90 % by time (Seiler &
//! Kjerland 2006, whose skiers ran 75/8/17 % of sessions and about 91/6/3 % of time; the latter is
//! quoted from memory).

use super::{
    grey::MOST,
    intensity::{Intensity, Proof, intensity, is_running},
    structure::{is_hard, is_structured},
};
use training::{NamedRun, Purpose};

/// An amount of easy, moderate and hard running, in sessions or in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Distribution {
    /// Below the first threshold.
    pub easy: f64,
    /// Between the thresholds.
    pub moderate: f64,
    /// Above the second threshold, or work with rests.
    pub hard: f64,
    /// Where nothing tells.
    pub untold: f64,
}

impl Distribution {
    /// All that can be told.
    pub fn told(self) -> f64 {
        self.easy + self.moderate + self.hard
    }

    /// The easy share of what can be told; `None` when nothing can.
    pub fn easy_share(self) -> Option<f64> {
        (self.told() > 0.0).then(|| self.easy / self.told())
    }

    fn add(&mut self, intensity: Option<Intensity>, amount: f64) {
        match intensity {
            Some(Intensity::Easy) => self.easy += amount,
            Some(Intensity::Moderate) => self.moderate += amount,
            Some(Intensity::Hard) => self.hard += amount,
            None => self.untold += amount,
        }
    }
}

/// How many runs were easy, moderate and hard, each by what it was for and how most of it was run.
pub fn by_sessions(runs: &[NamedRun]) -> Distribution {
    let mut sessions = Distribution::default();
    for run in runs.iter().filter(|run| run.purpose() != Purpose::Walk) {
        sessions.add(of_session(run), 1.0);
    }
    sessions
}

/// How many seconds were easy, moderate and hard.
pub fn by_time(runs: &[NamedRun]) -> Distribution {
    let mut time = Distribution::default();
    for run in runs {
        for segment in run.segments.iter().filter(|segment| is_running(segment)) {
            time.add(intensity(run, segment, Proof::Likely), segment.duration().0);
        }
    }
    time
}

/// How hard a session was, by its goal where it has structure, else by how most of it was run;
/// `None` where nothing tells.
pub fn of_session(run: &NamedRun) -> Option<Intensity> {
    if is_structured(run) {
        return Some(match run.purpose() {
            Purpose::Tempo | Purpose::Progression | Purpose::Steady => Intensity::Moderate,
            Purpose::Strides | Purpose::Long => Intensity::Easy,
            _ if is_hard(run) => Intensity::Hard,
            _ => Intensity::Easy,
        });
    }
    let time = by_time(std::slice::from_ref(run));
    if time.untold > time.told() {
        return None;
    }
    let above = |amount: f64| amount > MOST * time.told();
    Some(if above(time.hard) {
        Intensity::Hard
    } else if above(time.hard + time.moderate) {
        Intensity::Moderate
    } else {
        Intensity::Easy
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn eighty_per_cent_of_sessions_are_more_of_the_time() {
        let example = example(
            "1 week:
             Mon easy 60min
             Tue easy 15min + 5x(3min / 2min jog) + easy 15min
             Wed easy 60min
             Fri easy 60min
             Sun long 90min",
        );
        assert_eq!(by_sessions(&example.runs).easy_share(), Some(0.8));
        let by_time = by_time(&example.runs).easy_share().unwrap();
        assert!((by_time - 310.0 / 325.0).abs() < 0.001, "{by_time}");
    }

    #[test]
    fn a_session_goes_by_its_goal_and_a_plain_run_by_how_it_was_run() {
        let check = |day: &str, expected| {
            let example = example(&format!("1 week:\n{day}"));
            assert_eq!(of_session(&example.runs[0]), expected, "{day}");
        };
        check("Tue easy 15min + 6x(400m / 90s jog) + easy 10min", Some(Intensity::Hard));
        check("Tue easy 15min + tempo 20min @4:00", Some(Intensity::Moderate));
        check("Tue steady 45min @4:25", Some(Intensity::Moderate));
        check("Tue easy 45min", Some(Intensity::Easy));
        check("Tue easy 40min + strides 6x(20s / 60s jog)", Some(Intensity::Easy));
        check("Tue steady 45min (bad signal)", None);
    }
}
