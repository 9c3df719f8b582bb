//! What can be found: a section of a page, or an entry of the registry.
use crate::model::{Kind, Language, Thesaurus};
use crate::stamp::Stamped;
use std::sync::Arc;

/// What a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocKind {
    /// A page: its title and the text before its first heading.
    Page,
    /// A section of a page, from its heading to the next.
    Section,
    /// An entry of the registry.
    Entry(Kind),
}

impl DocKind {
    /// Its name in exports and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Section => "section",
            Self::Entry(kind) => kind.scheme(),
        }
    }

    /// Its number in the index. The search script has the labels in this order.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Page => 0,
            Self::Section => 1,
            Self::Entry(kind) => 2 + kind as u8,
        }
    }
}

/// A fact that a result shows with its title: a telephone number, an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What readers see.
    pub text: String,
    /// The target of its link: `tel:`, `mailto:`, or a web address.
    pub href: String,
}

/// A section or an entry as the search sees it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Doc {
    /// What it is.
    pub kind: DocKind,
    /// The source file of a page, or the full name of an entry.
    pub origin: Arc<str>,
    /// Its title, as readers see it.
    pub title: String,
    /// The titles above it, outermost first, as readers see them; may be empty.
    pub trail: Arc<str>,
    /// The address of its page from the site's root, without a leading slash, percent-encoded.
    pub page: Arc<str>,
    /// Its anchor in the page; empty for the page itself.
    pub anchor: String,
    /// The roles that it is for, one bit each; zero for everybody.
    pub roles: u64,
    /// Other names; they count as titles.
    pub aliases: Vec<String>,
    /// The facts that a result shows.
    pub facts: Vec<Fact>,
    /// Its text, one block a line.
    pub text: Box<str>,
}

impl Doc {
    /// Its address from the site's root, with a leading slash; an external address as it is.
    pub fn url(&self) -> String {
        if self.page.contains("://") {
            return self.page.to_string();
        }
        let hash = if self.anchor.is_empty() { "" } else { "#" };
        format!("/{}{hash}{}", self.page, self.anchor)
    }
}

/// What an index needs besides its pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IndexSettings {
    /// The language of the guide.
    pub language: Language,
    /// Groups of synonyms.
    pub synonyms: Vec<Vec<String>>,
    /// The thesaurus of the settings.
    pub thesaurus: Option<Stamped<Thesaurus>>,
    /// The roles that readers may choose, in the order of their bits.
    pub roles: Vec<String>,
}
