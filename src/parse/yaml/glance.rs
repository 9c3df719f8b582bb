//! YAML that is read at a glance: texts under plain keys, each on one line, as most pages begin. Their heads take two
//! fifths of the work so. All that is more than that, or wrong, is left to `yaml`.
use super::tree::{Pair, SourceText, Yaml, YamlNode, plain};
use crate::model::Located;

/// More keys than any head has.
const KEYS: usize = 32;

/// The map, if the text is one of this kind without a fault.
pub(super) fn map(source: &SourceText) -> Option<Yaml> {
    let mut pairs: Vec<Pair> = Vec::with_capacity(4);
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let begin = at;
        at += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        let length = line.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
        let (key, rest) = line.split_at(length);
        let written = rest.strip_prefix(": ")?;
        let known = pairs.iter().any(|(other, _)| other.value == key);
        if key.is_empty() || known || pairs.len() == KEYS || !is_harmless(written) {
            return None;
        }
        let key_end = begin + length;
        let value = Yaml { span: source.span(key_end + 2, begin + line.len()), node: text(written)? };
        pairs.push((Located::new(source.span(begin, key_end), key.to_owned()), value));
    }
    let span = source.span(0, pairs.last()?.1.span.end as usize - source.offset);
    Some(Yaml { span, node: YamlNode::Map { pairs, flow: false } })
}

/// A text between quotes, or of words without a mark that means something (YAML 1.2.2, 7.3).
fn text(written: &str) -> Option<YamlNode> {
    let quoted = |quote: char| written.strip_prefix(quote)?.strip_suffix(quote);
    let is_free = |text: &&str, marks: &[char]| !text.contains(marks);
    match written.as_bytes().first()? {
        b'"' => Some(YamlNode::Text(quoted('"').filter(|text| is_free(text, &['"', '\\']))?.to_owned())),
        b'\'' => Some(YamlNode::Text(quoted('\'').filter(|text| is_free(text, &['\'']))?.to_owned())),
        first if first.is_ascii_alphabetic() && !written.ends_with(char::is_whitespace) => {
            is_free(&written, &[':', '#']).then(|| plain(written))
        }
        _ => None,
    }
}

/// Whether there is no control character, line break or byte order mark in a line, as far as their first bytes tell.
fn is_harmless(line: &str) -> bool {
    let bytes = line.as_bytes();
    let odd = |byte: &u8| matches!(byte, 0..b' ' | 0x7f | 0xef);
    let breaks = |pair: &[u8]| matches!(pair, [0xc2, ..0xa0] | [0x80, 0xa8 | 0xa9]);
    !bytes.iter().any(odd) && !bytes.windows(2).any(breaks)
}

#[cfg(test)]
mod tests {
    use super::super::reader::build;
    use super::*;
    use crate::model::{SourcePath, codes};
    use proptest::prelude::*;

    /// What this file makes of a text, after making sure that `yaml` makes the same of it.
    fn at_a_glance(text: &str) -> Option<Yaml> {
        let file = SourcePath::new("guide/a.md");
        let source = SourceText { file: &file, text, offset: 4, line: 2 };
        let found = map(&source)?;
        let Ok((same, diagnostics)) = build(&source, codes::YAML_DUPLICATE_KEY) else {
            panic!("{text:?} is not YAML");
        };
        assert!(diagnostics.is_empty(), "{text:?}: {diagnostics:?}");
        assert_eq!(found, same, "{text:?}");
        Some(found)
    }

    #[test]
    fn heads_of_most_pages_are_read_at_a_glance() {
        let texts = [
            "title: Recruter\n",
            "title: Recruter",
            "title: \"L’appel : #1\"\ndescription: 'Ce qu\u{2019}il faut savoir - en deux mots'\n",
            "draft: true\ntitle: Un, deux ? [trois] (l'été)\nslug: nul\nnull: Null\n",
            "title: \"\"\nslug: ''\n",
        ];
        for text in texts {
            assert!(at_a_glance(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn all_that_is_more_is_left() {
        let texts = [
            "",
            "\n",
            "title:\n",
            "title: \n",
            "a\n",
            "title: a: b\n",
            "title: a #b\n",
            "title: a \n",
            "Title: a\n",
            "title: \"a\n",
            "title: \"a\\n\"\n",
            "title: \"a\" # b\n",
            "title: 'it''s'\n",
            "title: a\ntitle: b\n",
            "title: a\n  b\n",
            "title: a\r\n",
            "title: [a]\n",
            "title: *a\n",
            "title: |\n  a\n",
            "title: 2026\n",
            "# a\ntitle: b\n",
            "title: a\n---\ntitle: b\n",
            "title: \u{feff}a\n",
            "title: a\u{85}b\n",
            "title: a\u{2028}b\n",
            "title: a\tb\n",
            "title: a\u{a0}\n",
        ];
        for text in texts {
            let file = SourcePath::new("guide/a.md");
            assert_eq!(map(&SourceText { file: &file, text, offset: 4, line: 2 }), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_at_a_glance_is_what_the_yaml_says(
            lines in proptest::collection::vec("[a-c_]{0,2}(: |:|)[\"']?[a-zA-Z0-9 é’\u{a0}\u{85}\u{2028}\u{feff}\u{3000}:#,.!?&*%@`~|>(){}\\[\\]'\"\\\\=<\t\r-]{0,9}[\"']?", 0..4),
            end in "\n?",
        ) {
            at_a_glance(&(lines.join("\n") + &end));
        }

        #[test]
        fn letters_of_all_kinds_are_read_alike(words in "[a-z]\\PC{0,8}", more in "\\PC{0,8}") {
            at_a_glance(&format!("title: {words}\nslug: \"{more}\"\naliases: '{more}'\n"));
        }
    }
}
