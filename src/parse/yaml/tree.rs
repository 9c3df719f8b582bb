//! YAML as a tree with spans, and the meaning of plain words (YAML 1.2 core schema).
use crate::model::{Located, SourcePath, Span};

/// A part of a file that is YAML.
#[derive(Clone, Copy, Debug)]
pub(in crate::parse) struct SourceText<'a> {
    /// The file.
    pub(in crate::parse) file: &'a SourcePath,
    /// The YAML.
    pub(in crate::parse) text: &'a str,
    /// The offset in the file at which it begins.
    pub(in crate::parse) offset: usize,
    /// The line of the file on which it begins, from 1.
    pub(in crate::parse) line: usize,
}

impl<'a> SourceText<'a> {
    /// The span of a range of the text.
    pub(in crate::parse) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offset + start, self.offset + end)
    }

    /// The text of a span; empty if the span is outside this text.
    pub(in crate::parse) fn slice(&self, span: &Span) -> &'a str {
        let inside = |at: u32| (at as usize).saturating_sub(self.offset);
        self.text.get(inside(span.start)..inside(span.end)).unwrap_or_default()
    }

    /// The line of the file that contains a byte of the text.
    pub(in crate::parse) fn line_of(&self, at: usize) -> usize {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        self.line + before.split(|byte| *byte == b'\n').count() - 1
    }

    /// A part of the text.
    pub(in crate::parse) fn part(&self, start: usize, end: usize) -> Self {
        Self {
            file: self.file,
            text: &self.text[start..end],
            offset: self.offset + start,
            line: self.line_of(start),
        }
    }
}

/// A value with its span. Values nest at most [`DEPTH`](super::reader::DEPTH) levels deep.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) struct Yaml {
    /// Where it is written, quotes included; the span of the key when nothing is written.
    pub(in crate::parse) span: Span,
    /// The value.
    pub(in crate::parse) node: YamlNode,
}

/// A key and its value.
pub(in crate::parse) type Pair = (Located<String>, Yaml);

/// A value of YAML.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) enum YamlNode {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number that fits in 64 bits.
    Number(i64),
    /// Any other number, as written.
    Decimal(String),
    /// A text.
    Text(String),
    /// A list.
    List {
        /// Its items.
        items: Vec<Yaml>,
        /// Whether it is written in brackets.
        flow: bool,
    },
    /// A map.
    Map {
        /// Its pairs in order. No key is there twice.
        pairs: Vec<Pair>,
        /// Whether it is written in braces, or inside brackets.
        flow: bool,
    },
    /// A value that was refused, with a diagnostic.
    Broken,
}

impl Yaml {
    /// The pairs of a map; none for anything else.
    pub(in crate::parse) fn pairs(&self) -> &[Pair] {
        match &self.node {
            YamlNode::Map { pairs, .. } => pairs,
            _ => &[],
        }
    }

    /// The value of a key.
    pub(in crate::parse) fn get(&self, key: &str) -> Option<&Self> {
        self.pairs().iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// The word for its kind, by which messages choose their sentence.
    pub(in crate::parse) fn word(&self) -> &'static str {
        match &self.node {
            YamlNode::Null => "empty",
            YamlNode::Flag(_) => "flag",
            YamlNode::Number(_) => "number",
            YamlNode::Decimal(_) => "decimal",
            YamlNode::Text(_) => "text",
            YamlNode::List { .. } => "list",
            YamlNode::Map { .. } => "map",
            YamlNode::Broken => "broken",
        }
    }
}

/// The meaning of a plain word. `yes`, `no`, `on`, `off` and dates are texts.
pub(in crate::parse) fn plain(word: &str) -> YamlNode {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => return YamlNode::Null,
        "true" | "True" | "TRUE" => return YamlNode::Flag(true),
        "false" | "False" | "FALSE" => return YamlNode::Flag(false),
        _ => {}
    }
    let first = word.as_bytes()[0];
    if !(first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.')) {
        return YamlNode::Text(word.to_owned());
    }
    whole(word)
        .map(YamlNode::Number)
        .or_else(|| is_number(word).then(|| YamlNode::Decimal(word.to_owned())))
        .unwrap_or_else(|| YamlNode::Text(word.to_owned()))
}

/// `[-+]?[0-9]+`, `0o…`, `0x…`, when it fits.
fn whole(word: &str) -> Option<i64> {
    let radix = |digits: &str, radix| {
        (!digits.starts_with(['+', '-'])).then(|| i64::from_str_radix(digits, radix).ok()).flatten()
    };
    if let Some(digits) = word.strip_prefix("0o") {
        return radix(digits, 8);
    }
    if let Some(digits) = word.strip_prefix("0x") {
        return radix(digits, 16);
    }
    // Digits that do not fit become a decimal.
    word.parse().ok()
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, `.inf`, `.nan`.
fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(word, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let mantissa_holds = match mantissa.split_once('.') {
        Some(("", after)) => digits(after),
        Some((before, after)) => digits(before) && (after.is_empty() || digits(after)),
        None => digits(mantissa),
    };
    mantissa_holds && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_follow_the_core_schema() {
        for word in [
            "yes",
            "no",
            "on",
            "off",
            "oui",
            "2026-11-23",
            "01 58 50",
            "1.2.3",
            "-",
            "+",
            ".",
            "0o8",
            "1_000",
            "0x",
            "e3",
            "--1",
        ] {
            assert_eq!(plain(word), YamlNode::Text(word.to_owned()), "{word}");
        }
        for (word, number) in
            [("2026", 2026), ("0158508942", 158_508_942), ("-3", -3), ("+3", 3), ("0o17", 15), ("0xFF", 255)]
        {
            assert_eq!(plain(word), YamlNode::Number(number), "{word}");
        }
        for word in ["1.5", ".5", "1.", "1e3", "-1.5E-3", ".inf", "-.INF", ".nan", "99999999999999999999"] {
            assert_eq!(plain(word), YamlNode::Decimal(word.to_owned()), "{word}");
        }
        assert_eq!(
            (plain("True"), plain("null"), plain("~")),
            (YamlNode::Flag(true), YamlNode::Null, YamlNode::Null)
        );
    }
}
