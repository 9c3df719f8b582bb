//! How letters look: bold, raised, in which font.
use super::colour::{Ground, TextPlacement, is_code_font};
use crate::import::rich::{RichMark, RichMarks};

/// How letters look, as far as one place of a document says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Letters {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) strike: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) placement: Option<TextPlacement>,
    /// The colour behind them.
    pub(super) ground: Option<Ground>,
    pub(super) font: Option<String>,
    /// The size in half points.
    pub(super) size: Option<u32>,
}

impl Letters {
    /// These letters on top of others, which fill what is not said here.
    #[must_use]
    pub(super) fn over(&self, below: &Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            strike: self.strike.or(below.strike),
            hidden: self.hidden.or(below.hidden),
            placement: self.placement.or(below.placement),
            ground: self.ground.or(below.ground),
            font: self.font.clone().or_else(|| below.font.clone()),
            size: self.size.or(below.size),
        }
    }

    /// Whether the letters are hidden.
    pub(super) fn is_hidden(&self) -> bool {
        self.hidden == Some(true)
    }

    /// Whether the letters stand on yellow.
    pub(super) fn is_yellow(&self) -> bool {
        self.ground == Some(Ground::Yellow)
    }

    /// The marks of the letters.
    pub(super) fn marks(&self) -> RichMarks {
        RichMarks::default()
            .with(RichMark::Bold, self.bold == Some(true))
            .with(RichMark::Italic, self.italic == Some(true))
            .with(RichMark::Strike, self.strike == Some(true))
            .with(RichMark::Super, self.placement == Some(TextPlacement::Raised))
            .with(RichMark::Sub, self.placement == Some(TextPlacement::Lowered))
            .with(RichMark::Highlight, self.ground == Some(Ground::Coloured))
            .with(RichMark::Code, self.font.as_deref().is_some_and(is_code_font))
    }
}
