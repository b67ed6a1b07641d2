//! Sentences broken into lines that fit the terminal. Knows only spaces and widths.

/// The width everything is written for.
pub const WIDTH: usize = 80;

/// Breaks `text` into lines of at most [`WIDTH`] columns: the first begins with `lead`, the others
/// are indented as far. A no-break space keeps a number and its unit together.
pub fn wrap(lead: &str, text: &str) -> String {
    let indent = lead.chars().count();
    let mut lines: Vec<String> = vec![];
    let mut line = String::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let is_full = indent + line.chars().count() + 1 + word.chars().count() > WIDTH;
        if !line.is_empty() && is_full {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    format!("{lead}{}", lines.join(&format!("\n{}", " ".repeat(indent))))
}

/// The end of `text` in `width` columns; what was cut shows as `…`. For paths.
pub fn cut_front(text: &str, width: usize) -> String {
    let length = text.chars().count();
    if length <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().skip(length + 1 - width).collect();
    format!("…{kept}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let text = "slower than 6:12/km these 4.1 km would have been recovery ".repeat(8);
        for line in wrap("  → ", &text).lines() {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
    }

    #[test]
    fn the_lines_after_the_first_are_indented_as_far() {
        let wrapped = wrap("   1. ", &"word ".repeat(30));
        assert!(wrapped.lines().nth(1).unwrap().starts_with("      word"));
    }
}
