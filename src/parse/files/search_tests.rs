//! `guide/search-tests.yaml`: queries, and what readers should find with them.
use crate::model::{Diagnostic, Located, Noted, SearchTest, SourcePath, codes};
use crate::parse::plain::decode;
use crate::parse::yaml;
use crate::parse::yaml::{SourceText, Yaml, YamlNode};

/// Reads a map from queries to a page or an entry, or to a list of which one is enough.
pub(in crate::parse) fn read(file: &SourcePath, bytes: &[u8]) -> Noted<Vec<SearchTest>> {
    let mut diagnostics = Vec::new();
    let mut tests = Vec::new();
    if let Some((text, offset)) = decode::text(file, bytes, &mut diagnostics) {
        let source = SourceText { file, text, offset, line: 1 };
        let tree = yaml::read(&source, codes::YAML_DUPLICATE_KEY, &mut diagnostics);
        if !matches!(tree.node, YamlNode::Map { .. } | YamlNode::Null | YamlNode::Broken) {
            diagnostics
                .push(Diagnostic::new(codes::YAML_NOT_A_MAP, tree.span.clone()).arg("found", tree.word()));
        }
        for (query, value) in tree.pairs() {
            let items = match &value.node {
                YamlNode::List { items, .. } => items.iter().collect(),
                _ => vec![value],
            };
            let mut expected = Vec::new();
            for item in items {
                if item.node == YamlNode::Broken {
                    // What is wrong with it was said by the reader of YAML.
                    continue;
                }
                match text_of(item) {
                    Some(text) => expected.push(Located::new(item.span.clone(), text.to_owned())),
                    None => diagnostics.push(
                        Diagnostic::new(codes::SEARCH_WRONG_TYPE, item.span.clone())
                            .arg("query", query.value.as_str()),
                    ),
                }
            }
            tests.push(SearchTest { query: query.clone(), expected });
        }
    }
    Noted { value: tests, diagnostics }
}

fn text_of(yaml: &Yaml) -> Option<&str> {
    match &yaml.node {
        YamlNode::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::SourcePath;

    #[test]
    fn queries_name_what_they_find() {
        let path = SourcePath::new("guide/search-tests.yaml");
        let made = read(&path, b"contrat: a.md\n'01 58': [contact:b, c.md#d]\nrien: null\n");
        let seen: Vec<_> =
            made.value.iter().map(|test| (test.query.value.as_str(), test.expected.len())).collect();
        assert_eq!(seen, [("contrat", 1), ("01 58", 2), ("rien", 0)]);
        assert_eq!(made.diagnostics.len(), 1);
    }
}
