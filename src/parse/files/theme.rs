//! `theme.yaml`: what a theme is called, and its parent.
use crate::model::{Diagnostic, Located, Noted, SourcePath, ThemeFile, codes};
use crate::parse::fields::{Field, FormatCodes, Reader, Shape};
use crate::parse::plain::decode;
use crate::parse::yaml;
use crate::parse::yaml::{SourceText, YamlNode};

/// The keys of `theme.yaml`.
pub(in crate::parse) const THEME: &[Field] = &[
    Field::new("name", Shape::Line, "Nom du thème", "Name of the theme"),
    Field::new(
        "parent",
        Shape::Slug,
        "Thème qui donne les fichiers absents de celui-ci",
        "Theme that gives the files which this one lacks",
    ),
];

const FAMILY: FormatCodes = FormatCodes {
    unknown_key: codes::THEME_UNKNOWN_KEY,
    wrong_type: codes::THEME_WRONG_TYPE,
    missing: codes::THEME_WRONG_TYPE,
    bad_email: codes::THEME_WRONG_TYPE,
    bad_phone: codes::THEME_WRONG_TYPE,
    bad_url: codes::THEME_WRONG_TYPE,
    foreign: None,
    foreign_keys: &[],
};

/// Whether a `theme.yaml` is in the folder of a theme.
pub(in crate::parse) fn is_theme_file(path: &SourcePath) -> bool {
    path.folder() == "guide/theme"
        || path.folder().strip_prefix("themes/").is_some_and(|name| !name.contains('/'))
}

/// Reads `theme.yaml`.
pub(in crate::parse) fn read(file: &SourcePath, bytes: &[u8]) -> Noted<ThemeFile> {
    let mut diagnostics = Vec::new();
    let mut value = ThemeFile::default();
    if let Some((text, offset)) = decode::text(file, bytes, &mut diagnostics) {
        let source = SourceText { file, text, offset, line: 1 };
        let tree = yaml::read(&source, codes::YAML_DUPLICATE_KEY, &mut diagnostics);
        if !matches!(tree.node, YamlNode::Map { .. } | YamlNode::Null | YamlNode::Broken) {
            diagnostics
                .push(Diagnostic::new(codes::YAML_NOT_A_MAP, tree.span.clone()).arg("found", tree.word()));
        }
        let mut reader = Reader::new(&source, &FAMILY, "FR", &mut diagnostics);
        let record = reader.record(THEME, &tree, None);
        let parent = record.get("parent").zip(record.text("parent"));
        value.parent = parent.map(|(at, name)| Located::new(at.span.clone(), name.to_owned()));
    }
    Noted { value, diagnostics }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_names_its_parent() {
        let path = SourcePath::new("themes/nuit/theme.yaml");
        let read = read(&path, b"name: Nuit\nparent: default\n");
        let parent = read.value.parent.expect("it names one");
        assert_eq!((parent.value.as_str(), parent.span.start, read.diagnostics), ("default", 19, vec![]));
        assert_eq!(super::read(&path, b"parnet: a\n").diagnostics[0].help, Some("help-nearest"));
        assert!(is_theme_file(&path) && !is_theme_file(&SourcePath::new("themes/a/b/theme.yaml")));
    }
}
