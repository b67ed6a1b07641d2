//! Single cells of a log: numbers with a point or a comma, and times. Knows no column.

use training::Seconds;

/// How a row writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decimals {
    /// `6.29`, thousands by comma.
    Point,
    /// `6,29`, thousands by point.
    Comma,
}

impl Decimals {
    /// A row writes decimal commas if any cell is digits, a comma and one or two digits.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        if cells.into_iter().any(is_decimal_comma) { Self::Comma } else { Self::Point }
    }
}

fn is_decimal_comma(cell: &str) -> bool {
    let Some((whole, fraction)) = cell.trim().split_once(',') else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && fraction.len() <= 2
}

/// Reads a number; empty, `--` and words are missing.
pub(super) fn number(cell: &str, decimals: Decimals) -> Option<f64> {
    let (point, thousands) = match decimals {
        Decimals::Point => ('.', ','),
        Decimals::Comma => (',', '.'),
    };
    let plain: String = cell
        .chars()
        .filter(|letter| *letter != thousands && !letter.is_whitespace())
        .map(|letter| if letter == point { '.' } else { letter })
        .collect();
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Reads a time: `1:06:06`, `36:26`, `00:01:39,6`, or a bare number of `unit` seconds each.
pub(super) fn duration(cell: &str, decimals: Decimals, unit: Seconds) -> Option<Seconds> {
    if !cell.contains(':') {
        return number(cell, decimals).map(|value| Seconds(value * unit.0));
    }
    let parts: Vec<f64> = cell
        .split(':')
        .map(|part| part.trim().replace(',', ".").parse().ok().filter(|value| *value >= 0.0))
        .collect::<Option<_>>()?;
    if parts.len() > 3 || parts.iter().any(|part| !part.is_finite()) {
        return None;
    }
    Some(Seconds(parts.iter().fold(0.0, |total, part| total * 60.0 + part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_row_writes_them() {
        assert_eq!(number("6.29", Decimals::Point), Some(6.29));
        assert_eq!(number("1,234", Decimals::Point), Some(1234.0));
        assert_eq!(number("10,08", Decimals::Comma), Some(10.08));
        assert_eq!(number("5.810", Decimals::Comma), Some(5810.0));
        assert_eq!(number("--", Decimals::Point), None);
    }

    #[test]
    fn a_row_with_a_decimal_comma_shows_it() {
        assert_eq!(Decimals::of(["3,40", "2.932"]), Decimals::Comma);
        assert_eq!(Decimals::of(["1,234", "2.93"]), Decimals::Point);
    }

    #[test]
    fn times_are_read_in_every_usual_shape() {
        let read = |cell| duration(cell, Decimals::Point, Seconds(1.0)).map(|time| time.0);
        assert_eq!(read("26:42"), Some(1602.0));
        assert_eq!(read("1:06:06"), Some(3966.0));
        assert_eq!(read("00:01:39,5"), Some(99.5));
        assert_eq!(read("3614"), Some(3614.0));
        assert_eq!(read("--:--:--"), None);
    }
}
