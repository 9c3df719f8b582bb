//! Tables for spreadsheets (RFC 4180).
//!
//! In French the separator is a semicolon, because that is what a French spreadsheet expects of a file that is opened
//! with a double click; a byte order mark says that the letters are UTF-8.

/// What a file begins with.
pub const MARK: char = '\u{feff}';

/// Appends a line of cells.
pub fn line(out: &mut String, cells: impl Iterator<Item = String>, separator: char) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(separator);
        }
        out.push_str(&quoted(&cell, separator));
    }
    out.push_str("\r\n");
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text.
fn quoted(cell: &str, separator: char) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    let special = |letter| letter == separator || matches!(letter, '"' | '\n' | '\r');
    if guard.is_empty() && !cell.contains(special) {
        return cell.to_owned();
    }
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        assert_eq!(quoted("a, b", ';'), "a, b");
        assert_eq!(quoted("a, b", ','), "\"a, b\"");
        assert_eq!(quoted("dire \"oui\"\nou non", ';'), "\"dire \"\"oui\"\"\nou non\"");
        assert_eq!(quoted("=1+1", ';'), "\"'=1+1\"");
    }
}
