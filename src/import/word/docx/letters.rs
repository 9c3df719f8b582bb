//! How letters look: bold, raised, in which font.
use crate::import::rich::{RichMark, RichMarks};
use crate::import::word::colour::{Ground, TextPlacement, ground_of_colour, is_code_font};
use crate::import::word::xml::XmlElement;

/// How letters look, as far as one place says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Letters {
    bold: Option<bool>,
    italic: Option<bool>,
    strike: Option<bool>,
    hidden: Option<bool>,
    placement: Option<TextPlacement>,
    highlight: Option<Ground>,
    /// The font.
    pub(super) font: Option<String>,
    /// The size in half points.
    pub(super) size: Option<u32>,
}

impl Letters {
    /// Reads the properties of letters.
    pub(super) fn read(element: &XmlElement) -> Self {
        let value = |name: &str| element.child_attribute(name, "w:val");
        let mut letters = Self {
            bold: is_on(element, "w:b"),
            italic: is_on(element, "w:i"),
            strike: is_on(element, "w:strike").or(is_on(element, "w:dstrike")),
            hidden: is_on(element, "w:vanish"),
            size: value("w:sz").and_then(|size| size.parse().ok()),
            ..Self::default()
        };
        letters.placement = value("w:vertAlign").map(|value| match value {
            "superscript" => TextPlacement::Raised,
            "subscript" => TextPlacement::Lowered,
            _ => TextPlacement::Normal,
        });
        let fonts = element.child("w:rFonts");
        letters.font = fonts
            .and_then(|fonts| fonts.attribute("w:ascii").or(fonts.attribute("w:hAnsi")))
            .map(str::to_owned);
        let shade = element.child_attribute("w:shd", "w:fill");
        letters.highlight = value("w:highlight").map(ground_of_name).or_else(|| shade.map(ground_of_colour));
        letters
    }

    /// These letters on top of others, which fill what is not said here.
    #[must_use]
    pub(super) fn over(&self, below: &Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            strike: self.strike.or(below.strike),
            hidden: self.hidden.or(below.hidden),
            placement: self.placement.or(below.placement),
            highlight: self.highlight.or(below.highlight),
            font: self.font.clone().or_else(|| below.font.clone()),
            size: self.size.or(below.size),
        }
    }

    /// Whether the letters are hidden.
    pub(super) fn is_hidden(&self) -> bool {
        self.hidden == Some(true)
    }

    /// The colour behind the letters.
    pub(super) fn ground(&self) -> Ground {
        self.highlight.unwrap_or(Ground::Clear)
    }

    /// The marks of the letters.
    pub(super) fn marks(&self) -> RichMarks {
        let is_code = self.font.as_deref().is_some_and(is_code_font);
        RichMarks::default()
            .with(RichMark::Bold, self.bold == Some(true))
            .with(RichMark::Italic, self.italic == Some(true))
            .with(RichMark::Strike, self.strike == Some(true))
            .with(RichMark::Super, self.placement == Some(TextPlacement::Raised))
            .with(RichMark::Sub, self.placement == Some(TextPlacement::Lowered))
            .with(RichMark::Highlight, self.ground() != Ground::Clear)
            .with(RichMark::Code, is_code)
    }
}

/// Whether a property is set; `None` where it is not named.
pub(super) fn is_on(element: &XmlElement, name: &str) -> Option<bool> {
    let value = element.child(name)?.attribute("w:val");
    Some(!value.is_some_and(|value| matches!(value, "0" | "false" | "off" | "none")))
}

fn ground_of_name(name: &str) -> Ground {
    match name {
        "none" | "white" => Ground::Clear,
        "yellow" | "darkYellow" => Ground::Yellow,
        _ => Ground::Coloured,
    }
}
