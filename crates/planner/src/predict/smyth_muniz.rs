//! Smyth and Muniz-Pumares 2020 (Medicine and Science in Sports and Exercise 52:2637): marathons are
//! raced at 84.8 % of critical speed, with a standard deviation of 13.6 points; fast runners nearer
//! 93 %, slow ones nearer 79 %.

use super::{
    form::Form,
    model::{Forecast, Knows, MARATHON, Model, Validity},
};
use rulebook::Grade;
use training::{Metres, MetresPerSecond, Seconds};

/// From critical speed.
pub const MODEL: Model = Model {
    id: "smyth-muniz",
    name: "share of critical speed",
    source: "Smyth and Muniz-Pumares 2020, Medicine and Science in Sports and Exercise 52:2637",
    knows: Knows::CriticalSpeed,
    valid: Validity { is_marathon_only: true, ..Validity::ANY },
    error: "Marathons were raced at 84.8 % of critical speed with a standard deviation of 13.6 \
            points; the standard error of your own critical speed on top.",
    grade: Grade::Moderate,
    answer,
};

/// The share of critical speed at which marathons are raced: mean and standard deviation.
const SHARE: (f64, f64) = (0.848, 0.136);

/// The time of a marathon.
pub fn marathon(critical_speed: MetresPerSecond) -> Option<Seconds> {
    (critical_speed.0 > 0.0).then(|| Seconds(MARATHON.0 / (SHARE.0 * critical_speed.0)))
}

fn answer(form: &Form, _marathon: Metres) -> Result<Forecast, String> {
    let speed = form.critical_speed.as_ref().ok_or("Your critical speed is not known yet.")?;
    let time = marathon(speed.value).ok_or("Your critical speed is not known yet.")?;
    let error = time.0 * (SHARE.1 / SHARE.0).hypot(speed.se.0 / speed.value.0);
    Ok(Forecast { time, error: Seconds(error), from: Vec::new(), index: None, note: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marathon_from_a_critical_speed_of_3_74() {
        let time = marathon(MetresPerSecond(3.74)).unwrap();
        assert!((time.0 - (3.0 * 3600.0 + 41.0 * 60.0 + 44.0)).abs() < 0.5, "{time:?}");
    }
}
