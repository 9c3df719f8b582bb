//! The report as text, for a terminal of eighty columns or an e-mail.
use super::{Report, owner};

const WIDTH: usize = 80;

/// The title, then each group with its tasks; an empty group takes one line.
pub(crate) fn text(report: &Report<'_>) -> String {
    let mut out = String::new();
    wrap(&mut out, &report.title(), "");
    wrap(&mut out, &report.summary(), "");
    if report.agenda.count() == 0 {
        return out;
    }
    for (group, items) in &report.agenda.groups {
        let heading = report.heading(*group);
        out.push('\n');
        if items.is_empty() {
            wrap(&mut out, &report.sentence("report-none", &[("group", heading.into())]), "");
            continue;
        }
        wrap(&mut out, &format!("{heading} ({})", items.len()), "");
        for item in items {
            wrap(&mut out, &report.what(item), "  ");
            // The location is never broken: editors click on it.
            let facts = [Some(report.location(item)), report.when(item), owner(item)];
            wrap(&mut out, &facts.into_iter().flatten().collect::<Vec<_>>().join(" · "), "      ");
        }
    }
    out
}

/// Appends text broken between words into lines that fit; lines after the first are indented by two more columns.
fn wrap(out: &mut String, text: &str, indent: &str) {
    let mut width = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let size = word.chars().count();
        if width == 0 {
            out.push_str(indent);
            width = indent.len();
        } else if width + 1 + size > WIDTH {
            out.push('\n');
            out.push_str(indent);
            out.push_str("  ");
            width = indent.len() + 2;
        } else {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += size;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_keep_every_word() {
        let mut out = String::new();
        let text = format!("{} {}", "été ".repeat(60), "x".repeat(100));
        wrap(&mut out, &text, "  ");
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH || line.contains("xx")), "{out}");
        assert_eq!(out.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
    }
}
