//! What a session holds: its work by phase, goal and place in the phase, and what goes around it.

use super::baseline::Baseline;
use training::{
    Amount, Effort, Level, Metres, MetresPerSecond, Part, Phase, Purpose, RestStyle, Seconds,
    Session,
};

/// What the sessions of a plan are made from.
#[derive(Debug, Clone, Copy)]
pub struct Kitchen<'a> {
    /// Where the runner starts.
    pub baseline: &'a Baseline,
    /// Critical speed, where it is known.
    pub critical_speed: Option<MetresPerSecond>,
    /// The speed aimed at in the race, where there is one.
    pub goal_speed: Option<MetresPerSecond>,
    /// The race, where there is one.
    pub race: Option<Metres>,
    /// The fastest a recovery run may be, where the doctrine or the runner's thresholds tell.
    pub recovery_speed: Option<MetresPerSecond>,
}

/// Where in a plan a session lies.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Its phase.
    pub phase: Phase,
    /// Its place in the phase, above 0 up to 1.
    pub progress: f64,
    /// Which hard session of its week it is, from 0.
    pub turn: usize,
    /// Which week of the plan it lies in, from 0.
    pub week: usize,
    /// Whether the week is lighter.
    pub is_lighter: bool,
    /// The share of the usual work.
    pub share: f64,
    /// The most minutes for the whole session.
    pub most_minutes: f64,
}

const WARM_UP: f64 = 12.0;
const COOL_DOWN: f64 = 8.0;
/// The hard minutes of a first and of a full-grown session, by level (convention of this project).
const WORK_MINUTES: [(Level, f64, f64); 4] = [
    (Level::Beginner, 8.0, 16.0),
    (Level::Intermediate, 12.0, 24.0),
    (Level::Advanced, 16.0, 32.0),
    (Level::Elite, 20.0, 40.0),
];

impl Kitchen<'_> {
    /// An easy, recovery or long run of a distance; beginners run by time, which is what they can
    /// judge.
    pub fn unbroken(&self, purpose: Purpose, distance: Metres) -> Session {
        let speed = self.recovery_speed.filter(|_| purpose == Purpose::Recovery);
        let amount = if self.baseline.level == Level::Beginner {
            let usual = speed.unwrap_or(self.baseline.speed_as_written());
            let minutes = distance.0 / usual.0 / 60.0;
            Amount::Time(Seconds::from_minutes(minutes.floor().max(10.0)))
        } else {
            Amount::Distance(Metres((distance.0 / 100.0 + 1e-6).floor() * 100.0))
        };
        let effort = Effort { amount, speed, hr_cap: None };
        Session { parts: vec![Part::Unbroken { purpose, effort }] }
    }

    /// The same with strides at its end.
    pub fn with_strides(&self, distance: Metres) -> Session {
        let mut session = self.unbroken(Purpose::Easy, distance);
        session.parts.push(Part::Reps {
            purpose: Purpose::Strides,
            count: 5,
            work: seconds(20.0, None),
            rest: seconds(60.0, None),
            style: RestStyle::Walk,
        });
        session
    }

    /// The race itself.
    pub fn race(&self, distance: Metres) -> Session {
        let effort =
            Effort { amount: Amount::Distance(distance), speed: self.goal_speed, hr_cap: None };
        Session { parts: vec![Part::Unbroken { purpose: Purpose::Race, effort }] }
    }

    /// How far a session goes, as it will be looked at by the rules.
    pub fn distance(&self, session: &Session) -> Metres {
        self.baseline.as_run(session).distance.unwrap_or_default()
    }

    /// A hard session.
    pub fn hard(&self, moment: Moment) -> Session {
        let room = moment.most_minutes - WARM_UP - COOL_DOWN;
        let minutes = self.work_minutes(moment).min(room / 1.7).max(4.0);
        let work = match self.kind(moment) {
            Purpose::Fartlek => self.reps(Purpose::Fartlek, minutes, 1.0, 1.0, 1.03),
            Purpose::Hills => self.reps(Purpose::Hills, minutes.min(6.0), 1.0, 2.0, 0.0),
            Purpose::Intervals => self.reps(Purpose::Intervals, minutes, 3.0, 2.0, 1.03),
            _ => Part::Unbroken {
                purpose: Purpose::Tempo,
                effort: seconds(60.0 * minutes.round(), self.tempo_speed(moment)),
            },
        };
        Session { parts: vec![easy(WARM_UP), work, easy(COOL_DOWN)] }
    }

    /// What kind of session comes when: play and hills in the base, tempo and intervals by turns in
    /// the build, in the peak what the race is like.
    fn kind(&self, moment: Moment) -> Purpose {
        let is_short = self.race.is_some_and(|race| race <= Metres::from_km(12.0));
        let even = (moment.week + moment.turn).is_multiple_of(2);
        match (moment.phase, even) {
            // Hills only after six weeks of running (convention).
            (Phase::Base, false) if moment.week >= 6 => Purpose::Hills,
            (Phase::Base, _) => Purpose::Fartlek,
            (Phase::Build, true) => Purpose::Tempo,
            (Phase::Build, false) => Purpose::Intervals,
            (_, true) if is_short => Purpose::Intervals,
            (_, _) if is_short => Purpose::Tempo,
            (_, false) if moment.turn > 0 => Purpose::Intervals,
            _ => Purpose::Tempo,
        }
    }

    /// Near the second threshold; in the peak at the goal's own speed where that is slower.
    fn tempo_speed(&self, moment: Moment) -> Option<MetresPerSecond> {
        let usual = self.critical_speed.map(|speed| MetresPerSecond(0.97 * speed.0));
        match (moment.phase, usual, self.goal_speed) {
            (Phase::Peak | Phase::Taper, Some(usual), Some(goal)) => {
                Some(MetresPerSecond(usual.0.min(goal.0)))
            }
            (_, usual, goal) => usual.or(goal),
        }
    }

    fn work_minutes(&self, moment: Moment) -> f64 {
        let level = self.baseline.level;
        let (_, first, full) =
            WORK_MINUTES.into_iter().find(|(own, ..)| *own == level).unwrap_or(WORK_MINUTES[0]);
        let grown = match moment.phase {
            Phase::Base => 0.3 * moment.progress,
            Phase::Build => 0.3 + 0.5 * moment.progress,
            Phase::Peak => 0.8 + 0.2 * moment.progress,
            Phase::Taper => 0.2,
        };
        let minutes = first + (full - first) * grown;
        moment.share * if moment.is_lighter { 0.7 * minutes } else { minutes }
    }

    /// As many reps as fill the minutes of work; at least three.
    fn reps(&self, purpose: Purpose, minutes: f64, work: f64, rest: f64, share: f64) -> Part {
        let speed = self
            .critical_speed
            .filter(|_| share > 0.0)
            .map(|speed| MetresPerSecond(share * speed.0));
        Part::Reps {
            purpose,
            count: ((minutes / work).round() as u32).max(3),
            work: seconds(60.0 * work, speed),
            rest: seconds(60.0 * rest, None),
            style: RestStyle::Jog,
        }
    }
}

fn easy(minutes: f64) -> Part {
    Part::Unbroken { purpose: Purpose::Easy, effort: seconds(60.0 * minutes, None) }
}

fn seconds(seconds: f64, speed: Option<MetresPerSecond>) -> Effort {
    Effort { amount: Amount::Time(Seconds(seconds)), speed, hr_cap: None }
}
