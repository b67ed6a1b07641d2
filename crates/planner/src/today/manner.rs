//! Where a run goes, in which shoes, and what to ask after ten minutes. On recovery days as the tips
//! of the article on recovery have it; for other runs a convention of this project.

use crate::prescription::Manner;
use rulebook::tip;
use training::Purpose;

/// The tips that a recovery run's manner is made of.
pub(super) const OWN_TIPS: [&str; 3] = ["seek-soft-ground", "wear-soft-shoes", "test-ten-minutes"];

/// Whether it is still right after ten minutes, asked on every run but a race.
const EASY_TEST: &str = "If it still feels wrong after ten minutes, turn back: that is a good \
                         decision.";
const HARD_TEST: &str = "If the legs are still heavy after ten minutes, make it an easy run.";

/// How to go about a run of a purpose.
pub(super) fn manner(purpose: Purpose) -> Manner {
    let of = |ground, shoes, ten_minutes| Manner { ground, shoes, ten_minutes };
    match purpose {
        Purpose::Recovery => {
            let [ground, shoes, ten_minutes] =
                OWN_TIPS.map(|id| tip(id).map_or("", |tip| tip.text));
            of(ground, shoes, ten_minutes)
        }
        Purpose::Easy | Purpose::Walk => {
            of("Any even ground, hills taken gently.", "Your usual training shoes.", EASY_TEST)
        }
        Purpose::Long => of(
            "A route with water, and a way to cut it short.",
            "Shoes that have been far with you before.",
            EASY_TEST,
        ),
        Purpose::Hills => {
            of("A steady climb of one or two minutes.", "Training shoes with good grip.", HARD_TEST)
        }
        Purpose::Race => of(
            "The course.",
            "Shoes that you have run fast in before.",
            "Begin the first ten minutes slower than you feel like.",
        ),
        _ => of(
            "A track, or a flat and quiet stretch.",
            "Training shoes, or lighter ones that your legs know.",
            HARD_TEST,
        ),
    }
}
