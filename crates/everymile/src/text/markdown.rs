//! A rule's page, written in Markdown, for a terminal: headings stand out, paragraphs and lists are
//! wrapped, examples are indented. Knows the few forms that pages use.

use super::{Pen, ink::Tone, wrap::wrap};

/// What a page is made of, line by line.
enum Block<'a> {
    Heading(&'a str),
    /// A paragraph or an item of a list: the lines it is written in.
    Text(Vec<&'a str>),
    /// One line of an example.
    Example(&'a str),
    Gap,
}

/// The page without its title.
pub fn markdown(page: &str, pen: Pen) -> String {
    blocks(page).iter().map(|block| block.write(pen) + "\n").collect()
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut is_example = false;
    for line in page.lines().filter(|line| !line.starts_with("# ")) {
        if line.starts_with("```") {
            is_example = !is_example;
            continue;
        }
        match blocks.last_mut() {
            _ if is_example => blocks.push(Block::Example(line)),
            None | Some(Block::Heading(_) | Block::Gap) if line.is_empty() => {}
            _ if line.is_empty() => blocks.push(Block::Gap),
            Some(Block::Text(lines)) if !begins_item(line) && !line.starts_with('#') => {
                lines.push(line.trim());
            }
            _ => blocks.push(match line.strip_prefix("## ") {
                Some(heading) => Block::Heading(heading),
                None => Block::Text(vec![line]),
            }),
        }
    }
    blocks
}

fn begins_item(line: &str) -> bool {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit());
    line.starts_with("- ") || line.split_once(". ").is_some_and(|(place, _)| is_number(place))
}

impl Block<'_> {
    fn write(&self, pen: Pen) -> String {
        match self {
            Self::Heading(heading) => pen.ink.paint(Tone::Strong, heading),
            Self::Example(line) => pen.ink.paint(Tone::Faint, &format!("    {line}")),
            Self::Gap => String::new(),
            Self::Text(lines) => {
                let text = plain(&lines.join(" "));
                let (mark, text) = match text.split_once(' ') {
                    Some((mark, text)) if begins_item(lines[0]) => (format!("  {mark} "), text),
                    _ => ("  ".to_owned(), text.as_str()),
                };
                wrap(&mark, text)
            }
        }
    }
}

/// Without the marks for emphasis and code, which a terminal does not need.
fn plain(text: &str) -> String {
    text.replace("**", "").replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::Ink, units::Units};

    #[test]
    fn a_page_is_wrapped_and_its_examples_keep_their_lines() {
        let page = "# take-rest-days\n\n## What it asks\n\nRest under `quality-first`.\nTwo days.\n\n\
                    ## When it does not apply\n\n- Never.\n- Or:\n  now and then.\n\n## Examples\n\n\
                    ```example\nMon  rest\n=> kept\n```\n";
        let pen = Pen { units: Units::Kilometres, ink: Ink::NONE };
        assert_eq!(
            markdown(page, pen),
            "What it asks\n  Rest under quality-first. Two days.\n\nWhen it does not apply\n  - \
             Never.\n  - Or: now and then.\n\nExamples\n    Mon  rest\n    => kept\n"
        );
    }
}
