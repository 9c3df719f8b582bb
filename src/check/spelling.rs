//! Names that are not written as the registry prefers.
use crate::model::{Diagnostic, Document, Entries, Kind, Page, Span, codes};

/// Finds the names and aliases of terms that have a preferred spelling. Capitals matter: `coop` is not `Coop`.
pub(super) fn page(
    page: &Page,
    document: &Document,
    replacements: &[(&str, &str)],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for piece in document.content.prose.iter().filter(|_| !replacements.is_empty()) {
        let text = document.body.str(piece.text);
        for (other, prefer) in replacements {
            for at in occurrences(text, other, prefer) {
                let start = piece.at as usize + at;
                let span = Span::new(&page.source, start, start + other.len());
                let diagnostic = Diagnostic::new(codes::TERM_SPELLING, span.clone());
                diagnostics.push(diagnostic.arg("text", *other).arg("prefer", *prefer).fix(span, *prefer));
            }
        }
    }
}

/// Spellings to replace, each with the preferred one.
pub(super) fn replacements(entries: &Entries) -> Vec<(&str, &str)> {
    let mut replacements = Vec::new();
    for term in entries.values().filter(|entry| entry.key.kind == Kind::Term) {
        let Some(prefer) = term.record.text("prefer") else { continue };
        let aliases = term.record.list("aliases").iter().filter_map(|alias| match &alias.value {
            crate::model::Value::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let names = term.record.text("name").into_iter().chain(aliases);
        replacements
            .extend(names.filter(|name| *name != prefer && !name.is_empty()).map(|name| (name, prefer)));
    }
    replacements
}

/// Where a spelling stands as whole words, and is no part of the preferred one.
fn occurrences<'a>(text: &'a str, other: &'a str, prefer: &'a str) -> impl Iterator<Item = usize> + 'a {
    let joins = |letter: char| letter.is_alphanumeric() || "-_/@".contains(letter);
    let within: Vec<usize> = prefer.match_indices(other).map(|(at, _)| at).collect();
    text.match_indices(other).map(|(at, _)| at).filter(move |at| {
        let is_preferred = |inside: &usize| {
            at.checked_sub(*inside)
                .and_then(|start| text.get(start..))
                .is_some_and(|rest| rest.starts_with(prefer))
        };
        !text[..*at].ends_with(joins)
            && !text[at + other.len()..].starts_with(joins)
            && !within.iter().any(is_preferred)
    })
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn a_spelling_is_found_as_whole_words() {
        let found = |text: &str| occurrences(text, "La coop", "La coop numérique").collect::<Vec<_>>();
        assert_eq!(found("La coop, La coopérative, La coop numérique, pré-La coop"), [0]);
        let found = |text: &str| occurrences(text, "mail", "courriel").collect::<Vec<_>>();
        assert_eq!(found("l’été 😀 mail, e-mail, a@mail, mails, (mail)"), [15, 45]);
    }
}
