//! Figures, tables and the page they stand on. Knows nothing of running.

use std::fmt::{self, Display, Write};

/// One part of the score.
#[derive(Debug, Default)]
pub struct Section {
    /// What was measured, as a heading.
    pub title: &'static str,
    /// What the reader should know before the figures, in a paragraph.
    pub about: String,
    /// The figures that matter, each with what it should reach.
    pub figures: Vec<Figure>,
    /// The tables behind the figures.
    pub tables: Vec<Table>,
}

/// One figure of the score.
#[derive(Debug)]
pub struct Figure {
    /// Its name in `scores-floor.toml`.
    pub name: &'static str,
    /// What it measures, in words.
    pub what: &'static str,
    /// The figure; `None` when nothing could be measured.
    pub value: Option<f64>,
    /// What it should reach.
    pub asked: Asked,
    /// Whether it says more of the machine than of everymile: then only whether it is reached is
    /// written.
    pub is_of_machine: bool,
}

/// What a figure should reach.
#[derive(Debug, Clone, Copy)]
pub enum Asked {
    /// At least this share.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// Nothing is asked; it is told.
    Told,
}

impl Figure {
    /// A figure of which nothing is asked.
    pub fn told(name: &'static str, what: &'static str, value: Option<f64>) -> Self {
        Self { name, what, value, asked: Asked::Told, is_of_machine: false }
    }

    /// The figure, asked to reach at least so much.
    #[must_use]
    pub fn at_least(self, asked: f64) -> Self {
        Self { asked: Asked::AtLeast(asked), ..self }
    }

    /// The figure, asked to stay at or below so much.
    #[must_use]
    pub fn at_most(self, asked: f64) -> Self {
        Self { asked: Asked::AtMost(asked), ..self }
    }

    /// The figure of this machine.
    #[must_use]
    pub fn of_machine(self) -> Self {
        Self { is_of_machine: true, ..self }
    }

    /// Whether the figure reaches what is asked of it.
    pub fn is_reached(&self) -> Option<bool> {
        match self.asked {
            Asked::AtLeast(asked) => Some(self.value? >= asked),
            Asked::AtMost(asked) => Some(self.value? <= asked),
            Asked::Told => None,
        }
    }
}

/// A table: a caption, a head and rows.
#[derive(Debug, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns.
    pub head: Vec<&'static str>,
    /// The rows, as wide as the head.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    pub fn new(caption: impl Into<String>, head: &[&'static str]) -> Self {
        Self { caption: caption.into(), head: head.to_vec(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }
}

impl Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "## {}\n\n{}\n", self.title, self.about.trim())?;
        if !self.figures.is_empty() {
            writeln!(f, "{}", figures_table(&self.figures))?;
        }
        let mut tables = self.tables.iter().filter(|table| !table.rows.is_empty());
        tables.try_for_each(|table| writeln!(f, "{table}"))
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.caption.is_empty() {
            writeln!(f, "{}\n", self.caption)?;
        }
        writeln!(f, "| {} |", self.head.join(" | "))?;
        writeln!(f, "|{}", "---|".repeat(self.head.len()))?;
        for row in &self.rows {
            writeln!(f, "| {} |", row.join(" | ").replace('\n', " "))?;
        }
        Ok(())
    }
}

/// The whole page.
pub fn page(sections: &[Section]) -> String {
    let mut page = String::from(
        "# How often everymile is right\n\nWritten by `cargo run --release -p score`; \
         `scores-floor.toml` says what may not be lost again, and CI holds it. The formulas of the \
         evidence base have vectors of their own, in the unit tests: `cargo test --workspace`.\n\n",
    );
    for section in sections {
        write!(page, "{section}").expect("a string takes everything");
    }
    page.truncate(page.trim_end().len());
    page + "\n"
}

/// A figure for a reader: shares as percent are easier to compare than fractions, so every figure
/// is a number with three digits.
pub fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "cannot tell".to_owned(), |value| format!("{value:.3}"))
}

/// A share of a count, `None` of none.
pub fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Minutes and seconds.
pub fn clock(seconds: f64) -> String {
    let whole = seconds.round() as i64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

fn figures_table(figures: &[Figure]) -> Table {
    let mut table = Table::new("", &["what", "found", "asked", ""]);
    for figure in figures {
        let asked = match figure.asked {
            Asked::AtLeast(asked) => format!("≥ {asked}"),
            Asked::AtMost(asked) => format!("≤ {asked}"),
            Asked::Told => String::new(),
        };
        let mark =
            figure.is_reached().map_or("", |yes| if yes { "reached" } else { "**not yet**" });
        let found = if figure.is_of_machine { "·".to_owned() } else { number(figure.value) };
        table.row([figure.what.to_owned(), found, asked, mark.to_owned()]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_below_what_is_asked_is_not_reached() {
        let figure = |value| Figure::told("", "", value).at_least(0.9);
        assert_eq!(figure(Some(0.89)).is_reached(), Some(false));
        assert_eq!(figure(Some(0.9)).is_reached(), Some(true));
        assert_eq!(figure(None).is_reached(), None);
    }
}
