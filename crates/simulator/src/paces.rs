//! How fast a runner would run each kind of effort, as speed on the flat in metres per second.

use crate::{random::Random, runner::SimulatedRunner};
use training::{Amount, Effort, Metres, Purpose, RestStyle, Seconds};

/// Seconds from which speed fades with time as a power law.
const FADE_FROM: f64 = 1200.0;

/// The speed for unbroken running: as asked, else as this runner would choose.
pub fn unbroken_speed(
    runner: &SimulatedRunner,
    purpose: Purpose,
    effort: &Effort,
    random: &mut Random,
) -> f64 {
    if let Some(speed) = effort.speed {
        return speed.0;
    }
    let easy = runner.easy_speed().0;
    let critical = runner.critical_speed.0;
    match purpose {
        Purpose::Recovery => easy * random.between(0.90, 0.95),
        Purpose::Steady => {
            let between = random.between(0.4, 0.7);
            critical * (runner.lt1_fraction + (1.0 - runner.lt1_fraction) * between)
        }
        Purpose::Tempo | Purpose::Progression => critical * random.between(0.95, 1.0),
        Purpose::Race => race_speed(runner, effort.amount) * random.between(0.992, 1.0),
        Purpose::Walk => random.between(1.35, 1.75),
        _ => easy * random.between(0.97, 1.03),
    }
}

/// The speed of one rep: as asked, else above critical speed by what the anaerobic reserve allows
/// over and over again.
pub fn rep_speed(runner: &SimulatedRunner, purpose: Purpose, effort: &Effort) -> f64 {
    if let Some(speed) = effort.speed {
        return speed.0;
    }
    let critical = runner.critical_speed.0;
    match purpose {
        Purpose::Tempo => critical * 0.985,
        Purpose::Strides => critical * 1.32,
        Purpose::Easy | Purpose::Recovery | Purpose::Long => runner.easy_speed().0,
        _ => {
            let seconds = seconds_at(effort.amount, critical * 1.08);
            critical + (0.35 * runner.d_prime.0 / seconds).min(0.3 * critical)
        }
    }
}

/// The speed between reps: as asked, else by how the rest is spent.
pub fn rest_speed(
    runner: &SimulatedRunner,
    rest: &Effort,
    style: RestStyle,
    random: &mut Random,
) -> f64 {
    match (style, rest.speed) {
        (RestStyle::Stand, _) => 0.0,
        (_, Some(speed)) => speed.0,
        (RestStyle::Walk, None) => random.between(1.25, 1.65),
        (RestStyle::Jog, None) => runner.easy_speed().0 * random.between(0.80, 0.95),
    }
}

/// The mean speed of an all-out effort: d = CS·t + D′ (Monod and Scherrer 1965) up to 20 minutes,
/// fading as a power of time beyond (Riegel 1981).
pub fn race_speed(runner: &SimulatedRunner, amount: Amount) -> f64 {
    match amount {
        Amount::Time(Seconds(seconds)) => speed_for_time(runner, seconds),
        Amount::Distance(Metres(metres)) => {
            let (mut quickest, mut slowest) = (30.0, 48.0 * 3600.0);
            for _ in 0..60 {
                let middle = f64::midpoint(quickest, slowest);
                let enough = speed_for_time(runner, middle) * middle >= metres;
                if enough { slowest = middle } else { quickest = middle }
            }
            metres / slowest
        }
    }
}

fn speed_for_time(runner: &SimulatedRunner, seconds: f64) -> f64 {
    let sustained = seconds.clamp(60.0, FADE_FROM);
    let speed = runner.critical_speed.0 + runner.d_prime.0 / sustained;
    speed * (seconds / FADE_FROM).max(1.0).powf(-runner.fade)
}

/// How long an amount takes at a speed, in seconds.
pub fn seconds_at(amount: Amount, speed: f64) -> f64 {
    match amount {
        Amount::Time(Seconds(seconds)) => seconds,
        Amount::Distance(Metres(metres)) => metres / speed.max(0.5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::runner;
    use training::MetresPerSecond;

    fn four_metres_a_second() -> SimulatedRunner {
        let critical_speed = MetresPerSecond(4.0);
        SimulatedRunner { critical_speed, d_prime: Metres(200.0), fade: 0.065, ..runner(1) }
    }

    #[test]
    fn short_races_follow_the_critical_speed_line() {
        let runner = four_metres_a_second();
        let time = |metres| metres / race_speed(&runner, Amount::Distance(Metres(metres)));
        assert!((time(3000.0) - 700.0).abs() < 0.01);
        assert!((time(5000.0) - 1200.0).abs() < 0.01);
    }

    #[test]
    fn long_races_are_slower_than_critical_speed() {
        let runner = four_metres_a_second();
        let marathon = race_speed(&runner, Amount::Distance(Metres(42_195.0)));
        assert!((0.84..0.93).contains(&(marathon / 4.0)), "{marathon}");
    }

    #[test]
    fn shorter_reps_are_faster() {
        let runner = four_metres_a_second();
        let speed = |metres| {
            let amount = Amount::Distance(Metres(metres));
            rep_speed(&runner, Purpose::Intervals, &Effort { amount, speed: None, hr_cap: None })
        };
        assert!(speed(200.0) > speed(400.0));
        assert!(speed(400.0) > speed(1000.0));
        assert!(speed(2000.0) > 4.0);
    }
}
