//! Styles of ODF: of paragraphs, letters and lists, each built on another.
use crate::import::word::colour::{TextPlacement, ground_of_colour};
use crate::import::word::letters::Letters;
use crate::import::word::role::role_of_style;
use crate::import::word::symbol;
use crate::import::word::text::{ItemMark, ParagraphRole};
use crate::import::word::xml::XmlElement;
use std::collections::HashMap;

/// How many styles may be built on each other.
const LONGEST_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct OdtStyles {
    by_name: HashMap<(String, String), OdtStyle>,
    lists: HashMap<String, HashMap<usize, OdtListLevel>>,
    /// The fonts that names of fonts stand for.
    fonts: HashMap<String, String>,
}

#[derive(Debug, Default)]
struct OdtStyle {
    parent: Option<String>,
    role: Option<ParagraphRole>,
    outline: Option<u8>,
    letters: Letters,
    /// Whether it holds what its author set on the spot; else it is a style with a name.
    is_direct: bool,
}

#[derive(Debug)]
struct OdtListLevel {
    mark: OdtMark,
    start: u32,
}

/// How the items of a level are marked.
#[derive(Debug, Clone, Copy)]
pub(super) enum OdtMark {
    /// A bullet, or a box with or without its tick.
    Bullet(Option<bool>),
    /// Numbers.
    Number,
    /// Letters or Roman numbers.
    Letter,
    /// Nothing.
    Nothing,
}

impl OdtStyles {
    /// Adds the styles of a file.
    pub(super) fn add(&mut self, root: &XmlElement) {
        for group in root.elements().flat_map(XmlElement::elements) {
            self.add_group(group);
        }
    }

    fn add_group(&mut self, root: &XmlElement) {
        let is_direct = &*root.name == "office:automatic-styles";
        for face in root.all("style:font-face") {
            if let (Some(name), Some(family)) =
                (face.attribute("style:name"), face.attribute("svg:font-family"))
            {
                self.fonts.insert(name.to_owned(), family.trim_matches('\'').to_owned());
            }
        }
        for element in root.all("style:style") {
            let value = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
            let style = self.read_style(element, is_direct);
            self.by_name.insert((value("style:family"), value("style:name")), style);
        }
        for element in root.all("text:list-style") {
            let name = element.attribute("style:name").unwrap_or_default().to_owned();
            self.lists.insert(name, read_levels(element, &self.fonts));
        }
    }

    fn read_style(&self, element: &XmlElement, is_direct: bool) -> OdtStyle {
        let value = |name: &str| element.attribute(name).filter(|value| !value.is_empty());
        let shown = value("style:display-name").or(value("style:name")).unwrap_or_default();
        let outline = value("style:default-outline-level").and_then(|level| level.parse().ok());
        let letters =
            element.child("style:text-properties").map(|it| self.letters_of(it)).unwrap_or_default();
        OdtStyle {
            parent: value("style:parent-style-name").map(str::to_owned),
            role: role_of_style(shown),
            outline,
            letters,
            is_direct,
        }
    }

    fn letters_of(&self, element: &XmlElement) -> Letters {
        let value = |name: &str| element.attribute(name);
        let font = value("style:font-name").map(|name| self.fonts.get(name).map_or(name, String::as_str));
        let line = value("style:text-line-through-style").or(value("style:text-line-through-type"));
        Letters {
            bold: value("fo:font-weight")
                .map(|weight| weight == "bold" || weight.parse().is_ok_and(|it: u32| it > 500)),
            italic: value("fo:font-style").map(|style| style != "normal"),
            strike: line.map(|line| line != "none"),
            hidden: value("text:display").map(|display| display == "none"),
            placement: value("style:text-position").map(placement),
            ground: value("fo:background-color").map(ground_of_colour),
            font: font.or(value("fo:font-family")).map(|font| font.trim_matches('\'').to_owned()),
            size: value("fo:font-size").and_then(half_points),
        }
    }

    /// What a paragraph is by its style.
    pub(super) fn role(&self, name: &str) -> Option<ParagraphRole> {
        let mut chain = self.chain("paragraph", name);
        chain.find_map(|style| {
            let outline = style.outline.filter(|level| (1..=9).contains(level)).map(ParagraphRole::Heading);
            style.role.or(outline)
        })
    }

    /// How letters of a style look.
    pub(super) fn letters(&self, family: &str, name: &str) -> Letters {
        self.chain(family, name).fold(Letters::default(), |letters, style| letters.over(&style.letters))
    }

    /// How the letters of a paragraph look beyond its named style, which says what the paragraph is; and their size.
    pub(super) fn paragraph(&self, name: &str) -> Letters {
        let direct = self.chain("paragraph", name).take_while(|style| style.is_direct);
        let letters = direct.fold(Letters::default(), |letters, style| letters.over(&style.letters));
        Letters { size: self.letters("paragraph", name).size, ..letters }
    }

    /// How items of a list are marked at a depth, and the first number there.
    pub(super) fn level(&self, list: Option<&str>, depth: usize) -> (OdtMark, u32) {
        let level = list.and_then(|list| self.lists.get(list)?.get(&(depth + 1)));
        level.map_or((OdtMark::Bullet(None), 1), |level| (level.mark, level.start))
    }

    fn chain<'a>(&'a self, family: &str, name: &str) -> impl Iterator<Item = &'a OdtStyle> {
        let get = move |family: &str, name: &str| self.by_name.get(&(family.to_owned(), name.to_owned()));
        let family = family.to_owned();
        let first = get(&family, name);
        std::iter::successors(first, move |style| get(&family, style.parent.as_deref()?)).take(LONGEST_CHAIN)
    }
}

impl OdtMark {
    /// The mark of an item with a number; none where the list shows none.
    pub(super) fn item(self, number: u32) -> Option<ItemMark> {
        match self {
            Self::Bullet(check) => Some(check.map_or(ItemMark::Bullet, ItemMark::Check)),
            Self::Number => Some(ItemMark::Number(number)),
            Self::Letter => Some(ItemMark::Letter(number)),
            Self::Nothing => None,
        }
    }
}

/// Raised or lowered: `super 58%`, `-33% 58%`.
fn placement(value: &str) -> TextPlacement {
    let first = value.split_whitespace().next().unwrap_or_default();
    let shift: f32 = first.trim_end_matches('%').parse().unwrap_or(0.0);
    if first == "super" || shift > 0.0 {
        TextPlacement::Raised
    } else if first == "sub" || shift < 0.0 {
        TextPlacement::Lowered
    } else {
        TextPlacement::Normal
    }
}

/// A size such as `14pt` in half points.
fn half_points(value: &str) -> Option<u32> {
    let points = value.strip_suffix("pt")?;
    let (whole, half) = points.split_once('.').unwrap_or((points, ""));
    Some(whole.parse::<u32>().ok()?.checked_mul(2)? + u32::from(half.starts_with('5')))
}

fn read_levels(element: &XmlElement, fonts: &HashMap<String, String>) -> HashMap<usize, OdtListLevel> {
    let mut levels = HashMap::new();
    for level in element.elements() {
        let value = |name: &str| level.attribute(name);
        let Some(depth) = value("text:level").and_then(|depth| depth.parse().ok()) else { continue };
        let start = value("text:start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
        let mark = match &*level.name {
            "text:list-level-style-number" => match value("style:num-format") {
                Some("1") => OdtMark::Number,
                Some("") | None => OdtMark::Nothing,
                Some(_) => OdtMark::Letter,
            },
            "text:list-level-style-bullet" => {
                let font = level.child("style:text-properties").and_then(|letters| {
                    letters.attribute("style:font-name").or(letters.attribute("fo:font-family"))
                });
                let font = font.map(|name| fonts.get(name).map_or(name, String::as_str).trim_matches('\''));
                let letter = value("text:bullet-char").and_then(|text| text.chars().next());
                OdtMark::Bullet(
                    letter.and_then(|letter| symbol::sign(font, letter)).and_then(symbol::check_box),
                )
            }
            _ => OdtMark::Bullet(None),
        };
        levels.insert(depth, OdtListLevel { mark, start });
    }
    levels
}
