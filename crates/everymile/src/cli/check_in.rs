//! The command line of `everymile check-in`: an option for every question of a check-in, made from
//! the questions themselves.

use super::{Format, date};
use clap::{
    Arg, ArgMatches, Args, Command, FromArgMatches,
    error::{Error, Result},
};
use training::{Date, Question};

/// `everymile check-in`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile check-in                               asks, in twenty seconds
  everymile check-in --soreness 6 --where 'left calf' --fatigue 3 --sleep 6.5
  everymile check-in --pain 4 --pain-where 'right shin' --pain-days 3
  everymile check-in --on 2026-03-05 --felt-after -1   of any other day
  everymile check-in --soreness 4                  said again, it counts instead
  everymile check-in --forget soreness             taken back; or --forget all
  everymile check-in --show --weeks 8              what was said

What you do not say is never taken as zero. What you say outranks what an export
tells of the same day, and is kept for ever.")]
pub struct CheckIn {
    /// The day it speaks of, YYYY-MM-DD [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<Date>,
    /// What is said.
    #[command(flatten)]
    pub answers: Answers,
    /// Take back an answer, by its word (`soreness`, `sleep` …), or `all` of the day.
    #[arg(long, value_name = "WORD", value_delimiter = ',')]
    pub forget: Vec<String>,
    /// List what was said.
    #[arg(long, conflicts_with = "forget")]
    pub show: bool,
    /// How many weeks to list.
    #[arg(long, default_value_t = 4, value_name = "N", requires = "show", value_parser = clap::value_parser!(u16).range(1..=5200))]
    pub weeks: u16,
    /// How to write the list.
    #[arg(long, value_enum, default_value_t, requires = "show")]
    pub format: Format,
}

/// Answers as they were typed, in the order of their questions.
#[derive(Debug, Clone, Default)]
pub struct Answers(pub Vec<(Question, String)>);

impl Args for Answers {
    fn augment_args(command: Command) -> Command {
        let option = |question: Question| {
            Arg::new(question.word())
                .long(question.word())
                .value_name(value_name(question))
                .help(format!("{}: {}", about(question), question.allowed()))
                .allow_negative_numbers(true)
                .conflicts_with("show")
        };
        command.args(Question::all().map(option))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Answers {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self> {
        let mut answers = Self::default();
        answers.update_from_arg_matches(matches)?;
        Ok(answers)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        let typed = |question: Question| {
            let answer = matches.get_one::<String>(question.word())?;
            Some((question, answer.clone()))
        };
        self.0 = Question::all().filter_map(typed).collect();
        Ok(())
    }
}

const fn value_name(question: Question) -> &'static str {
    match question {
        Question::Soreness | Question::Pain | Question::Effort => "0-10",
        Question::SoreSite | Question::PainSite => "PLACE",
        Question::PainDays => "DAYS",
        Question::Swollen | Question::Sharp | Question::Limping | Question::Ill => "yes|no",
        Question::Sleep => "HOURS",
        Question::RestingHr => "BPM",
        Question::Hrv => "MS",
        Question::FeltAfter => "-2..2",
        Question::TalkTest | Question::Motive => "WORD",
        _ => "1-5",
    }
}

/// What a question is about.
const fn about(question: Question) -> &'static str {
    match question {
        Question::Soreness => "How sore your muscles are",
        Question::SoreSite => "Where you are sore",
        Question::Pain => "Pain, as opposed to soreness",
        Question::PainSite => "Where it hurts",
        Question::PainDays => "How long it has hurt",
        Question::Swollen => "Whether that place is swollen",
        Question::Sharp => "Whether the pain is sharp and in one place",
        Question::Limping => "Whether you limp, or run differently to spare a place",
        Question::Ill => "Whether you are ill (fever, cough, stomach)",
        Question::Fatigue => "How tired you are",
        Question::Motivation => "How keen you are to run",
        Question::Mood => "Your mood",
        Question::Stress => "The stress you are under",
        Question::Sleep => "How long you slept",
        Question::SleepQuality => "How well you slept",
        Question::Drinking => "How well you drank that day",
        Question::Eating => "How well you ate that day",
        Question::RestingHr => "Your heart rate at rest in the morning",
        Question::Hrv => "Your heart-rate variability at night or in the morning",
        Question::Effort => "How hard the day's run felt",
        Question::FeltAfter => "How the day's run left you",
        Question::TalkTest => "Whether you could talk on the day's run",
        Question::Motive => "Why you ran",
    }
}
