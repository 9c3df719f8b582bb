//! Tables for spreadsheets (RFC 4180).
//!
//! French spreadsheets expect semicolons between the cells of a file that is opened with a double click. A byte order mark
//! says that the file is UTF-8.

/// The byte order mark at the beginning of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

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

/// A cell, in quotes if it needs them. An apostrophe in front of a would-be formula makes spreadsheets show it as text.
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
