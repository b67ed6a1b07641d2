//! A script lived through second by second on a course: what truly happened, before any watch saw
//! it.

use crate::{
    body::Body,
    conditions::{Conditions, Terrain},
    course::Course,
    random::{Drifting, Random},
    runner::SimulatedRunner,
    script::{Ground, Stretch},
};
use training::{Amount, Metres, Purpose, Seconds, SegmentKind};

/// No run is longer than this; it keeps a script that can never end from running for ever.
const LONGEST_SECONDS: usize = 24 * 3600;

/// One second of a run as it truly was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Which stretch of the script begins or goes on now.
    pub stretch: usize,
    /// Speed over ground in metres per second.
    pub speed: f64,
    /// Metres since the start.
    pub distance: f64,
    /// Metres above where the run began.
    pub altitude: f64,
    /// Heart rate.
    pub hr: f64,
    /// Steps per minute; `None` when standing.
    pub cadence: Option<f64>,
}

/// Lives a script. One moment a second, the first at the start, the last at the end.
pub fn live(
    runner: &SimulatedRunner,
    script: &[Stretch],
    conditions: &Conditions,
    random: &mut Random,
) -> Vec<Moment> {
    let mut life = Life::begin(runner, conditions, random);
    for (index, stretch) in script.iter().enumerate() {
        life.meet(stretch.ground);
        let (since, from) = (life.moments.len(), life.distance);
        loop {
            let seconds = (life.moments.len() - since) as f64;
            let done = share_done(stretch, seconds, life.distance - from);
            if done >= 1.0 || life.moments.len() >= LONGEST_SECONDS {
                break;
            }
            life.note(index, stretch, random);
            life.go_on(stretch, done, random);
        }
    }
    if let (Some(index), Some(stretch)) = (script.len().checked_sub(1), script.last()) {
        life.note(index, stretch, random);
    }
    life.moments
}

fn share_done(stretch: &Stretch, seconds: f64, metres: f64) -> f64 {
    match stretch.amount {
        Amount::Time(Seconds(whole)) => seconds / whole.max(1.0),
        Amount::Distance(_) if stretch.aim.mean() < 0.3 => seconds / 60.0,
        Amount::Distance(Metres(whole)) => metres / whole.max(1.0),
    }
}

struct Life<'a> {
    runner: &'a SimulatedRunner,
    body: Body<'a>,
    course: Course,
    wobble: Drifting,
    moments: Vec<Moment>,
    ground: Ground,
    foot: f64,
    grade: f64,
    speed: f64,
    distance: f64,
    altitude: f64,
}

impl<'a> Life<'a> {
    fn begin(runner: &'a SimulatedRunner, conditions: &Conditions, random: &mut Random) -> Self {
        let even = matches!(conditions.terrain, Terrain::Track | Terrain::Treadmill);
        let unevenness = if even { 0.007 } else { 0.014 };
        Self {
            runner,
            body: Body::rested(runner, conditions.temperature.0, random.between(2.0, 5.0)),
            course: Course::drawn(conditions.terrain, random),
            wobble: Drifting::new(0.97, unevenness, random),
            moments: Vec::new(),
            ground: Ground::Course,
            foot: 0.0,
            grade: 0.0,
            speed: 0.0,
            distance: 0.0,
            altitude: 0.0,
        }
    }

    /// Comes upon new ground. The first climb of a hill remembers where its foot is.
    fn meet(&mut self, ground: Ground) {
        if self.ground == Ground::Course {
            self.foot = self.altitude;
        }
        self.ground = ground;
    }

    fn note(&mut self, index: usize, stretch: &Stretch, random: &mut Random) {
        self.moments.push(Moment {
            stretch: index,
            speed: self.speed,
            distance: self.distance,
            altitude: self.altitude,
            hr: self.body.hr,
            cadence: self.cadence(stretch, random),
        });
    }

    fn go_on(&mut self, stretch: &Stretch, done: f64, random: &mut Random) {
        let aim = stretch.aim.at(done) * (1.0 + self.wobble.next(random));
        self.body.live_a_second(aim);
        self.grade += (self.grade_here() - self.grade) * 0.4;
        self.speed = self.body.ground_speed(self.grade);
        self.distance += self.speed;
        self.altitude += self.grade * self.speed;
    }

    fn grade_here(&self) -> f64 {
        match self.ground {
            Ground::Course => self.course.grade_at(self.distance),
            Ground::Up(grade) => grade,
            Ground::Down(grade) if self.altitude > self.foot => -grade,
            Ground::Down(_) => 0.0,
        }
    }

    fn cadence(&self, stretch: &Stretch, random: &mut Random) -> Option<f64> {
        if self.speed < 0.4 {
            return None;
        }
        let steps = if is_walked(stretch) {
            96.0 + 12.0 * self.speed
        } else {
            self.runner.cadence_base + self.runner.cadence_slope * self.speed
        };
        Some(steps + random.normal(0.0, 1.2))
    }
}

fn is_walked(stretch: &Stretch) -> bool {
    let may_walk = stretch.kind == SegmentKind::Rest || stretch.purpose == Purpose::Walk;
    may_walk && stretch.aim.mean() < 1.8
}
