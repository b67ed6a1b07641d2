//! Monod and Scherrer 1965 (Ergonomics 8:329): d = CS·t + D′, a distance is what critical speed covers
//! in its time, and a reserve above it. Holds for efforts of about 2 to 20 minutes; critical speed
//! itself nobody holds for ever, so it never foretells a marathon.

use super::{
    form::Form,
    model::{Forecast, Knows, Model, Validity},
};
use rulebook::Grade;
use training::{Metres, MetresPerSecond, Seconds};

/// From critical speed and the reserve above it.
pub const MODEL: Model = Model {
    id: "critical-speed",
    name: "critical speed and D′",
    source: "Monod and Scherrer 1965, Ergonomics 8:329; its limits in Vandewalle 2018, BioMed \
             Research International 2018:8203062",
    knows: Knows::Level,
    valid: Validity {
        times: [Seconds::from_minutes(2.0), Seconds::from_minutes(20.0)],
        ..Validity::ANY
    },
    error: "The standard errors of your own critical speed and D′.",
    grade: Grade::Moderate,
    answer,
};

/// The time of a distance; `None` where the reserve alone covers it.
pub fn time(speed: MetresPerSecond, reserve: Metres, distance: Metres) -> Option<Seconds> {
    (distance > reserve && speed.0 > 0.0).then(|| Seconds((distance - reserve).0 / speed.0))
}

fn answer(form: &Form, race: Metres) -> Result<Forecast, String> {
    let speed = form.critical_speed.as_ref().ok_or("Your critical speed is not known yet.")?;
    let reserve = form.d_prime.as_ref().ok_or(
        "Your reserve above critical speed is not known yet: it takes races of 2 to 20 minutes \
         over several distances.",
    )?;
    let time = time(speed.value, reserve.value, race).ok_or("The race is too short for it.")?;
    let by_speed = time.0 * speed.se.0 / speed.value.0;
    let by_reserve = reserve.se.0 / speed.value.0;
    let error = Seconds(by_speed.hypot(by_reserve));
    Ok(Forecast { time, error, from: Vec::new(), index: None, note: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_metres_a_second_and_a_reserve_of_two_hundred() {
        let time = |metres| time(MetresPerSecond(4.0), Metres(200.0), Metres(metres));
        assert_eq!(time(3_000.0), Some(Seconds(700.0)));
        assert_eq!(time(5_000.0), Some(Seconds(1200.0)));
        assert_eq!(time(10_000.0), Some(Seconds(2450.0)));
        // At 4.5 m/s 400 s, at 5.0 m/s 200 s.
        assert_eq!(time(1_800.0), Some(Seconds(400.0)));
        assert_eq!(time(1_000.0), Some(Seconds(200.0)));
        assert_eq!(time(150.0), None);
    }
}
