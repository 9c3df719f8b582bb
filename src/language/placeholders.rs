//! What placeholders begin with, in all languages at once: `[À COMPLÉTER : …]`, `[TODO: …]`.
use super::all;
use crate::text::slug::slug;

/// The label that a text begins with, as running text has it.
pub fn label_of(text: &str) -> Option<&'static str> {
    all().flat_map(|locale| locale.placeholder_labels).copied().find(|label| text.starts_with(label))
}

/// Whether a text is the main label of a language. Accents and case do not matter.
pub fn is_label(text: &str) -> bool {
    let text = slug(text);
    all().any(|locale| slug(locale.placeholder_labels[0]) == text)
}

/// The regular expression of what [`is_label`] accepts, after the bracket.
pub fn pattern() -> String {
    let labels =
        all().map(|locale| locale.placeholder_labels[0].chars().map(letter_class).collect::<String>());
    format!("^\\[({})", labels.collect::<Vec<_>>().join("|"))
}

/// A letter in both cases, with its accent and without.
fn letter_class(letter: char) -> String {
    if !letter.is_alphabetic() {
        return letter.to_string();
    }
    let cases = |text: &str| text.to_uppercase() + &text.to_lowercase();
    let written = letter.to_string();
    let bare = if letter.is_ascii() { String::new() } else { cases(&slug(&written)) };
    format!("[{}{bare}]", cases(&written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_all_languages() {
        assert_eq!(label_of("A COMPLETER : x"), Some("A COMPLETER"));
        assert_eq!((label_of("TO DO: x"), label_of("todo")), (Some("TO DO"), None));
        assert!(is_label("à compléter ") && is_label("todo") && !is_label("to do"));
        assert_eq!(pattern(), "^\\[([ÀàAa] [Cc][Oo][Mm][Pp][Ll][ÉéEe][Tt][Ee][Rr]|[Tt][Oo][Dd][Oo])");
    }
}
