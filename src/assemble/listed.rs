//! The order that a section gives to its pages by `pages` in the front matter of its index.
use crate::model::{Diagnostic, Located, codes, split_order};
use crate::text::composed::composed;
use crate::text::nearest::nearest;
use std::borrow::Cow;
use std::collections::HashMap;

/// How many names are compared with an unknown one.
const MAX_COMPARED: usize = 2000;

/// The places of the files and folders that a section lists, by their names. `known` are the names of all that it holds,
/// published or not; those of folders end with a slash.
pub(super) fn places(
    listed: &[Located<String>],
    known: &[String],
    diagnostics: &mut Vec<Diagnostic>,
) -> HashMap<String, usize> {
    let stored: HashMap<Cow<'_, str>, &String> = known.iter().map(|name| (composed(name), name)).collect();
    let mut places = HashMap::with_capacity(listed.len());
    for (place, located) in listed.iter().enumerate() {
        let written = located.value.trim();
        let name = composed(written.strip_prefix("./").unwrap_or(written));
        let Some(stored) = stored.get(&name) else {
            diagnostics.push(unknown(located, &name, known));
            continue;
        };
        if places.contains_key(*stored) {
            let diagnostic = Diagnostic::new(codes::FRONT_PAGE_TWICE, located.span.clone());
            diagnostics.push(diagnostic.arg("name", written));
        } else {
            places.insert((*stored).clone(), place);
        }
    }
    if let (Some(first), Some(numbered)) = (listed.first(), known.iter().find(|name| is_numbered(name))) {
        let at = listed.iter().find(|located| is_numbered(&located.value));
        let (at, name) = at.map_or((first, numbered), |at| (at, &at.value));
        let diagnostic = Diagnostic::new(codes::FRONT_NUMBERED_PAGES, at.span.clone());
        diagnostics.push(diagnostic.arg("name", name.as_str()));
    }
    places
}

fn is_numbered(name: &str) -> bool {
    split_order(name).0.is_some()
}

/// The diagnostic about a name that nothing in the section has.
fn unknown(located: &Located<String>, name: &str, known: &[String]) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::FRONT_UNKNOWN_PAGE, located.span.clone());
    let diagnostic = diagnostic.arg("target", located.value.as_str());
    let short: Vec<&String> = known
        .iter()
        .filter(|known| composed(known.trim_end_matches('/').trim_end_matches(".md")) == name)
        .collect();
    if let [only] = short.as_slice() {
        let diagnostic = diagnostic.nearest(Some(only));
        let is_plain = only.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte));
        return if is_plain { diagnostic.fix(located.span.clone(), only.as_str()) } else { diagnostic };
    }
    if matches!(name, "index.md" | "index" | "." | "") {
        return diagnostic.help("help-itself");
    }
    if name.trim_end_matches('/').contains('/') {
        return diagnostic.help("help-elsewhere");
    }
    diagnostic.nearest(nearest(name, known.iter().map(String::as_str).take(MAX_COMPARED)))
}
