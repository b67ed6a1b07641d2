//! What a sentence about effort rests on. Sentences are written as if critical speed and the run's
//! speed were known; where they are not, this says what stands in for them.

use crate::yardstick::Yardstick;

/// Puts what an effort was really measured by into a sentence about it.
pub(crate) fn by_its_witness(reason: &str, yardstick: &Yardstick, speed_known: bool) -> String {
    let measure = match (yardstick.known, speed_known) {
        (true, _) => "critical speed",
        (false, true) => "the run's own fastest minutes",
        (false, false) => "the effort at its own highest heart rate",
    };
    let said = reason.replace("critical speed", measure);
    match said.strip_suffix('.') {
        Some(said) if !speed_known => format!("{said}, going by heart rate alone."),
        _ => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(known: bool, speed_known: bool) -> String {
        let yardstick = Yardstick { critical_speed: 4.0, known, heart: None };
        by_its_witness("One bout at 103 % of critical speed.", &yardstick, speed_known)
    }

    #[test]
    fn a_sentence_names_only_what_is_known() {
        assert_eq!(told(true, true), "One bout at 103 % of critical speed.");
        assert_eq!(told(false, true), "One bout at 103 % of the run's own fastest minutes.");
        assert_eq!(
            told(true, false),
            "One bout at 103 % of critical speed, going by heart rate alone."
        );
        assert_eq!(
            told(false, false),
            "One bout at 103 % of the effort at its own highest heart rate, going by heart rate \
             alone."
        );
    }
}
