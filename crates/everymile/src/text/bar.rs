//! Bars in plain characters, one letter for each standing, so that colour is never needed to read
//! them.

use super::ink::Ink;
use training::{Metres, Standing};

/// The letter that draws a standing.
pub const fn letter(standing: Standing) -> char {
    match standing {
        Standing::Purposeful => '#',
        Standing::Questionable => '~',
        Standing::Junk => 'x',
        Standing::CannotTell => '.',
    }
}

/// A bar of `width` columns for the whole of `scale`, its parts by standing. Whatever is not nothing
/// shows at least one letter.
pub fn bar(distance: impl Fn(Standing) -> Metres, scale: Metres, width: usize, ink: Ink) -> String {
    let part = |standing| {
        let exact = distance(standing).0 / scale.0.max(1.0) * width as f64;
        let letters = if exact > 0.0 { exact.round().max(1.0) as usize } else { 0 };
        ink.paint(standing.into(), &String::from(letter(standing)).repeat(letters))
    };
    Standing::ALL.map(part).concat()
}

/// What the letters mean, in one line.
pub fn legend(ink: Ink) -> String {
    let say = |standing: Standing, word: &str| {
        format!("{} {word}", ink.paint(standing.into(), &letter(standing).to_string()))
    };
    [
        say(Standing::Purposeful, "purposeful"),
        say(Standing::Questionable, "questionable"),
        say(Standing::Junk, "junk"),
        say(Standing::CannotTell, "cannot tell"),
    ]
    .join("   ")
}
