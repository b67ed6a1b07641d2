//! What doctrines set a number to, those that agree in one line.

use super::wrap::wrap;
use rulebook::Value;

/// One line for each value, with the doctrines that set it.
pub fn values<'a>(set: impl IntoIterator<Item = (&'a str, Value)>) -> String {
    let mut groups: Vec<(Value, Vec<&str>)> = Vec::new();
    for (doctrine, value) in set {
        match groups.iter_mut().find(|(own, _)| *own == value) {
            Some((_, doctrines)) => doctrines.push(doctrine),
            None => groups.push((value, vec![doctrine])),
        }
    }
    let line = |(value, doctrines): &(Value, Vec<&str>)| {
        wrap(&format!("    {value}: "), &doctrines.join(", ")) + "\n"
    };
    groups.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doctrines_that_agree_share_a_line() {
        let (one, two) = (Value::Number(1.0), Value::Number(2.0));
        let set = [("evidence-first", one), ("quality-first", two), ("mine", one)];
        assert_eq!(values(set), "    1: evidence-first, mine\n    2: quality-first\n");
    }
}
