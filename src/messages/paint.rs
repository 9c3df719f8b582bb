//! Colours of printed text.

/// Whether printed text has colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    #[default]
    Off,
    /// ANSI colours.
    On,
}

// ANSI codes of text (ECMA-48, 8.3.117): the first three are bold too.
pub(super) const RED: &str = "1;31";
pub(super) const YELLOW: &str = "1;33";
pub(super) const CYAN: &str = "1;36";
pub(super) const BOLD: &str = "1";
pub(super) const BLUE: &str = "34";

/// Adds ANSI colours to text, or none.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub(super) Colour);

impl Paint {
    pub(super) fn with(self, code: &str, text: &str) -> String {
        match self.0 {
            Colour::On => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Colour::Off => text.to_owned(),
        }
    }
}
