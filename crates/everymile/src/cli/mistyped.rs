//! What was typed; where it cannot be understood, what is said of it: as of every other failure, what
//! happened and what to do.

use super::Cli;
use crate::failure::Failure;
use clap::{Parser, error::ErrorKind};

/// What was typed. Help that was asked for, or that a bare word needs, is shown and ends the program.
pub fn asked() -> Result<Cli, Failure> {
    const BARE: ErrorKind = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    match Cli::try_parse() {
        Err(help) if !help.use_stderr() || help.kind() == BARE => help.exit(),
        asked => asked.map_err(|error| mistyped(&error)),
    }
}

/// What the parser of the command line found, in the words of all other failures.
fn mistyped(error: &clap::Error) -> Failure {
    let told = error.render().to_string();
    let told = told.split("\n\nFor more information").next().unwrap_or_default();
    let (told, usage) = told.split_once("\n\nUsage: ").map_or((told, None), |(told, usage)| {
        (told, Some(format!("type it as: {}", in_one_line(usage))))
    });
    let (told, tip) = told
        .split_once("\n\n  tip: ")
        .map_or((told, None), |(told, tip)| (told, Some(in_one_line(tip))));
    let (told, values) = told.split_once("\n  [").map_or((told, None), |(told, values)| {
        (told, Some(values.trim_end_matches(']').to_owned()))
    });
    let told = between(&in_one_line(told.trim_start_matches("error: ")));
    if let Some((what, remedy)) = told.rsplit_once("; ") {
        return Failure::new(what, remedy);
    }
    let remedy = tip.or(values).or(usage);
    Failure::new(told, remedy.unwrap_or_else(|| "see what fits: the same with --help".into()))
}

/// A range in words.
fn between(told: &str) -> String {
    let in_words = || {
        let (told, range) = told.split_once(" is not in ")?;
        let (first, last) = range.split_once("..=")?;
        Some(format!("{told} is not between {first} and {last}; say {first} to {last}"))
    };
    in_words().unwrap_or_else(|| told.to_owned())
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, what: &str, remedy: &str) {
        let error = Cli::try_parse_from(typed.split_whitespace()).err().unwrap();
        let failure = mistyped(&error);
        assert_eq!((failure.what.as_str(), failure.remedy.as_str()), (what, remedy));
    }

    #[test]
    fn a_number_out_of_its_range_is_told_the_range() {
        check(
            "everymile what-if --rest 9",
            "invalid value '9' for '--rest <DAYS>': 9 is not between 1 and 6",
            "say 1 to 6",
        );
    }

    #[test]
    fn a_command_nearly_typed_is_told_what_is_near() {
        check(
            "everymile reprot",
            "unrecognized subcommand 'reprot'",
            "some similar subcommands exist: 'restore', 'export', 'report'",
        );
    }

    #[test]
    fn a_word_that_is_none_of_several_is_told_which_there_are() {
        check(
            "everymile ledger --by day",
            "invalid value 'day' for '--by <BY>'",
            "possible values: week, month, year",
        );
    }

    #[test]
    fn what_is_left_out_is_shown_where_it_goes() {
        check(
            "everymile correct --purpose tempo",
            "the following required arguments were not provided: <last|DATE|ID>",
            "type it as: everymile correct --purpose <PURPOSE> <last|DATE|ID>",
        );
    }
}
