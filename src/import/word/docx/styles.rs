//! Styles of paragraphs and letters, each built on another.
use super::letters;
use crate::import::word::letters::Letters;
use crate::import::word::role::role_of_style;
use crate::import::word::text::ParagraphRole;
use crate::import::word::xml::XmlElement;
use std::collections::HashMap;

/// How many styles may be built on each other.
const LONGEST_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct DocxStyles {
    by_id: HashMap<String, DocxStyle>,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
    /// The tag of the language that the document is written in.
    pub(super) language: Option<String>,
}

#[derive(Debug, Default)]
struct DocxStyle {
    based_on: Option<String>,
    role: Option<ParagraphRole>,
    outline: Option<u8>,
    numbering: Option<(Option<String>, Option<usize>)>,
    letters: Letters,
    /// The depth that its name states: "List Bullet 2".
    depth: Option<usize>,
}

/// What a paragraph takes from its style.
#[derive(Debug, Default, Clone)]
pub(super) struct StyleFacts {
    /// What it is for.
    pub(super) role: Option<ParagraphRole>,
    /// The list that it belongs to, and the depth there.
    pub(super) list: Option<(String, usize)>,
    /// How its letters look.
    pub(super) letters: Letters,
}

impl DocxStyles {
    /// Reads the styles.
    pub(super) fn read(root: &XmlElement) -> Self {
        let mut styles = Self::default();
        let defaults = root.descendant("w:docDefaults");
        let language = defaults.and_then(|defaults| defaults.descendant("w:lang"));
        styles.language = language.and_then(|language| language.attribute("w:val")).map(str::to_owned);
        for element in root.all("w:style") {
            let Some(id) = element.attribute("w:styleId") else { continue };
            if element.attribute("w:type") == Some("paragraph")
                && element.attribute("w:default").is_some_and(|value| value != "0")
            {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), read_style(element));
        }
        styles
    }

    /// What a paragraph takes from its style, by the style's id.
    pub(super) fn facts(&self, id: Option<&str>) -> StyleFacts {
        let mut facts = StyleFacts::default();
        let mut depth = None;
        for style in self.chain(id.or(self.default_paragraph.as_deref())) {
            let outline = style
                .outline
                .map(|level| if level < 9 { ParagraphRole::Heading(level + 1) } else { ParagraphRole::Body });
            // The name says more than a level: a title or a table of contents may have one.
            facts.role = facts.role.or(style.role).or(outline);
            if let Some((list, level)) = &style.numbering {
                depth = depth.or(*level).or(style.depth);
                if facts.list.is_none() {
                    facts.list = list.clone().map(|list| (list, 0));
                }
            }
            facts.letters = facts.letters.over(&style.letters);
        }
        if let Some((_, level)) = &mut facts.list {
            *level = depth.unwrap_or(0);
        }
        facts
    }

    /// How letters of a style look.
    pub(super) fn letters(&self, id: &str) -> Letters {
        self.chain(Some(id)).fold(Letters::default(), |letters, style| letters.over(&style.letters))
    }

    /// A style and those below it.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a DocxStyle> {
        let first = id.and_then(|id| self.by_id.get(id));
        let below = |style: &&'a DocxStyle| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, below).take(LONGEST_CHAIN)
    }
}

fn read_style(element: &XmlElement) -> DocxStyle {
    let value = |name: &str| element.child_attribute(name, "w:val").map(str::to_owned);
    let paragraph = element.child("w:pPr");
    let inside = |name: &str| paragraph.and_then(|paragraph| paragraph.child(name));
    let numbering = inside("w:numPr").map(|numbering| {
        let level = numbering.child_attribute("w:ilvl", "w:val").and_then(|level| level.parse().ok());
        (numbering.child_attribute("w:numId", "w:val").map(str::to_owned), level)
    });
    let outline = inside("w:outlineLvl").and_then(|level| level.attribute("w:val")?.parse().ok());
    let name = value("w:name").unwrap_or_default().to_lowercase();
    let digit =
        name.chars().next_back().and_then(|digit| digit.to_digit(10)).filter(|_| name.starts_with("list"));
    let depth =
        digit.filter(|digit| (2..=5).contains(digit)).and_then(|digit| usize::try_from(digit - 1).ok());
    let by_name = value("w:name").and_then(|name| role_of_style(&name));
    DocxStyle {
        based_on: value("w:basedOn"),
        role: by_name.filter(|_| element.attribute("w:type") != Some("character")),
        outline,
        numbering,
        depth,
        letters: element.child("w:rPr").map(letters::read).unwrap_or_default(),
    }
}
