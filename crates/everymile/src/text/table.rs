//! Columns that line up. Widths come from the cells; colour is laid on after the padding.

use super::ink::{Ink, Tone};

/// One cell: its text and its tone.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    text: String,
    tone: Tone,
}

/// A cell in plain tone.
pub fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), tone: Tone::Plain }
}

impl Cell {
    /// The same cell in another tone.
    #[must_use]
    pub fn in_tone(mut self, tone: impl Into<Tone>) -> Self {
        self.tone = tone.into();
        self
    }

    /// The same cell, its text cut at a width.
    #[must_use]
    pub fn cut_at(mut self, width: usize) -> Self {
        self.cut(width);
        self
    }

    /// Cuts the text at a width; what was cut shows as `…`.
    fn cut(&mut self, width: usize) {
        if self.width() > width {
            let kept: String = self.text.chars().take(width.saturating_sub(1)).collect();
            self.text = kept + "…";
        }
    }

    fn width(&self) -> usize {
        self.text.chars().count()
    }
}

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows of cells under a heading.
#[derive(Debug)]
pub struct Table {
    sides: Vec<Side>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table with a faint heading; every column says on which side its cells stand.
    pub fn new(columns: &[(&str, Side)]) -> Self {
        let heading = columns.iter().map(|(name, _)| cell(*name).in_tone(Tone::Faint)).collect();
        Self { sides: columns.iter().map(|(_, side)| *side).collect(), rows: vec![heading] }
    }

    /// Adds a row; cells that are missing at its end stay empty.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table as lines of at most so many columns: what does not fit at the end of a line is cut.
    pub fn write_within(mut self, width: usize, ink: Ink) -> String {
        let last = self.sides.len() - 1;
        let before: usize = (0..last).map(|at| 2 + self.column_width(at)).sum();
        for cell in self.rows.iter_mut().filter_map(|row| row.get_mut(last)) {
            cell.cut(width.saturating_sub(before + 2));
        }
        self.write(ink)
    }

    /// The table as lines, two spaces between columns and in front.
    pub fn write(&self, ink: Ink) -> String {
        let widths: Vec<usize> = (0..self.sides.len()).map(|at| self.column_width(at)).collect();
        let lines = self.rows.iter().map(|row| self.line(row, &widths, ink));
        lines.map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    fn column_width(&self, at: usize) -> usize {
        self.rows.iter().filter_map(|row| row.get(at)).map(Cell::width).max().unwrap_or(0)
    }

    fn line(&self, row: &[Cell], widths: &[usize], ink: Ink) -> String {
        let columns = row.iter().zip(widths).zip(&self.sides);
        columns
            .map(|((cell, &width), side)| {
                let padding = " ".repeat(width - cell.width());
                let text = ink.paint(cell.tone, &cell.text);
                match side {
                    Side::Left => format!("  {text}{padding}"),
                    Side::Right => format!("  {padding}{text}"),
                }
            })
            .collect()
    }
}
