//! What a field of the JSON promises, and the check that it is kept.
#![allow(dead_code, reason = "not every shape needs everything")]

use serde_json::Value;

/// What can stand in a field; `OrNull` is *not known*.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    Flag,
    Number,
    NumberOrNull,
    Text,
    TextOrNull,
    List,
    Map,
    MapOrNull,
    OneOf(&'static [&'static str]),
}

use Holds::{Flag, List, Map, MapOrNull, Number, NumberOrNull, OneOf, Text, TextOrNull};

pub const PURPOSES: Holds = OneOf(&[
    "recovery",
    "easy",
    "long",
    "steady",
    "progression",
    "tempo",
    "intervals",
    "hills",
    "fartlek",
    "strides",
    "race",
    "walk",
]);
pub const VERDICTS: Holds = OneOf(&["kept", "broken", "not-applicable", "cannot-tell"]);
pub const GRADES: Holds = OneOf(&["strong", "moderate", "weak", "convention", "contested"]);

#[track_caller]
pub fn check_shape(found: &Value, promised: &[(&str, Holds)]) {
    for (path, holds) in promised {
        let found = at(found, path);
        assert!(!found.is_empty(), "{path} occurs nowhere");
        for value in found {
            assert!(holds.takes(value), "{path} should be {holds:?}, and is {value}");
        }
    }
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Everything found at a path; a field that is missing is found as a missing one.
pub fn at<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    path.split('.').fold(vec![value], |found, step| {
        let (field, is_list) = step.strip_suffix("[]").map_or((step, false), |field| (field, true));
        let inside = |value: &'a Value| -> &'a Value {
            if field.is_empty() {
                return value;
            }
            value.get(field).unwrap_or_else(|| panic!("{path}: no field '{field}' in {value}"))
        };
        let inside = found.into_iter().map(inside);
        if is_list { inside.flat_map(list).collect() } else { inside.collect() }
    })
}

impl Holds {
    fn takes(self, value: &Value) -> bool {
        match self {
            Flag => value.is_boolean(),
            Number => value.is_number(),
            NumberOrNull => value.is_number() || value.is_null(),
            Text => value.is_string(),
            TextOrNull => value.is_string() || value.is_null(),
            List => value.is_array(),
            Map => value.is_object(),
            MapOrNull => value.is_object() || value.is_null(),
            OneOf(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        }
    }
}
