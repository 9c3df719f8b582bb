//! What a style is for, by its name: programs keep the names of their styles in English or in the language of their user.
use super::text::ParagraphRole;

/// What headings are called, in front of their level.
const HEADINGS: [&str; 10] = [
    "heading",
    "titre",
    "überschrift",
    "título",
    "titulo",
    "titolo",
    "kop",
    "rubrik",
    "encabezado",
    "intertitre",
];

/// Names of styles and what they are for, in small letters.
const ROLES: &[(&str, ParagraphRole)] = &[
    ("title", ParagraphRole::Title),
    ("titre", ParagraphRole::Title),
    ("titre principal", ParagraphRole::Title),
    ("titre du document", ParagraphRole::Title),
    ("titel", ParagraphRole::Title),
    ("título", ParagraphRole::Title),
    ("subtitle", ParagraphRole::Subtitle),
    ("sous-titre", ParagraphRole::Subtitle),
    ("sous titre", ParagraphRole::Subtitle),
    ("untertitel", ParagraphRole::Subtitle),
    ("caption", ParagraphRole::Caption),
    ("légende", ParagraphRole::Caption),
    ("legende", ParagraphRole::Caption),
    ("illustration", ParagraphRole::Caption),
    ("figure", ParagraphRole::Caption),
    ("drawing", ParagraphRole::Caption),
    ("quote", ParagraphRole::Quote),
    ("intense quote", ParagraphRole::Quote),
    ("quotations", ParagraphRole::Quote),
    ("citation", ParagraphRole::Quote),
    ("citation intense", ParagraphRole::Quote),
    ("citations", ParagraphRole::Quote),
    ("zitat", ParagraphRole::Quote),
    ("html preformatted", ParagraphRole::Code),
    ("préformaté html", ParagraphRole::Code),
    ("preformatted text", ParagraphRole::Code),
    ("texte préformaté", ParagraphRole::Code),
    ("source code", ParagraphRole::Code),
    ("code", ParagraphRole::Code),
    ("code source", ParagraphRole::Code),
    ("toc heading", ParagraphRole::Contents),
    ("contents heading", ParagraphRole::Contents),
    ("table of figures", ParagraphRole::Contents),
    ("table of authorities", ParagraphRole::Contents),
    ("en-tête de table des matières", ParagraphRole::Contents),
    ("titre de table des matières", ParagraphRole::Contents),
    ("titre tr", ParagraphRole::Contents),
];

/// What lines of a table of contents or an index are called, in front of their level.
const CONTENTS: [&str; 5] = ["toc", "contents", "index", "tm", "table des matières"];

/// What a style is for, if its name says so. `Heading_20_1` is how ODF writes a space.
pub(super) fn role_of_style(name: &str) -> Option<ParagraphRole> {
    let name = name.replace("_20_", " ").replace('_', " ").to_lowercase();
    let name = name.trim();
    if let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == name) {
        return Some(*role);
    }
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let level: u8 = name[stem.len()..].parse().ok().filter(|level| (1..=9).contains(level))?;
    let stem = stem.trim_end();
    if HEADINGS.contains(&stem) {
        Some(ParagraphRole::Heading(level))
    } else if CONTENTS.contains(&stem) {
        Some(ParagraphRole::Contents)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_several_languages() {
        let cases = [
            ("heading 1", Some(ParagraphRole::Heading(1))),
            ("Titre 2", Some(ParagraphRole::Heading(2))),
            ("Titre3", Some(ParagraphRole::Heading(3))),
            ("Heading_20_4", Some(ParagraphRole::Heading(4))),
            ("Überschrift 1", Some(ParagraphRole::Heading(1))),
            ("Titre", Some(ParagraphRole::Title)),
            ("toc 2", Some(ParagraphRole::Contents)),
            ("Titre de tableau", None),
            ("Normal", None),
            ("heading 12", None),
        ];
        for (name, role) in cases {
            assert_eq!(role_of_style(name), role, "{name}");
        }
    }
}
