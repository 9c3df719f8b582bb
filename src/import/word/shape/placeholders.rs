//! What people write where something is still missing: "…", "à compléter", "xx/xx/xxxx", a yellow ground.
use crate::import::rich::{RichContent, RichRun};

/// Words that say that something is missing, in small letters.
const PHRASES: [&str; 14] = [
    "à compléter",
    "a completer",
    "à completer",
    "à renseigner",
    "à préciser",
    "à remplir",
    "à venir",
    "à définir",
    "todo",
    "tbd",
    "tbc",
    "to be completed",
    "to be defined",
    "to do",
];

/// Gives placeholders their label where nothing else is looked for: in titles.
pub(super) fn label(runs: &mut [RichRun], label: &'static str) {
    for run in runs {
        if let RichContent::Placeholder(own, _) = &mut run.content {
            *own = label;
        }
    }
}

/// Marks what is missing in a paragraph, and tells each. `context` says what a text without a label is about.
pub(super) fn mark(runs: &mut Vec<RichRun>, label: &'static str, context: &str, told: &mut Vec<String>) {
    let whole: String = runs.iter().filter_map(RichRun::as_text).collect();
    let is_lone = runs.iter().all(|run| matches!(run.content, RichContent::Text(_) | RichContent::Anchor(_)))
        && is_missing(&whole);
    let mut out: Vec<RichRun> = Vec::with_capacity(runs.len());
    let mut before = String::new();
    for run in runs.drain(..) {
        match &run.content {
            RichContent::Placeholder("", text) => {
                before.push_str(text);
                push_marked(&mut out, &run, text, label);
            }
            RichContent::Text(text) if is_lone => {
                if !text.trim().is_empty() && !ends_with_placeholder(&out) {
                    let what =
                        if is_phrase(&whole) { context.to_owned() } else { joined(context, whole.trim()) };
                    out.push(run.like(RichContent::Placeholder(label, what)));
                }
            }
            RichContent::Text(text) if run.link.is_none() => {
                split(&run, text, &mut before, (label, context), &mut out);
            }
            _ => out.push(run),
        }
    }
    for run in &mut out {
        if let RichContent::Placeholder(_, text) = &mut run.content {
            let is_empty = is_phrase(text) || text.trim().is_empty();
            *text = if is_empty { context.to_owned() } else { text.trim().to_owned() };
            told.push(text.clone());
        }
    }
    *runs = out;
}

fn joined(name: &str, form: &str) -> String {
    if name.is_empty() { form.to_owned() } else { format!("{name}, {form}") }
}

/// Adds text on a yellow ground; what stands side by side is one.
fn push_marked(out: &mut Vec<RichRun>, run: &RichRun, text: &str, label: &'static str) {
    if run.link.as_deref().is_some_and(|link| link.len() > 1) {
        out.push(run.like(RichContent::Text(text.to_owned())));
    } else if let Some(RichContent::Placeholder(_, last)) = out.last_mut().map(|run| &mut run.content) {
        last.push_str(text);
    } else {
        out.push(RichRun::plain(RichContent::Placeholder(label, text.to_owned())));
    }
}

fn ends_with_placeholder(out: &[RichRun]) -> bool {
    out.last().is_some_and(|run| matches!(run.content, RichContent::Placeholder(..)))
}

/// Splits a text at what is missing. `before` is the text of the paragraph up to here.
fn split(
    run: &RichRun,
    text: &str,
    before: &mut String,
    (label, context): (&'static str, &str),
    out: &mut Vec<RichRun>,
) {
    let mut rest = text;
    while let Some((start, end)) = find(rest, before) {
        let (head, found) = (&rest[..start], &rest[start..end]);
        before.push_str(head);
        if !head.is_empty() {
            out.push(run.like(RichContent::Text(head.to_owned())));
        }
        let name = match name_before(before) {
            "" if !found.chars().any(char::is_alphanumeric) => words_before(before),
            name => name,
        };
        let is_words = found.chars().any(char::is_alphanumeric) && !is_phrase(found);
        let what = match (name.is_empty(), is_words) {
            (true, true) => found.trim().to_owned(),
            (true, false) => context.to_owned(),
            (false, true) => joined(name, found.trim()),
            (false, false) => name.to_owned(),
        };
        out.push(run.like(RichContent::Placeholder(label, what)));
        before.push_str(found);
        rest = &rest[end..];
    }
    before.push_str(rest);
    if !rest.is_empty() {
        out.push(run.like(RichContent::Text(rest.to_owned())));
    }
}

/// The name in front of a colon at the end of a text: "Téléphone" in "Contact. Téléphone : ".
fn name_before(text: &str) -> &str {
    let text = text.trim_end();
    let Some(text) = text.strip_suffix(':') else { return "" };
    let from = text
        .rfind(['.', ';', '!', '?', ':', '…'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let name = text[from..].trim();
    if name.chars().count() <= 60 { name } else { "" }
}

/// The last words of a text: "Série n°" in front of a line to fill in.
fn words_before(text: &str) -> &str {
    let text = text.trim_end_matches(|letter: char| letter.is_whitespace() || "«\"„(".contains(letter));
    let from = text
        .rfind(['.', ';', '!', '?', ':', '…', ',', '_'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let last = &text[from..];
    let start = last.rmatch_indices(char::is_whitespace).nth(4).map_or(0, |(at, _)| at);
    last[start..].trim()
}

/// Whether a text is nothing but words, dots or lines that say that something is missing.
fn is_phrase(text: &str) -> bool {
    let inside = text.trim().trim_matches(|letter: char| "[]()<>«»{} \u{a0}\u{202f}".contains(letter));
    let bare = inside.trim_end_matches(['.', '!', ' ', '…', '\u{a0}']).to_lowercase();
    let is_leader =
        |letter: char| matches!(letter, '.' | '…' | '_' | '·' | ' ' | '\u{a0}' | '\u{2002}' | '\t');
    let leaders = inside.chars().filter(|letter| matches!(letter, '.' | '_')).count();
    let has_leader = inside.contains('…') || leaders >= 3;
    PHRASES.contains(&bare.as_str()) || inside == "#" || (has_leader && inside.chars().all(is_leader))
}

/// Whether a text is nothing but words or a form that say that something is missing.
fn is_missing(text: &str) -> bool {
    is_phrase(text) || is_blank_form(text.trim())
}

/// Whether a word is made of `x` for figures and letters to come: `xx/xx/xxxx`, `XXX`.
fn is_blank_form(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| ",;:.()".contains(letter));
    let marks = word.chars().filter(|letter| matches!(letter, 'x' | 'X')).count();
    let others = word.chars().filter(|letter| !matches!(letter, 'x' | 'X' | '/' | '.' | '-' | ' ')).count();
    let has_separator = word.contains(['/', '-', '.']);
    let is_small = word.contains('x');
    let upper = word.to_uppercase();
    let is_form = others == 0
        && (marks >= 3 || (marks == 2 && is_small))
        && word.starts_with(['x', 'X'])
        && (has_separator || marks <= 12);
    is_form || matches!(upper.as_str(), "JJ/MM/AAAA" | "DD/MM/YYYY" | "JJ/MM/AA")
}

/// The first place in a text where something is missing.
fn find(text: &str, before: &str) -> Option<(usize, usize)> {
    [find_leaders(text, before), find_words(text, before)].into_iter().flatten().min()
}

/// Rows of dots and lines; a single `…` only behind a colon, at the end.
fn find_leaders(text: &str, before: &str) -> Option<(usize, usize)> {
    let is_leader = |letter: char| matches!(letter, '.' | '…' | '_');
    let mut from = 0;
    while let Some(start) = text[from..].find(is_leader).map(|at| from + at) {
        let row = &text[start..];
        let length = row.find(|letter| !is_leader(letter) && letter != ' ').unwrap_or(row.len());
        let row = row[..length].trim_end();
        let count = |sign| row.chars().filter(|letter| *letter == sign).count();
        let end = start + row.len();
        let is_row = count('…') >= 2 || count('.') >= 5 || count('_') >= 3;
        let is_end = text[end..].trim().is_empty() && (row == "…" || row == "...");
        let head = format!("{before}{}", &text[..start]);
        if is_row || (is_end && head.trim_end().ends_with(':')) {
            return Some((start, end));
        }
        from = start + row.chars().next().map_or(1, char::len_utf8).max(row.len());
    }
    None
}

/// Words: in brackets, behind a colon at the end, or forms such as `xx/xx/xxxx`.
fn find_words(text: &str, before: &str) -> Option<(usize, usize)> {
    for (open, close) in [('[', ']'), ('(', ')'), ('<', '>')] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at) {
            let Some(end) = text[start..].find(close).map(|at| start + at + close.len_utf8()) else { break };
            let inside = text[start + 1..end - 1].trim().to_lowercase();
            if PHRASES.iter().any(|phrase| inside.starts_with(phrase) && inside.chars().count() < 80) {
                return Some((start, end));
            }
            from = end;
        }
    }
    if let Some(colon) = text.rfind(':') {
        let start = text.len() - text[colon + 1..].trim_start().len();
        if start < text.len() && is_missing(&text[start..]) {
            return Some((start, text.trim_end().len()));
        }
    } else if before.trim_end().ends_with(':') && is_missing(text) {
        return Some((text.len() - text.trim_start().len(), text.trim_end().len()));
    }
    let mut from = 0;
    for word in text.split(' ') {
        let trimmed = word.trim_end_matches([',', ';', '.', ')', ':']);
        let open = trimmed.len() - trimmed.trim_start_matches('(').len();
        if is_blank_form(&trimmed[open..]) {
            return Some((from + open, from + trimmed.len()));
        }
        from += word.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rich::plain;

    fn marked(text: &str) -> String {
        let mut runs = vec![RichRun::text(text)];
        mark(&mut runs, "TODO", "context", &mut Vec::new());
        let show = |run: &RichRun| match &run.content {
            RichContent::Placeholder(_, text) => format!("[TODO: {text}]"),
            _ => plain(std::slice::from_ref(run)),
        };
        runs.iter().map(show).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_is_missing_is_marked() {
        assert_eq!(marked("Téléphone : …"), "Téléphone :|[TODO: Téléphone]");
        assert_eq!(marked("Nom : ............ Prénom : ____"), "Nom :|[TODO: Nom]|Prénom :|[TODO: Prénom]");
        assert_eq!(marked("…"), "[TODO: context]");
        assert_eq!(marked("À compléter"), "[TODO: context]");
        assert_eq!(marked("Référent : à compléter"), "Référent :|[TODO: Référent]");
        assert_eq!(
            marked("Le [à compléter : nom du maire] signe."),
            "Le|[TODO: [à compléter : nom du maire]]|signe."
        );
        assert_eq!(marked("Avant le xx/xx/xxxx, écrire."), "Avant le|[TODO: xx/xx/xxxx]|, écrire.");
        assert_eq!(marked("#"), "[TODO: context]");
        assert_eq!(marked("Date : xx/xx/xxxx"), "Date :|[TODO: Date, xx/xx/xxxx]");
    }

    #[test]
    fn other_text_stays() {
        for text in [
            "Bonjour… et merci",
            "Il reste à préciser que tout va bien.",
            "Document à compléter par l’agent",
            "et ainsi de suite...",
            "Le XXe siècle",
            "Windows XP, 4 x 4",
            "v1.2.3",
            "snake_case_name",
            "Les pièces : carte, bail, etc.",
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
