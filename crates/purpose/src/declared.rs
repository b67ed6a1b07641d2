//! What a title or a platform says a run was for. Used only as declared; nothing is inferred from it.

use training::{Declaration, Declared, DeclaredBy, Purpose};

/// Words that name a purpose, the most telling first: an "easy 5k before the race" is no race, but a
/// "hill race" is one. A phrase matches whole words.
const PHRASES: [(&str, Option<Purpose>); 52] = [
    // Phrases that hold a telling word without its meaning.
    ("race pace", Some(Purpose::Tempo)),
    ("pre race", Some(Purpose::Easy)),
    ("post race", Some(Purpose::Recovery)),
    ("race week", None),
    ("before the race", None),
    ("after the race", None),
    ("race", Some(Purpose::Race)),
    ("parkrun", Some(Purpose::Race)),
    ("time trial", Some(Purpose::Race)),
    ("wettkampf", Some(Purpose::Race)),
    ("interval", Some(Purpose::Intervals)),
    ("intervals", Some(Purpose::Intervals)),
    ("intervalle", Some(Purpose::Intervals)),
    ("reps", Some(Purpose::Intervals)),
    ("repeats", Some(Purpose::Intervals)),
    ("200s", Some(Purpose::Intervals)),
    ("400s", Some(Purpose::Intervals)),
    ("800s", Some(Purpose::Intervals)),
    ("vo2", Some(Purpose::Intervals)),
    ("speedwork", Some(Purpose::Intervals)),
    ("fartlek", Some(Purpose::Fartlek)),
    ("fahrtspiel", Some(Purpose::Fartlek)),
    ("hill", Some(Purpose::Hills)),
    ("hills", Some(Purpose::Hills)),
    ("tempo", Some(Purpose::Tempo)),
    ("threshold", Some(Purpose::Tempo)),
    ("schwelle", Some(Purpose::Tempo)),
    ("cruise", Some(Purpose::Tempo)),
    ("marathon pace", Some(Purpose::Tempo)),
    ("goal pace", Some(Purpose::Tempo)),
    ("progression", Some(Purpose::Progression)),
    ("progressive", Some(Purpose::Progression)),
    ("long run", Some(Purpose::Long)),
    ("longrun", Some(Purpose::Long)),
    ("long slow", Some(Purpose::Long)),
    ("long", Some(Purpose::Long)),
    ("recovery", Some(Purpose::Recovery)),
    ("regeneration", Some(Purpose::Recovery)),
    ("shakeout", Some(Purpose::Recovery)),
    ("strides", Some(Purpose::Strides)),
    ("steady", Some(Purpose::Steady)),
    ("easy", Some(Purpose::Easy)),
    ("jog", Some(Purpose::Easy)),
    ("base", Some(Purpose::Easy)),
    ("zone 2", Some(Purpose::Easy)),
    ("warm up", Some(Purpose::Easy)),
    ("warmup", Some(Purpose::Easy)),
    ("cool down", Some(Purpose::Easy)),
    ("cooldown", Some(Purpose::Easy)),
    ("locker", Some(Purpose::Easy)),
    ("walk", Some(Purpose::Walk)),
    ("hike", Some(Purpose::Walk)),
];

/// The purpose that a title, a description or a platform's workout type states; the platform's type
/// outranks the words, the title outranks the description.
pub fn declared(declaration: &Declaration) -> Option<Declared> {
    let platform = declaration.workout_type.as_deref().and_then(named_in);
    if let Some(purpose) = platform {
        return Some(Declared { purpose, by: DeclaredBy::Platform });
    }
    let texts = [declaration.title.as_deref(), declaration.description.as_deref()];
    let purpose = texts.into_iter().flatten().find_map(named_in)?;
    Some(Declared { purpose, by: DeclaredBy::Title })
}

fn named_in(text: &str) -> Option<Purpose> {
    let words = in_words(text);
    if repeats_a_distance(&words) {
        return Some(Purpose::Intervals);
    }
    PHRASES.iter().find(|(phrase, _)| words.contains(&format!(" {phrase} "))).and_then(|it| it.1)
}

/// Lower case, punctuation as spaces, a space at each end.
fn in_words(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// "6x800" or "6 x 800 m".
fn repeats_a_distance(words: &str) -> bool {
    let joined = words.replace(" x ", "x");
    joined.split_whitespace().any(|word| {
        word.split_once('x').is_some_and(|(count, amount)| {
            count.parse::<u32>().is_ok_and(|count| (2..=40).contains(&count))
                && amount.starts_with(|letter: char| letter.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expected: Option<Purpose>) {
        let declaration = Declaration { title: Some(title.to_owned()), ..Declaration::default() };
        assert_eq!(declared(&declaration).map(|it| it.purpose), expected, "{title}");
    }

    #[test]
    fn a_title_that_names_a_purpose_declares_it() {
        check("Tuesday Tempo", Some(Purpose::Tempo));
        check("6x800 @ track", Some(Purpose::Intervals));
        check("6 x 800 m", Some(Purpose::Intervals));
        check("Hill repeats", Some(Purpose::Intervals));
        check("Long run with friends", Some(Purpose::Long));
        check("Blue Hills 10k race", Some(Purpose::Race));
    }

    #[test]
    fn a_title_without_a_purpose_declares_nothing() {
        check("Morning Run", None);
        check("Along the river", None);
        check("Race week nerves", None);
    }

    #[test]
    fn the_platforms_type_outranks_the_title() {
        let declaration = Declaration {
            title: Some("Easy does it".to_owned()),
            workout_type: Some("Race".to_owned()),
            ..Declaration::default()
        };
        let expected = Declared { purpose: Purpose::Race, by: DeclaredBy::Platform };
        assert_eq!(declared(&declaration), Some(expected));
    }
}
