//! Occasions in words, as they follow *told*.

use super::Occasion;

impl Occasion {
    /// When it is: `after a long run`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AfterLongRun => "after a long run",
            Self::AfterHardRun => "after a hard run",
            Self::AfterHardestRun => "after one of your hardest runs",
            Self::AfterLongRace => "after a half-marathon or longer",
            Self::RunsWithoutAJob => "when runs had no job",
            Self::RanOutOfDuty => "when you ran because one should",
            Self::ChasedTheNumber => "when a run seems to have been for the week's total",
            Self::WeekWithoutStrength => "in a week without strength work",
            Self::WeekWithStrength => "in a week with strength work",
            Self::NoRace => "without a race ahead",
            Self::NewRunner => "when you are new to running",
            Self::BusyWeeks => "in busy weeks",
            Self::Break => "in a break",
            Self::GrowingWeeks => "in weeks that grow",
            Self::EasierAtTheSamePace => "when easy running has become easier",
            Self::MissedSession => "after a missed session",
            Self::FirstDayOfTheWeek => "on the first day of your week",
            Self::WarmDays => "on warm days",
            Self::RecoveryRunToday => "on the day of a recovery run",
            Self::EasyRunToday => "on the day of an easy run",
            Self::HardRunToday => "on the day of a hard run",
            Self::LongRunToday => "on the day of a long run",
            Self::CarefulRunToday => "on the day of a run that your body holds back",
            Self::HeldBackToday => "on a day on which your body says no to running",
            Self::SwapToday => "on a day of cross-training instead of a run",
            Self::RestToday => "on a day of rest",
        }
    }
}
