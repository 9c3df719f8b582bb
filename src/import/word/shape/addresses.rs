//! Web addresses and mail addresses in running text, which become links.
use crate::import::rich::{RichContent, RichMark, RichRun};

/// Makes links of the addresses in runs.
pub(super) fn link(runs: &mut Vec<RichRun>) {
    let needs = |run: &RichRun| {
        run.link.is_none()
            && !run.marks.has(RichMark::Code)
            && run
                .as_text()
                .is_some_and(|text| text.contains("://") || text.contains("www.") || text.contains('@'))
    };
    if !runs.iter().any(needs) {
        return;
    }
    let mut out = Vec::with_capacity(runs.len() + 2);
    for run in runs.drain(..) {
        if needs(&run) {
            split(&run, &mut out);
        } else {
            out.push(run);
        }
    }
    *runs = out;
}

fn split(run: &RichRun, out: &mut Vec<RichRun>) {
    let text = run.as_text().unwrap_or_default();
    let mut plain_from = 0;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let trimmed = word.trim_end();
        let start =
            at + trimmed.len() - trimmed.trim_start_matches(['(', '«', '<', '"', '[', ',', ':']).len();
        let end =
            at + trimmed.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '»', '>', '"', ']', '…']).len();
        at += word.len();
        if start >= end {
            continue;
        }
        if let Some(target) = target(&text[start..end]) {
            if plain_from < start {
                out.push(run.like(RichContent::Text(text[plain_from..start].to_owned())));
            }
            let mut linked = run.like(RichContent::Text(text[start..end].to_owned()));
            linked.link = Some(target.as_str().into());
            out.push(linked);
            plain_from = end;
        }
    }
    if plain_from < text.len() {
        out.push(run.like(RichContent::Text(text[plain_from..].to_owned())));
    }
}

/// Where a word leads, if it is an address.
fn target(word: &str) -> Option<String> {
    let is_web = |rest: &str| rest.contains('.') && rest.starts_with(|letter: char| letter.is_alphanumeric());
    if let Some(rest) = word.strip_prefix("https://").or(word.strip_prefix("http://")) {
        return is_web(rest).then(|| word.to_owned());
    }
    if let Some(rest) = word.strip_prefix("www.") {
        return is_web(rest).then(|| format!("https://{word}"));
    }
    let (name, host) = word.split_once('@')?;
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "._%+-".contains(letter))
    };
    let is_mail = is_part(name) && is_part(host) && host.contains('.') && !host.ends_with('.');
    is_mail.then(|| format!("mailto:{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_links() {
        let mut runs = vec![RichRun::text("Voir (https://a.fr/x), www.b.fr ou c.d@e.fr. À 3@4")];
        link(&mut runs);
        let links: Vec<_> = runs.iter().filter_map(|run| run.link.as_deref()).collect();
        assert_eq!(links, ["https://a.fr/x", "https://www.b.fr", "mailto:c.d@e.fr"]);
        let text: String = runs.iter().filter_map(RichRun::as_text).collect();
        assert_eq!(text, "Voir (https://a.fr/x), www.b.fr ou c.d@e.fr. À 3@4");
    }
}
