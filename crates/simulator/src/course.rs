//! The ground under a run: how steep it is, and where on earth the path leads.

use crate::{conditions::Terrain, random::Random};
use std::f64::consts::{PI, TAU};
use training::Position;

/// Metres in a degree of latitude.
const METRES_PER_DEGREE: f64 = 111_320.0;

/// The grade of the ground along the way, as waves of different lengths.
#[derive(Debug, Clone)]
pub struct Course {
    waves: Vec<Wave>,
}

#[derive(Debug, Clone, Copy)]
struct Wave {
    grade: f64,
    length: f64,
    phase: f64,
}

impl Course {
    /// A course over the terrain.
    pub fn drawn(terrain: Terrain, random: &mut Random) -> Self {
        let steepness = match terrain {
            Terrain::Flat => 0.004,
            Terrain::Rolling => 0.013,
            Terrain::Hilly => 0.032,
            Terrain::Track | Terrain::Treadmill => return Self { waves: Vec::new() },
        };
        let waves = [(1200.0, 2500.0), (500.0, 1200.0), (250.0, 500.0)]
            .into_iter()
            .map(|(shortest, longest)| Wave {
                grade: steepness * random.between(0.6, 1.2),
                length: random.between(shortest, longest),
                phase: random.between(0.0, TAU),
            })
            .collect();
        Self { waves }
    }

    /// Rise over run at a distance from the start.
    pub fn grade_at(&self, distance: f64) -> f64 {
        self.waves
            .iter()
            .map(|wave| wave.grade * (TAU * distance / wave.length + wave.phase).sin())
            .sum()
    }
}

/// How much faster the same effort is on the flat: factor on speed for a grade, from equal heart
/// rate in six million runs (Strava Engineering 2017), linear between the published points.
pub fn flat_factor(grade: f64) -> f64 {
    const POINTS: [(f64, f64); 12] = [
        (-20.0, 1.085),
        (-10.0, 0.875),
        (-7.0, 0.875),
        (-5.0, 0.9),
        (-2.0, 0.95),
        (0.0, 1.0),
        (2.0, 1.05),
        (5.0, 1.19),
        (10.0, 1.48),
        (14.0, 1.77),
        (20.0, 2.28),
        (30.0, 3.16),
    ];
    let percent = (100.0 * grade).clamp(-20.0, 30.0);
    let after = POINTS.partition_point(|(point, _)| *point < percent).clamp(1, POINTS.len() - 1);
    let (left, low) = POINTS[after - 1];
    let (right, high) = POINTS[after];
    low + (high - low) * (percent - left) / (right - left)
}

/// A path over the earth that is followed metre by metre.
#[derive(Debug, Clone)]
pub struct Path {
    origin: Position,
    oval: bool,
    travelled: f64,
    heading: f64,
    turn: f64,
    east: f64,
    north: f64,
}

impl Path {
    /// A path from home: an oval on a track, a wandering one elsewhere.
    pub fn drawn(terrain: Terrain, home: Position, random: &mut Random) -> Self {
        Self {
            origin: home,
            oval: terrain == Terrain::Track,
            travelled: 0.0,
            heading: random.between(0.0, TAU),
            turn: 0.0,
            east: 0.0,
            north: 0.0,
        }
    }

    /// Follows the path for `metres` and tells where that leads, `aside` metres to its right.
    pub fn follow(&mut self, metres: f64, aside: f64, random: &mut Random) -> Position {
        self.travelled += metres;
        if self.oval {
            let (east, north) = oval(self.travelled, 36.5 + aside);
            return self.place(east, north);
        }
        self.turn = (0.98 * self.turn + random.normal(0.0, 0.0002)).clamp(-0.02, 0.02);
        self.heading += self.turn * metres;
        self.east += metres * self.heading.sin();
        self.north += metres * self.heading.cos();
        let (right, ahead) = (self.heading.cos(), -self.heading.sin());
        self.place(self.east + aside * right, self.north + aside * ahead)
    }

    fn place(&self, east: f64, north: f64) -> Position {
        let latitude = self.origin.latitude + north / METRES_PER_DEGREE;
        let shrink = self.origin.latitude.to_radians().cos();
        Position { latitude, longitude: self.origin.longitude + east / METRES_PER_DEGREE / shrink }
    }
}

/// East and north on a 400 m track with straights of 84.39 m and bends of the given radius.
fn oval(distance: f64, radius: f64) -> (f64, f64) {
    const STRAIGHT: f64 = 84.39;
    const BEND: f64 = 36.8 * PI;
    let along = distance % (2.0 * (STRAIGHT + BEND));
    let (half, flip) =
        if along < STRAIGHT + BEND { (along, 1.0) } else { (along - STRAIGHT - BEND, -1.0) };
    if half < STRAIGHT {
        return (flip * (half - STRAIGHT / 2.0), -flip * radius);
    }
    let angle = (half - STRAIGHT) / BEND * PI - PI / 2.0;
    (flip * (STRAIGHT / 2.0 + radius * angle.cos()), flip * radius * angle.sin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn climbing_costs_and_gentle_descents_give() {
        assert!((flat_factor(0.0) - 1.0).abs() < 1e-12);
        assert!((flat_factor(0.05) - 1.19).abs() < 1e-12);
        assert!((flat_factor(-0.05) - 0.9).abs() < 1e-12);
        assert!((flat_factor(0.075) - 1.335).abs() < 1e-12);
        assert!((flat_factor(0.9) - 3.16).abs() < 1e-12);
    }

    #[test]
    fn hilly_ground_is_steeper_than_flat_ground() {
        let steepest = |terrain| {
            let course = Course::drawn(terrain, &mut Random::seeded(5));
            (0..10_000).map(|metre| course.grade_at(f64::from(metre)).abs()).fold(0.0, f64::max)
        };
        assert!(steepest(Terrain::Flat) < 0.015);
        assert!((0.015..0.05).contains(&steepest(Terrain::Rolling)));
        assert!((0.05..0.12).contains(&steepest(Terrain::Hilly)));
    }

    #[test]
    fn a_lap_of_the_track_ends_where_it_began() {
        let (east, north) = oval(0.0, 36.5);
        let (back_east, back_north) = oval(399.99, 36.5);
        assert!((east - back_east).abs() < 0.5 && (north - back_north).abs() < 0.5);
    }
}
