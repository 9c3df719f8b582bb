//! Reads how letters look.
use crate::import::word::colour::{Ground, TextPlacement, ground_of_colour};
use crate::import::word::letters::Letters;
use crate::import::word::xml::XmlElement;

/// Reads the properties of letters.
pub(super) fn read(element: &XmlElement) -> Letters {
    let value = |name: &str| element.child_attribute(name, "w:val");
    let mut letters = Letters {
        bold: is_on(element, "w:b"),
        italic: is_on(element, "w:i"),
        strike: is_on(element, "w:strike").or(is_on(element, "w:dstrike")),
        hidden: is_on(element, "w:vanish"),
        size: value("w:sz").and_then(|size| size.parse().ok()),
        ..Letters::default()
    };
    letters.placement = value("w:vertAlign").map(|value| match value {
        "superscript" => TextPlacement::Raised,
        "subscript" => TextPlacement::Lowered,
        _ => TextPlacement::Normal,
    });
    let fonts = element.child("w:rFonts");
    letters.font =
        fonts.and_then(|fonts| fonts.attribute("w:ascii").or(fonts.attribute("w:hAnsi"))).map(str::to_owned);
    let shade = element.child_attribute("w:shd", "w:fill");
    letters.ground = value("w:highlight").map(ground_of_name).or_else(|| shade.map(ground_of_colour));
    letters
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
