//! Apple's health export. [`Export`] takes `export.xml` apart into one bundle per workout and
//! one document per day ([`days`]), and [`read`] reads a bundle. Knows no archive and no folder.
//!
//! A bundle is a small document of our own around what the export says of one workout:
//!
//! ```xml
//! <everymile-apple>
//! <Workout …>…</Workout>               as found
//! <heart>0 97
//! 5 99</heart>                         seconds since the workout's start, beats per minute
//! <distance>3 8.4</distance>           seconds, metres since the line before; without a route only
//! <route><gpx …>…</gpx></route>        as found, once per route
//! </everymile-apple>
//! ```

mod bounded;
mod bundle;
mod dates;
pub(crate) mod days;
mod export;
mod workout;

pub(crate) use bundle::{looks_like, read};
pub(crate) use export::{Export, looks_like_export};

#[cfg(test)]
mod tests;
