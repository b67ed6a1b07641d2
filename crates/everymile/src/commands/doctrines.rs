//! `everymile doctrines`: which there are, what one of them asks, and the same weeks under several.

use super::{on_day, report::look};
use crate::{
    answer::Answer,
    cli::{Compare, Doctrines, DoctrinesAction, Format, View},
    failure::Failure,
    place,
    reading::Reading,
    settings::Settings,
    text, units,
    view::{Compared, Doctrines as Listed},
};
use rulebook::Doctrine;
use std::path::Path;
use training::spelling::nearest;

/// Answers `everymile doctrines`. Only a comparison needs a logbook.
pub fn run(asked: &Doctrines, path: Option<&Path>) -> Result<Answer, Failure> {
    if let Some(DoctrinesAction::Compare(asked)) = &asked.action {
        return compare(asked, &path.map_or_else(|| place::logbook(None), |path| Ok(path.into()))?);
    }
    let settings = Settings::at(path)?;
    let pen = settings.pen(&View::default());
    let command = path.map_or_else(|| "everymile".to_owned(), place::command);
    Ok(Answer::page(match &asked.name {
        None => text::doctrines(&listed(&settings), &command, pen),
        Some(name) => text::doctrine(&meant(name, &settings)?, &command, pen),
    }))
}

/// The doctrines that the runner can choose.
fn listed(settings: &Settings) -> Listed {
    settings.choosing(|choosing| Listed::new(choosing, &settings.doctrine))
}

/// The doctrine of a name; a slip in the name of the action is answered with the action.
fn meant(name: &str, settings: &Settings) -> Result<Doctrine, Failure> {
    settings.doctrine_meant(name).map_err(|failure| match nearest(name, [COMPARE]) {
        Some(action) if rulebook::doctrine(name).is_err_and(|it| it.nearest.is_none()) => {
            Failure::new(failure.what, format!("did you mean everymile doctrines {action}?"))
        }
        _ => failure,
    })
}

/// The action that compares.
const COMPARE: &str = "compare";

fn compare(asked: &Compare, path: &Path) -> Result<Answer, Failure> {
    let view = asked.seen.view();
    let mut reading = Reading::of(path, &view)?;
    let doctrines = to_compare(&asked.names, &reading.settings)?;
    let period = look(&reading.history, &mut reading.lens, asked.weeks)?;
    let compared = Compared::new(&reading.history, &reading.lens, period.first, doctrines);
    let command = place::command(path);
    let longer = format!("{command} doctrines {COMPARE}{}", typed(asked));
    let longer = (!asked.all).then_some(longer.as_str());
    Ok(match asked.format {
        Format::Json => Answer::json(compared),
        Format::Text => Answer::page(text::compared(&compared, longer, &command, reading.pen)),
    })
}

/// What was asked, as it is typed to see all of it.
fn typed(asked: &Compare) -> String {
    let quoted = |name: &String| {
        let quote = if name.contains(char::is_whitespace) { "\"" } else { "" };
        format!(" {quote}{name}{quote}")
    };
    let names: String = asked.names.iter().map(quoted).collect();
    let units = asked.seen.units.map(|units| format!(" --units {}", units::word(units)));
    let (weeks, on) = (asked.weeks, on_day(&asked.seen.view()));
    format!("{names} --weeks {weeks} --all{on}{}", units.unwrap_or_default())
}

/// All doctrines when none is named; one is compared with the runner's; each counts once.
fn to_compare(names: &[String], settings: &Settings) -> Result<Vec<Doctrine>, Failure> {
    let mut doctrines: Vec<Doctrine> = Vec::new();
    let yours = (names.len() == 1).then_some(&settings.doctrine);
    for name in yours.into_iter().chain(names) {
        let doctrine = settings.doctrine_meant(name)?;
        if doctrines.iter().all(|other| other.name != doctrine.name) {
            doctrines.push(doctrine);
        }
    }
    match doctrines.as_slice() {
        [] => Ok(settings.doctrines()),
        [only] => Err(Failure::new(
            format!("there is only {} to compare", only.name),
            "name another: everymile doctrines lists them; without names all are compared",
        )),
        _ => Ok(doctrines),
    }
}
