//! The label of a task: its words without what else can be clicked. Links, roles, delays and "Important" follow on a line of
//! their own, so that a click on the words always ticks the box.
use std::ops::Range;

/// What a label gathers while its words are written. Places are bytes from the start of the label.
#[derive(Debug, Default)]
pub(super) struct Label {
    /// Where it starts in the output.
    pub(super) start: usize,
    /// The open link: its first tag, where its words start, and whether it leads to a role.
    pub(super) anchor: Option<(String, usize, bool)>,
    /// Links, as HTML.
    links: Vec<String>,
    /// Roles, as HTML, and their names in the words.
    roles: Vec<(String, Range<usize>)>,
    /// Delays, as HTML, and where they stood.
    delays: Vec<(String, usize)>,
}

/// A label whose words have ended, as HTML.
#[derive(Debug)]
pub(super) struct LabelHtml {
    pub(super) words: String,
    /// Roles, delays and whether it is important: part of what the task says.
    pub(super) facts: Vec<String>,
    pub(super) links: Vec<String>,
}

impl Label {
    pub(super) fn at(start: usize) -> Self {
        Self { start, ..Self::default() }
    }

    /// Ends the open link. `out` is the output so far.
    pub(super) fn close_anchor(&mut self, out: &str) {
        let Some((tag, from, is_role)) = self.anchor.take() else { return };
        let html = [&tag, out.get(from..).unwrap_or_default(), "</a>"].concat();
        if is_role {
            let place = from - self.start..out.len() - self.start;
            self.roles.push((html, place));
        } else {
            self.links.push(html);
        }
    }

    /// Adds a link that leaves no words behind.
    pub(super) fn add_link(&mut self, html: String) {
        self.links.push(html);
    }

    /// Adds a delay, at the end of what was written.
    pub(super) fn add_delay(&mut self, html: String, out: &str) {
        self.delays.push((html, out.len() - self.start));
    }

    /// Ends the label with these words, which begin with **Important** if it is `important`.
    pub(super) fn finish(self, words: String, important: bool) -> LabelHtml {
        let mut gaps: Vec<Range<usize>> = self.delays.iter().map(|(_, at)| *at..*at).collect();
        gaps.extend(tags(&words, &self.roles.iter().map(|(_, place)| place.clone()).collect::<Vec<_>>()));
        let mut words = without(words, gaps);
        let important = important.then(|| take_important(&mut words)).flatten();
        let mut facts: Vec<String> = Vec::new();
        for (role, _) in self.roles {
            if !facts.contains(&role) {
                facts.push(role);
            }
        }
        facts.extend(self.delays.into_iter().map(|(delay, _)| delay));
        facts.extend(important.map(|word| format!("<strong class=\"flag\">{word}</strong>")));
        let mut links: Vec<String> = Vec::new();
        for link in self.links {
            if !links.contains(&link) {
                links.push(link);
            }
        }
        LabelHtml { words, facts, links }
    }
}

/// Signs after which a name is no part of a sentence.
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', ':', '…', '–', '—'];

/// The ranges of names of roles that are no part of a sentence: all that stands in a pair of brackets, or at the end after a
/// comma or the end of a sentence.
fn tags(words: &str, names: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = names.get(at) {
        // Names with nothing but signs and "et" between them are one group.
        let group =
            names[at..].windows(2).take_while(|pair| is_between(&words[pair[0].end..pair[1].start])).count();
        let end = names[at + group].end;
        let (before, after) = (words[..first.start].trim_end(), words[end..].trim_start());
        let in_brackets = before.ends_with('(') && after.starts_with(')');
        if in_brackets {
            let closing = words.len() - after.len() + 1;
            found.push(before.len() - 1..closing);
        } else if matches!(after, "" | ".") && before.ends_with(',') {
            found.push(before.len() - 1..end);
        } else if matches!(after, "" | ".") && before.ends_with(SENTENCE_ENDS) {
            found.push(before.len()..end);
        }
        at += group + 1;
    }
    found
}

/// Whether a text only joins two names.
fn is_between(text: &str) -> bool {
    matches!(text.trim(), "" | "," | "/" | "&amp;" | "et" | "ou" | "and" | "or" | "+" | "·")
}

/// The words without these ranges, and without the spaces that they leave.
fn without(words: String, mut gaps: Vec<Range<usize>>) -> String {
    if gaps.is_empty() {
        return words;
    }
    gaps.sort_by_key(|gap| gap.start);
    let mut out = String::with_capacity(words.len());
    let mut from = 0;
    for gap in gaps {
        let Some(kept) = words.get(from..gap.start) else { continue };
        out.push_str(kept);
        from = gap.end;
        // No second full stop.
        if out.trim_end().ends_with('.') && words[from..].trim() == "." {
            from = words.len();
        }
        let rest = words[from..].trim_start();
        if rest.is_empty() || rest.starts_with(['.', ',', ')', '…']) {
            out.truncate(out.trim_end().len());
        }
        // Brackets around a delay alone.
        if out.ends_with('(') && rest.starts_with(')') {
            out.pop();
            out.truncate(out.trim_end().len());
            from = words.len() - rest.len() + 1;
        } else if out.is_empty() || out.ends_with(char::is_whitespace) {
            from = words.len() - rest.len();
        }
    }
    out.push_str(&words[from..]);
    out.truncate(out.trim_end().len());
    // A colon or a dash that led to what is gone.
    let led = out.trim_end_matches([' ', '\u{a0}', '\u{202f}', ':', '–', '—']);
    if led.len() < out.len() && !led.is_empty() {
        out.truncate(led.len());
    }
    out
}

/// Signs and spaces between **Important** and what is.
const BEHIND_IMPORTANT: [char; 9] = [' ', '\u{a0}', '\u{202f}', '\n', ':', ',', '–', '—', '-'];

/// Takes **Important** from the start of the words, with the signs behind it, unless nothing else is there.
fn take_important(words: &mut String) -> Option<String> {
    let (word, rest) = words.strip_prefix("<strong>")?.split_once("</strong>")?;
    let word = word.trim_end_matches(BEHIND_IMPORTANT).to_owned();
    let mut rest = rest.trim_start_matches(BEHIND_IMPORTANT).chars();
    *words = rest.next()?.to_uppercase().chain(rest).collect();
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words and facts of a label whose roles stand in `[…]`, and whose delay in `{…}`.
    fn read(text: &str) -> (String, Vec<String>) {
        let mut label = Label::default();
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['[', '{']) {
            out.push_str(&rest[..at]);
            let close = rest.find([']', '}']).unwrap();
            let inner = &rest[at + 1..close];
            if rest[at..].starts_with('[') {
                label.anchor = Some((String::new(), out.len(), true));
                out.push_str(inner);
                label.close_anchor(&out);
            } else {
                label.add_delay(inner.to_owned(), &out);
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        let important = out.starts_with("<strong>Important");
        let html = label.finish(out, important);
        (html.words, html.facts.iter().map(|fact| fact.replace("</a>", "")).collect())
    }

    #[test]
    fn roles_delays_and_important_leave_the_words_where_these_stay_a_sentence() {
        for (text, words, facts) in [
            ("Signer le contrat ([RH]).", "Signer le contrat.", vec!["RH"]),
            ("Signer le contrat ([RH], [DSI] et [Élus])", "Signer le contrat", vec!["RH", "DSI", "Élus"]),
            ("Signer le contrat. [RH]", "Signer le contrat.", vec!["RH"]),
            ("Signer le contrat, [RH].", "Signer le contrat.", vec!["RH"]),
            ("Signer le contrat. [RH].", "Signer le contrat.", vec!["RH"]),
            ("Demander à [RH] et à [DSI].", "Demander à RH et à DSI.", vec!["RH", "DSI"]),
            ("Signer le contrat : [RH] [DSI]", "Signer le contrat", vec!["RH", "DSI"]),
            ("Faire signer par [RH].", "Faire signer par RH.", vec!["RH"]),
            ("[RH] signe le contrat.", "RH signe le contrat.", vec!["RH"]),
            ("Signer {J-30}.", "Signer.", vec!["J-30"]),
            ("{J-30} Signer", "Signer", vec!["J-30"]),
            ("Signer ({J-30}) puis rendre.", "Signer puis rendre.", vec!["J-30"]),
            (
                "<strong>Important</strong> : signer",
                "Signer",
                vec!["<strong class=\"flag\">Important</strong>"],
            ),
            (
                "<strong>Important :</strong> <em>signer</em>",
                "<em>signer</em>",
                vec!["<strong class=\"flag\">Important</strong>"],
            ),
            ("<strong>Important</strong>", "<strong>Important</strong>", vec![]),
            ("[RH]", "RH", vec!["RH"]),
        ] {
            assert_eq!(
                read(text),
                (words.to_owned(), facts.into_iter().map(str::to_owned).collect()),
                "{text}"
            );
        }
    }
}
