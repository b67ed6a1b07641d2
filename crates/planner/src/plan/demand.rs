//! What a race asks of the training before it.

use training::Metres;

/// What a race asks of the training before it. The figures are conventions of this project, made
/// from the phase lengths of the evidence base and the long runs of published plans (Knopp 2024).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    /// For races up to this distance.
    pub up_to: Metres,
    /// The longest run that suffices before it.
    pub longest: Metres,
    /// The longest run that makes sense before it, for who runs much.
    pub farthest: Metres,
    /// The largest week that suffices for a beginner.
    pub week: Metres,
    /// Usual weeks of base.
    pub base: f64,
    /// Usual weeks of build.
    pub build: f64,
    /// Usual weeks of peak.
    pub peak: f64,
    /// Weeks of taper.
    pub taper: usize,
}

const DEMANDS: [Demand; 5] = [
    demand(5.5, (6.0, 12.0), 18.0, (5.0, 4.0, 2.5), 1),
    demand(12.0, (10.0, 16.0), 24.0, (6.0, 4.5, 3.0), 1),
    demand(25.0, (17.0, 22.0), 34.0, (7.0, 5.0, 3.5), 2),
    demand(45.0, (28.0, 33.0), 45.0, (9.0, 5.5, 4.0), 3),
    demand(f64::INFINITY, (32.0, 40.0), 52.0, (10.0, 6.0, 4.0), 3),
];

const fn demand(
    up_to: f64,
    (longest, farthest): (f64, f64),
    week: f64,
    (base, build, peak): (f64, f64, f64),
    taper: usize,
) -> Demand {
    Demand {
        up_to: Metres::from_km(up_to),
        longest: Metres::from_km(longest),
        farthest: Metres::from_km(farthest),
        week: Metres::from_km(week),
        base,
        build,
        peak,
        taper,
    }
}

impl Demand {
    /// What a race of a distance asks.
    pub fn of(race: Metres) -> Self {
        DEMANDS.into_iter().find(|demand| race <= demand.up_to).unwrap_or(DEMANDS[4])
    }

    /// Whether the race is so long that its long runs are a law of their own: a marathon or more.
    pub fn is_of_a_marathon(&self) -> bool {
        self.up_to > Metres::from_km(25.0)
    }
}
