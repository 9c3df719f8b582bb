//! What can be found: a section of a page, or an entry of the registry.
use crate::model::Kind;
use crate::stamp::Stamp;

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A page: its title and what stands before its first heading.
    Page,
    /// A section of a page, from its heading to the next.
    Section,
    /// An entry of the registry.
    Entry(Kind),
}

impl Sort {
    /// Its name in files and on the command line.
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

/// Something that a result gives at once: a telephone, an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What readers see.
    pub text: String,
    /// Where it leads: `tel:`, `mailto:`, an address on the web.
    pub href: String,
}

/// What can be found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Doc {
    /// What it is.
    pub sort: Sort,
    /// What it comes from: the source file of a page, the full name of an entry.
    pub origin: String,
    /// Its title, as readers see it.
    pub title: String,
    /// Where it stands, from the outside in, as readers see it; perhaps empty.
    pub trail: String,
    /// The address of its page from the site's root, without a slash in front, percent-encoded.
    pub page: String,
    /// Its place in the page; empty for the page itself.
    pub anchor: String,
    /// The roles that it is for, one bit each; zero for everybody.
    pub roles: u64,
    /// Other names; they count as titles.
    pub aliases: Vec<String>,
    /// What it gives at once.
    pub facts: Vec<Fact>,
    /// What it says, one block a line.
    pub text: String,
}

impl Doc {
    /// Its address from the site's root, with a slash in front; an address elsewhere as it is.
    pub fn url(&self) -> String {
        if self.page.contains("://") {
            return self.page.clone();
        }
        let hash = if self.anchor.is_empty() { "" } else { "#" };
        format!("/{}{hash}{}", self.page, self.anchor)
    }
}

/// What the index is made with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Frame {
    /// Language of the guide.
    pub language: crate::model::Language,
    /// Groups of words that mean the same.
    pub synonyms: Vec<Vec<String>>,
    /// The roles that readers may choose, in the order of their bits.
    pub roles: Vec<String>,
}

/// The name of a file of the index, by its content.
pub(super) fn file_name(kind: &str, number: usize, content: &[u8]) -> (String, String) {
    let mark = Stamp::of_bytes(content).short();
    (format!("search/{kind}{number}-{mark}.js"), mark)
}
