//! A library of sessions as coaches write them, for each level, in training's notation. Paces are
//! left to the runner unless a session is about a pace.

use crate::{paces::race_speed, random::Random, runner::SimulatedRunner};
use training::{Amount, Level, Metres, MetresPerSecond};

/// Easy running; beginners often walk in between.
pub fn easy(runner: &SimulatedRunner, km: f64, random: &mut Random) -> String {
    if runner.level == Level::Beginner && random.chance(0.35) {
        let [run, walk] = random.pick(&[[2, 1], [3, 1], [4, 1], [5, 2]]);
        let minutes = km * 1000.0 / runner.easy_speed().0 / 60.0;
        let count = (minutes / f64::from(run + walk)).round().max(3.0);
        return format!("easy {count}x({run}min / {walk}min walk)");
    }
    format!("easy {}", distance(km))
}

/// A short, slow run after something hard.
pub fn recovery(km: f64) -> String {
    format!("recovery {}", distance(km))
}

/// An easy run with strides at its end.
pub fn strides(km: f64, random: &mut Random) -> String {
    let count = random.whole(4, 8);
    let rest = random.pick(&["60s jog", "60s walk", "80s jog"]);
    format!(
        "easy {} + strides {count}x({}s / {rest})",
        distance(km),
        random.pick(&[15, 20, 20, 25])
    )
}

/// The long run; one in four ends fast.
pub fn long(runner: &SimulatedRunner, km: f64, random: &mut Random) -> String {
    if runner.level > Level::Beginner && random.chance(0.25) {
        let fast = (km * random.between(0.18, 0.3)).clamp(2.0, 8.0);
        return format!("long {} + tempo {}", distance(km - fast), distance(fast));
    }
    format!("long {}", distance(km))
}

/// A long run with a block at marathon pace.
pub fn long_at_marathon_pace(runner: &SimulatedRunner, km: f64, random: &mut Random) -> String {
    let block = km * random.between(0.35, 0.55);
    let before = (km - block) * 0.7;
    let after = km - block - before;
    let pace = marathon_pace(runner);
    format!(
        "long {} + steady {} @{pace} + long {}",
        distance(before),
        distance(block),
        distance(after)
    )
}

/// Unbroken running at marathon pace.
pub fn at_marathon_pace(runner: &SimulatedRunner, km: f64) -> String {
    let pace = marathon_pace(runner);
    format!("easy 10min + steady {} @{pace} + easy 8min", distance((km - 3.5).max(3.0)))
}

/// Unbroken running between the thresholds, from the first step to the last.
pub fn grey(runner: &SimulatedRunner, km: f64, random: &mut Random) -> String {
    let between = random.between(0.3, 0.65);
    let fraction = runner.lt1_fraction + (1.0 - runner.lt1_fraction) * between;
    format!("steady {} @{}", distance(km), pace(runner.fraction(fraction)))
}

/// An easy run that is let go once warm: a fifth of it, nine minutes at most, at 92 to 94 % of
/// critical speed, which lies above everybody's first threshold and below a tempo. Ten minutes would
/// be a session.
pub fn pressed(runner: &SimulatedRunner, km: f64, random: &mut Random) -> String {
    let minutes = km * 1000.0 / runner.easy_speed().0 / 60.0;
    let pressed = (0.2 * minutes).clamp(2.0, 9.0).round();
    let before = (0.45 * minutes).round();
    let after = (minutes - pressed - before).round();
    let pace = pace(runner.fraction(random.between(0.92, 0.94)));
    format!("easy {before}min + steady {pressed}min @{pace} + easy {after}min")
}

/// A race or a time trial; short ones with a warm-up in the file, most of the time.
pub fn race(metres: f64, random: &mut Random) -> String {
    if metres > 12_000.0 || random.chance(0.25) {
        return format!("race {metres}m");
    }
    let warm_up = random.whole(10, 18);
    format!("easy {warm_up}min + race {metres}m + easy {}min", random.whole(5, 12))
}

/// A hard session for the level.
pub fn quality(runner: &SimulatedRunner, random: &mut Random) -> String {
    let main = match runner.level {
        Level::Beginner => random.pick(&BEGINNER),
        Level::Intermediate => random.pick(&INTERMEDIATE),
        Level::Advanced => random.pick(&ADVANCED),
        Level::Elite => random.pick(&ELITE),
    };
    let main = if main == OVER_UNDER { over_under(runner, random) } else { main.to_owned() };
    if main.starts_with("progression") {
        return main;
    }
    let (shortest, longest) = match runner.level {
        Level::Beginner => (8, 10),
        Level::Intermediate => (10, 15),
        Level::Advanced | Level::Elite => (12, 20),
    };
    let warm_up = random.whole(shortest, longest);
    format!("easy {warm_up}min + {main} + easy {}min", random.whole(shortest - 3, longest - 5))
}

const OVER_UNDER: &str = "over-under";

const BEGINNER: [&str; 10] = [
    "6x(60s / 90s walk)",
    "5x(2min / 2min walk)",
    "4x(3min / 2min jog)",
    "5x(400m / 2min walk)",
    "8x(30s / 90s jog)",
    "fartlek 15min",
    "tempo 12min",
    "tempo 2x(8min / 2min jog)",
    "hills 5x(30s / 90s walk)",
    "progression 27min",
];

const INTERMEDIATE: [&str; 18] = [
    "8x(400m / 90s jog)",
    "8x(400m / 60s stand)",
    "6x(800m / 2min jog)",
    "5x(1km / 2min jog)",
    "5x(1km / 90s walk)",
    "10x(60s / 60s jog)",
    "6x(3min / 2min jog)",
    "12x(30s / 30s jog)",
    "1x(60s / 60s jog) + 1x(2min / 90s jog) + 1x(3min / 2min jog) + 1x(2min / 90s jog) + 1x(60s / 60s jog)",
    "tempo 20min",
    "tempo 5km",
    "tempo 3x(8min / 2min jog)",
    "steady 30min",
    "hills 8x(45s / 2min jog)",
    "hills 6x(60s / 2min jog)",
    "fartlek 25min",
    "progression 40min",
    OVER_UNDER,
];

const ADVANCED: [&str; 21] = [
    "12x(400m / 60s jog)",
    "10x(400m / 60s stand)",
    "8x(800m / 90s jog)",
    "6x(1km / 90s jog)",
    "6x(1km / 2min stand)",
    "5x(1600m / 2min jog)",
    "8x(3min / 2min jog)",
    "4x(6min / 3min jog)",
    "20x(200m / 200m jog)",
    "20x(20s / 40s jog)",
    "1x(400m / 60s jog) + 1x(800m / 90s jog) + 1x(1200m / 2min jog) + 1x(1600m / 2min jog) + 1x(1200m / 2min jog) + 1x(800m / 90s jog) + 1x(400m / 60s jog)",
    "tempo 30min",
    "tempo 8km",
    "tempo 4x(8min / 60s jog)",
    "tempo 3x(3km / 90s jog)",
    "steady 45min",
    "hills 10x(60s / 2min jog)",
    "hills 4x(5min / 4min jog)",
    "fartlek 40min",
    "progression 12km",
    OVER_UNDER,
];

const ELITE: [&str; 17] = [
    "20x(400m / 45s jog)",
    "16x(400m / 60s stand)",
    "10x(1km / 60s jog)",
    "8x(1km / 2min walk)",
    "6x(2km / 90s jog)",
    "6x(5min / 2min jog)",
    "12x(2min / 60s jog)",
    "16x(30s / 30s jog)",
    "1x(3km / 2min jog) + 1x(2km / 2min jog) + 1x(1km / 2min jog) + 2x(500m / 90s jog)",
    "tempo 40min",
    "tempo 12km",
    "tempo 5x(2km / 60s jog)",
    "tempo 3x(10min / 90s jog)",
    "hills 12x(60s / 90s jog)",
    "hills 4x(6min / 5min jog)",
    "fartlek 50min",
    "progression 16km",
];

/// Minutes just above and just below critical speed in turn, without rest.
fn over_under(runner: &SimulatedRunner, random: &mut Random) -> String {
    let over = pace(runner.fraction(random.between(1.03, 1.06)));
    let under = pace(runner.fraction(random.between(0.86, 0.91)));
    let [count, minutes] = random.pick(&[[6, 2], [5, 3], [8, 1]]);
    format!("{count}x({minutes}min @{over} / {minutes}min @{under} jog)")
}

fn marathon_pace(runner: &SimulatedRunner) -> String {
    let speed = race_speed(runner, Amount::Distance(Metres(42_195.0)));
    pace(MetresPerSecond(speed))
}

/// A distance to the nearest hundred metres.
fn distance(km: f64) -> String {
    format!("{}km", (km.max(1.0) * 10.0).round() / 10.0)
}

fn pace(speed: MetresPerSecond) -> String {
    let seconds = (1000.0 / speed.0.max(0.5)).round() as u32;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::runner;
    use training::notation::parse_session;

    #[test]
    fn the_whole_library_is_training_notation() {
        for seed in 0..400 {
            let runner = runner(seed);
            let mut random = Random::seeded(seed);
            let texts = [
                easy(&runner, 8.0, &mut random),
                recovery(5.0),
                strides(8.0, &mut random),
                long(&runner, 20.0, &mut random),
                long_at_marathon_pace(&runner, 28.0, &mut random),
                at_marathon_pace(&runner, 14.0),
                grey(&runner, 9.0, &mut random),
                pressed(&runner, 9.0, &mut random),
                race(5000.0, &mut random),
                quality(&runner, &mut random),
            ];
            for text in texts {
                assert!(parse_session(&text).is_ok(), "{text}");
            }
        }
    }
}
