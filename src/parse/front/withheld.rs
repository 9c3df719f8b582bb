//! Keys by which other generators keep a page from their readers. Here they would have no effect, so each is an error
//! until the author has decided.
use crate::model::{Diagnostic, codes};
use crate::parse::yaml::{Pair, YamlNode};

/// The diagnostic about a key that keeps the page from readers elsewhere; none for any other key.
pub(super) fn withheld((key, value): &Pair) -> Option<Diagnostic> {
    if key.value != "published" || value.node == YamlNode::Flag(true) {
        return None;
    }
    let diagnostic = Diagnostic::new(codes::DIALECT_WITHHELD, key.span.clone());
    Some(diagnostic.arg("key", key.value.as_str()).help("help-draft"))
}
