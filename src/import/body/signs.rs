//! Signs of a program in a sentence: attributes, tags of templates, icons, keys.
use super::boxes;
use super::inline::InlineReader;
use super::marks::Role;
use super::regions::target;
use super::templates;
use crate::import::source::markdown;
use crate::model::FindingKind;
use std::ops::Range;

impl InlineReader<'_, '_> {
    /// Attributes behind a mark, comments of MDX, tags of templates in a sentence.
    pub(super) fn braces(&mut self, at: usize) -> usize {
        let text = &self.text.text;
        let rest = &text[at..];
        if let Some(inner) = rest.strip_prefix("{/*") {
            let Some(end) = inner.find("*/}") else { return at + 1 };
            self.replace(at..at + 3 + end + 3, "");
            return at + 3 + end + 3;
        }
        if let Some(inner) =
            rest.strip_prefix("{#").filter(|_| !self.context.program.kind.is_python_markdown())
        {
            // The id of a heading stays.
            return inner.find('}').map_or(at + 1, |end| at + 2 + end + 1);
        }
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")] {
            if let Some(inner) = rest.strip_prefix(open) {
                let Some(end) = inner.find(close) else { return at + 1 };
                let range = at..at + open.len() + end + close.len();
                let end = range.end;
                self.template(&inner[..end - at - open.len() - close.len()], range);
                return end;
            }
        }
        if rest.starts_with("{{") {
            return at + 2;
        }
        let Some(end) = rest.find('}').filter(|end| *end < 300) else { return at + 1 };
        let inner = rest[1..end].trim();
        let follows = text[..at].ends_with([')', ']', '*', '`', '_', '}', '>', '"']);
        // Attributes on a line of their own are those of the block above.
        let line = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..];
        let is_line = line.lines().next().is_some_and(|line| line.trim().len() == end + 1);
        let is_list = inner.starts_with([':', '.', '#']) || inner.contains('=');
        let is_attribute = |part: &str| {
            part.starts_with(['.', '#', ':'])
                || part.contains('=')
                || part.ends_with(['"', '\''])
                || part == "download"
        };
        let inner = inner.trim_start_matches(':').trim_start();
        if (follows || is_line)
            && is_list
            && !inner.contains('{')
            && inner.split_whitespace().all(is_attribute)
        {
            let id = inner.split_whitespace().find_map(|part| part.strip_prefix('#')).map(str::to_owned);
            self.replace(at..at + end + 1, "");
            if let Some(id) = id {
                self.anchor_above(&id, at);
            }
        }
        at + end + 1
    }

    /// A tag of a template that is not a block of its own.
    fn template(&mut self, inner: &str, range: Range<usize>) {
        let inner = inner.trim().trim_matches(['-', '/']).trim();
        let name = inner.split_whitespace().next().unwrap_or_default();
        let quoted = inner.split('"').nth(1).unwrap_or_default();
        if name.starts_with('/') || name.starts_with("end") || matches!(name, "raw" | "comment" | "mark") {
            self.replace(range, "");
            return;
        }
        let is_word = matches!(
            name,
            "glossary-term"
                | "glossary_tooltip"
                | "param"
                | "badge"
                | "kbd"
                | "button"
                | "new-in"
                | "deprecated-in"
                | "icon"
        );
        if is_word && !quoted.is_empty() {
            self.found(FindingKind::Changed, "unwrapped", name, range.start);
            self.replace(range, quoted.to_owned());
            return;
        }
        if let Some(Role::Picture(source, alt, _)) =
            templates::template(&self.text.text[range.clone()]).map(|mark| mark.role)
            && !source.is_empty()
        {
            self.replace(range, format!("![{}]({})", alt.replace(['[', ']'], " "), target(&source)));
            return;
        }
        self.found(FindingKind::LeftOut, "block", name, range.start);
        let before = &self.text.text[..range.start];
        let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
        let line = line.trim_end_matches('<');
        let is_target =
            line.ends_with("](") || (line.trim_start().starts_with('[') && line.trim_end().ends_with("]:"));
        self.replace(range, if is_target { markdown::LOST_TARGET } else { "" });
    }

    /// `:material-check:`, `:fontawesome-brands-x:`: icons of a font that the guide does not have.
    pub(super) fn icon(&mut self, at: usize) -> usize {
        let rest = &self.text.text[at + 1..];
        let end = rest
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))
            .unwrap_or(rest.len());
        let name = &rest[..end];
        let is_icon = ["material-", "fontawesome-", "octicons-", "simple-", "logos-", "mdi-", "lucide-"]
            .iter()
            .any(|set| name.starts_with(set));
        if !is_icon || !rest[end..].starts_with(':') {
            return at + 1;
        }
        self.found(FindingKind::LeftOut, "icon", name, at);
        let close = at + 1 + end + 1;
        // The attributes of an icon go with it.
        let after = self.text.text[close..]
            .strip_prefix('{')
            .and_then(|rest| rest.find('}'))
            .map_or(0, |end| end + 2);
        let blank = usize::from(self.text.text[close + after..].starts_with(' '));
        self.replace(at..close + after + blank, "");
        close + after
    }

    /// `++ctrl+c++`
    pub(super) fn keys(&mut self, at: usize) -> usize {
        let Some(rest) = self.text.text[at..].strip_prefix("++") else { return at + 1 };
        let Some(end) = rest.find("++").filter(|end| *end > 0 && *end < 60) else { return at + 2 };
        let keys = &rest[..end];
        let is_keys = keys.chars().all(|letter| letter.is_ascii_alphanumeric() || "-+\"_. ".contains(letter))
            && !keys.contains(' ');
        let before = self.text.text[..at].ends_with(|letter: char| letter.is_alphanumeric());
        if !is_keys || before {
            return at + 2;
        }
        let name = |key: &str| {
            let key = key.trim_matches('"');
            format!("<kbd>{}</kbd>", boxes::title_of(key))
        };
        let written = keys.split('+').filter(|key| !key.is_empty()).map(name).collect::<Vec<_>>().join("+");
        self.replace(at..at + end + 4, written);
        at + end + 4
    }
}
