//! How a body follows an effort: speed within seconds, heart rate within a minute, and both with
//! the price of heat, time and everything above critical speed.

use crate::{course::flat_factor, runner::SimulatedRunner};

/// Seconds in which heart rate makes up 63 % of a rise.
const HR_RISE: f64 = 40.0;
/// Seconds in which heart rate makes up 63 % of a fall.
const HR_FALL: f64 = 58.0;
/// Seconds in which the reserve above critical speed refills by 63 %.
const RESERVE_REFILL: f64 = 380.0;

/// A body in motion.
#[derive(Debug, Clone)]
pub struct Body<'a> {
    runner: &'a SimulatedRunner,
    degrees_too_warm: f64,
    acceleration_seconds: f64,
    /// Speed on the flat for the present effort.
    pub flat_speed: f64,
    /// Heart rate.
    pub hr: f64,
    reserve: f64,
    seconds: f64,
}

impl<'a> Body<'a> {
    /// A rested body; `acceleration_seconds` is the time constant with which speed follows will.
    pub fn rested(
        runner: &'a SimulatedRunner,
        temperature: f64,
        acceleration_seconds: f64,
    ) -> Self {
        Self {
            runner,
            degrees_too_warm: (temperature - 15.0).max(0.0),
            acceleration_seconds,
            flat_speed: 0.0,
            hr: runner.hr_rest.0 + 0.18 * (runner.hr_max.0 - runner.hr_rest.0),
            reserve: runner.d_prime.0,
            seconds: 0.0,
        }
    }

    /// Lives one second with the will to run at `aim` on the flat.
    pub fn live_a_second(&mut self, aim: f64) {
        let stopping = aim < 0.3;
        let time_constant = if stopping { 1.2 } else { self.acceleration_seconds };
        self.flat_speed += (aim - self.flat_speed) * (1.0 - (-1.0 / time_constant).exp());
        if stopping && self.flat_speed < 0.25 {
            self.flat_speed = 0.0;
        }
        self.spend_or_refill();
        let aim = self.hr_in_the_long_run();
        let time_constant = if aim > self.hr { HR_RISE } else { HR_FALL };
        self.hr += (aim - self.hr) * (1.0 - (-1.0 / time_constant).exp());
        self.seconds += 1.0;
    }

    /// Speed over ground on a grade.
    pub fn ground_speed(&self, grade: f64) -> f64 {
        self.flat_speed / flat_factor(grade)
    }

    /// The balance of the reserve D′: spent above critical speed, refilled below (after Skiba and
    /// others 2012, in the differential form).
    fn spend_or_refill(&mut self) {
        let above = self.flat_speed - self.runner.critical_speed.0;
        let whole = self.runner.d_prime.0;
        let change = if above > 0.0 { -above } else { (whole - self.reserve) / RESERVE_REFILL };
        self.reserve = (self.reserve + change).clamp(0.0, whole);
    }

    /// Where heart rate would settle at this effort: a line over speed, lifted by time and heat,
    /// and pulled to the highest as the reserve empties.
    fn hr_in_the_long_run(&self) -> f64 {
        let highest = self.runner.hr_max.0;
        let effort = self.flat_speed / self.runner.critical_speed.0;
        let steady = self.hr_line(effort) * self.drift(effort) + self.heat(effort);
        let emptied = 1.0 - self.reserve / self.runner.d_prime.0;
        let steady = steady.min(highest);
        steady + (highest - steady) * 0.92 * emptied
    }

    /// A line over speed that flattens above critical speed, where only time takes heart rate to
    /// its highest.
    fn hr_line(&self, effort: f64) -> f64 {
        let runner = self.runner;
        let (below, above) = ((1.0 - effort).max(0.0), (effort - 1.0).max(0.0));
        let fraction = runner.hr_fraction_at_critical_speed - runner.hr_slope * below
            + 0.5 * runner.hr_slope * above;
        let reserve = runner.hr_max.0 - runner.hr_rest.0;
        (runner.hr_max.0 * fraction.min(0.955)).max(runner.hr_rest.0 + 0.18 * reserve)
    }

    /// The rise with time at even effort: twice as steep above the first threshold.
    fn drift(&self, effort: f64) -> f64 {
        let hours = (self.seconds / 3600.0 - 0.15).max(0.0);
        let steepness = if effort > self.runner.lt1_fraction { 2.0 } else { 1.0 };
        1.0 + steepness * self.runner.hr_drift_per_hour * 2.5 * (1.0 - (-hours / 2.5).exp())
    }

    /// The price of heat in beats per minute, once the body is warmed through.
    fn heat(&self, effort: f64) -> f64 {
        let warmed_through = 1.0 - (-self.seconds / 900.0).exp();
        self.runner.heat_slope * self.degrees_too_warm * warmed_through * effort.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::runner;

    #[test]
    fn heart_rate_lags_behind_speed() {
        let runner = runner(4);
        let mut body = Body::rested(&runner, 12.0, 3.0);
        let easy = runner.easy_speed().0;
        for _ in 0..20 {
            body.live_a_second(easy);
        }
        assert!(body.flat_speed > 0.99 * easy);
        let early = body.hr;
        for _ in 0..280 {
            body.live_a_second(easy);
        }
        assert!(body.hr > early + 10.0, "{early} then {}", body.hr);
    }

    #[test]
    fn an_all_out_effort_ends_near_the_highest_heart_rate() {
        let runner = runner(4);
        let mut body = Body::rested(&runner, 12.0, 3.0);
        for _ in 0..600 {
            body.live_a_second(runner.critical_speed.0 + runner.d_prime.0 / 600.0);
        }
        let short = runner.hr_max.0 - body.hr;
        assert!((0.0..4.0).contains(&short), "{short} bpm short");
    }

    #[test]
    fn heat_raises_heart_rate_and_not_speed() {
        let runner = runner(4);
        let hr_at = |temperature| {
            let mut body = Body::rested(&runner, temperature, 3.0);
            (0..2400).for_each(|_| body.live_a_second(runner.easy_speed().0));
            body.hr
        };
        assert!(hr_at(30.0) > hr_at(12.0) + 4.0);
    }
}
