//! Elements that are open while a body is built.
use super::list_items::ListItems;
use crate::model::LinkKind;
use crate::parse::markdown::html::SafeElement;
use crate::parse::markdown::target::Destination;
use std::ops::Range;

/// An open element.
#[derive(Debug)]
pub(super) struct StackFrame {
    pub(super) kind: FrameKind,
    /// Number of its `Open` node.
    pub(super) node: usize,
    /// Its range in the source.
    pub(super) range: Range<usize>,
    /// Whether it is in a `Dated` element, which ends with it.
    pub(super) dated: bool,
}

/// An open link or image.
#[derive(Debug)]
pub(super) struct OpenLink {
    pub(super) written: String,
    pub(super) destination: Destination,
    pub(super) title: String,
}

/// An open element of raw HTML.
#[derive(Debug)]
pub(super) struct OpenHtml {
    pub(super) tag: SafeElement,
    /// Number of its `Html` node.
    pub(super) node: usize,
    /// Its number in [`Content::html`].
    pub(super) number: usize,
    /// How many frames were open before it.
    pub(super) frames: usize,
    /// Whether it is a `<details>` whose `<summary>` was read.
    pub(super) summary: bool,
}

/// Kinds of open elements.
#[derive(Debug)]
pub(super) enum FrameKind {
    Block,
    Inline,
    Paragraph,
    Code,
    Heading {
        level: u8,
        id: Option<String>,
    },
    List {
        first: Option<u64>,
        tasks: bool,
        cards: bool,
        /// In a box, because frames are moved for every element.
        items: Box<ListItems>,
    },
    Item {
        task: bool,
    },
    /// The words of a task. Implied where the item has no paragraph: no event opens or closes it.
    TaskText {
        implied: bool,
    },
    /// The help of a task, always implied.
    TaskHelp,
    /// A link, the last of the open links.
    Link {
        kind: LinkKind,
    },
    /// An image, the last of the open links.
    Image,
    /// An element below the depth limit.
    Dropped {
        implied: bool,
    },
}

impl FrameKind {
    /// Whether a sentence can go on before and after it.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self, Self::Inline | Self::Link { .. } | Self::Image { .. })
    }
}
