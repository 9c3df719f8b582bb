//! Writes callouts, folded text and alternatives as Jalon does.
use super::lines::{LineOrigin, SourceLine, columns};
use super::tags::plain;

/// A callout: `> [!NOTE] Title`.
pub(super) fn alert(alert: &str, title: &str, body: Vec<SourceLine>, origin: LineOrigin) -> Vec<SourceLine> {
    let mut body = trimmed(body);
    let mut title = one_line(title);
    if body.is_empty() {
        if title.is_empty() {
            return Vec::new();
        }
        body.push(SourceLine::new(std::mem::take(&mut title), origin));
    }
    let mut out = vec![SourceLine::new(format!("> [!{alert}] {title}").trim_end(), origin)];
    out.extend(body.into_iter().map(|line| {
        let text = if line.is_blank() { ">".to_owned() } else { format!("> {}", line.text) };
        SourceLine::new(text, line.origin)
    }));
    out
}

/// Text that is folded away. With `group`, it is one of several alternatives.
pub(super) fn details(
    title: &str,
    (group, is_open): (Option<&str>, bool),
    body: Vec<SourceLine>,
    origin: LineOrigin,
) -> Vec<SourceLine> {
    let name = group.map_or_else(String::new, |group| format!(" name=\"{group}\""));
    let open = format!("<details{name}{}>", if is_open { " open" } else { "" });
    let line = |text: &str| SourceLine::new(text, origin);
    let mut out = vec![line(&open), line(&format!("<summary>{}</summary>", summary(title))), line("")];
    out.extend(trimmed(body));
    out.extend([line(""), line("</details>")]);
    out
}

/// The place of an id that an element of HTML had.
pub(super) fn anchor(id: &str) -> String {
    let id = super::tags::unescaped(id);
    format!("<!-- anchor: {} -->", id.replace(['<', '>'], ""))
}

/// A title as the text of a `<summary>`: without marks, with signs of HTML escaped.
fn summary(title: &str) -> String {
    let words = plain(&one_line(title)).replace(['*', '`', '_', '~', '[', ']', '\\'], "");
    let words =
        super::tags::unescaped(&words).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if words.trim().is_empty() { "…".to_owned() } else { words.trim().to_owned() }
}

/// The name of a callout as a title: `seealso` is "Seealso".
pub(super) fn title_of(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    first + &letters.as_str().replace(['-', '_'], " ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines without empty ones around them.
pub(super) fn trimmed(mut lines: Vec<SourceLine>) -> Vec<SourceLine> {
    let first = lines.iter().position(|line| !line.is_blank()).unwrap_or(lines.len());
    lines.drain(..first);
    while lines.last().is_some_and(SourceLine::is_blank) {
        lines.pop();
    }
    lines
}

/// Lines without the blanks that all of them begin with.
pub(super) fn dedented(lines: &[SourceLine]) -> Vec<SourceLine> {
    let indent = |line: &SourceLine| columns(&line.text);
    let least = lines.iter().filter(|line| !line.is_blank()).map(indent).min().unwrap_or(0);
    lines.iter().map(|line| SourceLine::new(without_columns(&line.text, least), line.origin)).collect()
}

/// The text behind so many columns of blanks.
fn without_columns(text: &str, wanted: usize) -> String {
    let mut column = 0;
    for (at, letter) in text.char_indices() {
        if column >= wanted || !matches!(letter, ' ' | '\t') {
            // A tab may reach further than asked for.
            return " ".repeat(column.saturating_sub(wanted)) + &text[at..];
        }
        column = if letter == '\t' { (column / 4 + 1) * 4 } else { column + 1 };
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: Vec<SourceLine>) -> Vec<String> {
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn boxes_are_written_in_one_form() {
        let body = || SourceLine::all("\na\n\nb\n\n", 0, 1);
        let origin = LineOrigin::default();
        assert_eq!(texts(alert("TIP", "T", body(), origin)), ["> [!TIP] T", "> a", ">", "> b"]);
        assert_eq!(texts(alert("TIP", "T", Vec::new(), origin)), ["> [!TIP]", "> T"]);
        let written = texts(details("A *b* & <c>", (Some("tabs-1"), false), body(), origin));
        assert_eq!(written[..3], ["<details name=\"tabs-1\">", "<summary>A b &amp;</summary>", ""]);
        assert_eq!(texts(dedented(&SourceLine::all("\ta\n\n    b\n      c\n", 0, 1))), ["a", "", "b", "  c"]);
    }
}
