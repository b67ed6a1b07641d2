//! What a session holds: its work by phase, goal and place in the phase, and what goes around it.

use super::baseline::Baseline;
use crate::today::Limits;
use training::{
    Amount, Bpm, Effort, Level, Metres, MetresPerSecond, Part, Phase, Purpose, RestStyle, Seconds,
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
    /// The heart rate at the second threshold, where it is known.
    pub threshold_hr: Option<Bpm>,
    /// How slow easy and recovery running are, and under which heart rate.
    pub limits: Limits,
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
    /// Whether there are no hills.
    pub no_hills: bool,
    /// The share of the usual work.
    pub share: f64,
    /// The most minutes for the whole session.
    pub most_minutes: f64,
    /// How far the whole session goes at the most.
    pub farthest: Metres,
    /// Whether there is more easy running around the work.
    pub is_drawn_out: bool,
}

/// What a hard session is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Fartlek,
    Hills,
    Intervals,
    Tempo,
    RaceSpeed,
}

/// The minutes before and after the work: for the advanced, as usual, and where time is short.
const AROUND: [(f64, f64); 3] = [(20.0, 12.0), (12.0, 8.0), (10.0, 5.0)];
/// The same where few days are to hold the week (our own convention).
const DRAWN_OUT: (f64, f64) = (30.0, 20.0);
/// With less work than this, in minutes, a session is not worth its warm-up (our own convention).
pub const LEAST_WORK: f64 = 5.0;
/// Tempo running longer than this, in minutes, is broken by a short jog.
const UNBROKEN_TEMPO: f64 = 25.0;
/// At the speed of a half-marathon, and of a marathon, the work is this much longer.
const RACE_SPEED_WORK: (f64, f64) = (1.4, 2.0);
/// Tempo running, which is the fastest, as a share of critical speed.
pub(crate) const TEMPO_SHARE: f64 = 0.97;
/// A half-marathon where no time is aimed at, as such a share.
const HALF_SHARE: f64 = 0.95;
/// The speed of a marathon where none is aimed at, as a share of critical speed (Smyth and Muniz 2020:
/// 0.93 for the fastest to 0.79).
const MARATHON_SHARE: f64 = 0.88;
/// Up to here a race is prepared for by what is faster than it.
const SHORT_RACE: Metres = Metres::from_km(12.0);
/// From here on a race is slow enough that its speed is trained in the build too.
const LONG_RACE: Metres = Metres::from_km(25.0);
/// Runs are written in steps of half a kilometre from here on, in tenths below.
const WHOLE_FROM: Metres = Metres::from_km(6.0);
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
        let speed = self.speed(purpose);
        let amount = if self.baseline.level == Level::Beginner {
            let minutes = distance.0 / self.speed_of(purpose).0 / 60.0;
            Amount::Time(Seconds::from_minutes(minutes.floor().max(10.0)))
        } else {
            let step = if distance >= WHOLE_FROM { 500.0 } else { 100.0 };
            Amount::Distance(Metres((distance.0 / step + 1e-6).floor() * step))
        };
        let effort = Effort { amount, speed, hr_cap: self.limits.hr_max(purpose) };
        Session::unbroken(purpose, effort)
    }

    /// The speed that an easy, recovery or long run names: what is usual, if it is easy; `None` where
    /// nothing is known of the runner.
    fn speed(&self, purpose: Purpose) -> Option<MetresPerSecond> {
        let (fastest, _) = self.limits.speeds(purpose)?;
        Some(match purpose {
            Purpose::Recovery => fastest,
            _ => MetresPerSecond(fastest.0.min(self.baseline.easy_speed.0)),
        })
    }

    /// The speed at which such a run is looked at.
    pub fn speed_of(&self, purpose: Purpose) -> MetresPerSecond {
        self.speed(purpose).unwrap_or(self.baseline.speed_as_written())
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
        Session::unbroken(Purpose::Race, effort)
    }

    /// How far a session goes, as it will be looked at by the rules.
    pub fn distance(&self, session: &Session) -> Metres {
        self.baseline.as_run(session).distance.unwrap_or_default()
    }

    /// A hard session, with as much work as its day has time for and the long run allows; `None`
    /// where that is too little to be worth it.
    pub fn hard(&self, moment: Moment) -> Option<Session> {
        let wanted = self.work_minutes(moment);
        let steps = (0..).map(|step| wanted - f64::from(step));
        let minutes = || steps.clone().take_while(|minutes| *minutes >= LEAST_WORK);
        let skipped = usize::from(self.baseline.level < Level::Advanced);
        let drawn_out = moment.is_drawn_out.then_some(DRAWN_OUT).into_iter();
        drawn_out.chain(AROUND.into_iter().skip(skipped)).find_map(|around| {
            minutes()
                .map(|work| self.hard_with(moment, work, around))
                .find(|it| fits(it, self, moment))
        })
    }

    fn hard_with(&self, moment: Moment, minutes: f64, (warm_up, cool_down): (f64, f64)) -> Session {
        let work = match self.kind(moment) {
            Kind::Fartlek => self.reps(Purpose::Fartlek, minutes, (1.0, 1.0), 1.03),
            Kind::Hills => self.reps(Purpose::Hills, minutes.min(8.0), (1.0, 2.0), 0.0),
            Kind::Intervals => {
                let rep = if minutes < 12.0 { 2.0 } else { 3.0 };
                self.reps(Purpose::Intervals, minutes, (rep, 2.0), 1.03)
            }
            Kind::Tempo => self.tempo(minutes, self.at(TEMPO_SHARE).or(self.goal_speed)),
            Kind::RaceSpeed => self.tempo(minutes, self.race_speed()),
        };
        Session { parts: vec![self.easy(warm_up), work, self.easy(cool_down)] }
    }

    /// Easy running around the work, under the cap of all easy running. Strides, hills, other reps and
    /// the jog between them have none: the heart is half a minute late and more, and tells of them
    /// when they are over.
    fn easy(&self, minutes: f64) -> Part {
        let effort = seconds(60.0 * minutes, None);
        let hr_cap = self.limits.hr_max(Purpose::Easy);
        Part::Unbroken { purpose: Purpose::Easy, effort: Effort { hr_cap, ..effort } }
    }

    /// Unbroken, or in two or three pieces where it is long.
    fn tempo(&self, minutes: f64, speed: Option<MetresPerSecond>) -> Part {
        let effort = |minutes: f64| Effort {
            hr_cap: self.threshold_hr.map(|hr| Bpm(hr.0.floor())),
            ..seconds(60.0 * minutes.floor(), speed)
        };
        if minutes <= UNBROKEN_TEMPO {
            return Part::Unbroken { purpose: Purpose::Tempo, effort: effort(minutes) };
        }
        let count = if minutes <= 2.0 * UNBROKEN_TEMPO { 2 } else { 3 };
        Part::Reps {
            purpose: Purpose::Tempo,
            count,
            work: effort(minutes / f64::from(count)),
            rest: seconds(120.0, None),
            style: RestStyle::Jog,
        }
    }

    /// What kind of session comes when: play and hills in the base, tempo, intervals and, before a long
    /// race, its speed by turns in the build, in the peak what the race is like.
    fn kind(&self, moment: Moment) -> Kind {
        let place = moment.week + moment.turn;
        let by_turns = |kinds: &[Kind]| kinds[place % kinds.len()];
        let race = self.race.unwrap_or_default();
        match moment.phase {
            // Hills only after six weeks of running (convention).
            Phase::Base if moment.week >= 6 && !moment.no_hills => {
                by_turns(&[Kind::Fartlek, Kind::Hills])
            }
            Phase::Base => Kind::Fartlek,
            _ if race > LONG_RACE => by_turns(&[Kind::Tempo, Kind::Intervals, Kind::RaceSpeed]),
            Phase::Build => by_turns(&[Kind::Tempo, Kind::Intervals]),
            _ if race > SHORT_RACE => by_turns(&[Kind::RaceSpeed, Kind::Intervals]),
            _ => by_turns(&[Kind::Intervals, Kind::Tempo]),
        }
    }

    fn at(&self, share: f64) -> Option<MetresPerSecond> {
        self.critical_speed.map(|speed| MetresPerSecond(share * speed.0))
    }

    /// The race's own speed: as aimed at, else about what it is run at.
    fn race_speed(&self) -> Option<MetresPerSecond> {
        let is_long = self.race.is_some_and(|race| race > LONG_RACE);
        self.goal_speed.or(self.at(if is_long { MARATHON_SHARE } else { HALF_SHARE }))
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
        let is_longer = self.kind(moment) == Kind::RaceSpeed && moment.phase != Phase::Taper;
        let is_long = self.race.is_some_and(|race| race > LONG_RACE);
        let longer = match (is_longer, is_long) {
            (true, true) => RACE_SPEED_WORK.1,
            (true, false) => RACE_SPEED_WORK.0,
            (false, _) => 1.0,
        };
        let minutes = longer * (first + (full - first) * grown);
        moment.share * if moment.is_lighter { 0.7 * minutes } else { minutes }
    }

    /// As many reps as fill the minutes of work; at least two.
    fn reps(&self, purpose: Purpose, minutes: f64, (work, rest): (f64, f64), share: f64) -> Part {
        let speed = self
            .critical_speed
            .filter(|_| share > 0.0)
            .map(|speed| MetresPerSecond(share * speed.0));
        Part::Reps {
            purpose,
            count: ((minutes / work + 1e-6).floor() as u32).max(2),
            work: seconds(60.0 * work, speed),
            rest: seconds(60.0 * rest, None),
            style: RestStyle::Jog,
        }
    }
}

/// Whether a session stays within the minutes of its day and the distance it may go.
fn fits(session: &Session, kitchen: &Kitchen<'_>, moment: Moment) -> bool {
    let minutes = session.time(Some(kitchen.baseline.easy_speed)).map_or(0.0, Seconds::minutes);
    minutes <= moment.most_minutes && kitchen.distance(session) <= moment.farthest
}

fn seconds(seconds: f64, speed: Option<MetresPerSecond>) -> Effort {
    Effort { amount: Amount::Time(Seconds(seconds)), speed, hr_cap: None }
}
