//! Colours behind letters, their height on the line, and fonts for code.

/// The colour behind letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// None.
    Clear,
    /// Yellow, by which people mark what is still missing.
    Yellow,
    /// Another colour.
    Coloured,
}

/// Where letters stand on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextPlacement {
    /// On it.
    Normal,
    /// Above, as in 1ᵉʳ.
    Raised,
    /// Below, as in H₂O.
    Lowered,
}

/// The ground of a colour as a style writes it. Only yellow counts: other shades are part of a layout.
pub(super) fn ground_of_colour(colour: &str) -> Ground {
    let colour = colour.trim_start_matches('#').to_lowercase();
    let is_yellow =
        matches!(colour.as_str(), "ffff00" | "fff200" | "ffff66" | "ffff99" | "ffed00" | "ffff38" | "ffffa6");
    if is_yellow { Ground::Yellow } else { Ground::Clear }
}

/// Fonts for code.
const CODE_FONTS: [&str; 8] = [
    "courier",
    "consolas",
    "menlo",
    "monaco",
    "lucida console",
    "liberation mono",
    "dejavu sans mono",
    "source code pro",
];

/// Whether a font is one for code.
pub(super) fn is_code_font(font: &str) -> bool {
    let font = font.to_lowercase();
    CODE_FONTS.iter().any(|code| font.starts_with(code))
}
