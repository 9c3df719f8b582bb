//! The kinds of registry entries, as one table. Files, references, directories, schemas, search results and commands
//! follow from it.

use super::SourcePath;

/// What sets a kind of entry apart.
#[derive(Debug)]
struct KindFacts {
    /// The word before the colon of a reference: `contact` in `<contact:support>`. Also names its card's template and
    /// its label in search results (`kind-contact` in the theme's strings).
    scheme: &'static str,
    /// The file below `guide/registry/`, without `.yaml`. Also titles its directory (`title-contacts`).
    file: &'static str,
    /// The field that holds an entry's name.
    name_field: &'static str,
    /// Which pages Jalon writes for its entries.
    pages: EntryPages,
    /// Whether an entry without a web address is incomplete.
    needs_url: bool,
    /// Whether its cards say that an entry has never been verified.
    is_verified: bool,
    /// How its directory is sorted.
    order: EntryOrder,
    /// Whether a link to an entry becomes a card where it is the whole paragraph.
    is_card_alone: bool,
}

/// The pages that Jalon writes for the entries of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryPages {
    /// One page with all entries, unless a page of the author shows them.
    Directory,
    /// One page for each entry that readers have a use for.
    Each,
    /// None: entries are shown where pages name them.
    None,
}

/// The order of a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryOrder {
    /// By rank, then as written in the file.
    Rank,
    /// By name.
    Name,
}

/// A kind that has nothing but names, a card and a schema.
const PLAIN: KindFacts = KindFacts {
    scheme: "",
    file: "",
    name_field: "name",
    pages: EntryPages::None,
    needs_url: false,
    is_verified: false,
    order: EntryOrder::Rank,
    is_card_alone: false,
};

macro_rules! kinds {
    ($($(#[$about:meta])* $kind:ident: { $($facts:tt)* })*) => {
        /// A kind of entry: a file of the registry and a scheme of references.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$about])* $kind,)*
        }

        const TABLE: &[KindFacts] = &[$(KindFacts { $($facts)*, ..PLAIN },)*];

        impl Kind {
            /// Every kind, in the order of the documentation.
            pub const ALL: [Self; [$(Self::$kind),*].len()] = [$(Self::$kind),*];
        }
    };
}

kinds! {
    /// Whom to call or write to.
    Contact: {
        scheme: "contact",
        file: "contacts",
        pages: EntryPages::Directory,
        is_verified: true,
        is_card_alone: true
    }
    /// A service that people use.
    Tool: {
        scheme: "tool",
        file: "tools",
        pages: EntryPages::Directory,
        is_verified: true,
        is_card_alone: true
    }
    /// A document, a tutorial, a page elsewhere.
    Resource: {
        scheme: "resource",
        file: "resources",
        name_field: "title",
        needs_url: true,
        order: EntryOrder::Name,
        is_card_alone: true
    }
    /// Who does something in the guide.
    Role: {
        scheme: "role",
        file: "roles",
        pages: EntryPages::Each
    }
    /// Who stands behind a contact or a tool.
    Organisation: {
        scheme: "organisation",
        file: "organisations",
        order: EntryOrder::Name
    }
    /// A word that is explained.
    Term: {
        scheme: "term",
        file: "terms",
        pages: EntryPages::Directory,
        order: EntryOrder::Name
    }
}

impl Kind {
    fn facts(self) -> &'static KindFacts {
        &TABLE[self as usize]
    }

    /// The scheme of a reference: `contact` in `<contact:support>`.
    pub fn scheme(self) -> &'static str {
        self.facts().scheme
    }

    /// The file below `guide/registry/`, without `.yaml`.
    pub fn file(self) -> &'static str {
        self.facts().file
    }

    /// The kind with that scheme.
    pub fn of_scheme(scheme: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.scheme() == scheme)
    }

    /// The kind with that file.
    pub fn of_file(stem: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.file() == stem)
    }

    /// The kind of the entries in a file of the registry.
    pub fn of_source(path: &SourcePath) -> Option<Self> {
        Self::of_file(path.in_guide()?.strip_prefix("registry/")?.strip_suffix(".yaml")?)
    }

    /// The field that holds an entry's name.
    pub fn name_field(self) -> &'static str {
        self.facts().name_field
    }

    /// Which pages Jalon writes for its entries.
    pub fn pages(self) -> EntryPages {
        self.facts().pages
    }

    /// Every kind in the order of searches: first those with a directory, then those with pages of their own.
    pub fn by_pages() -> [Self; Self::ALL.len()] {
        let mut kinds = Self::ALL;
        kinds.sort_by_key(|kind| kind.pages());
        kinds
    }

    /// Whether an entry without a web address is incomplete.
    pub fn needs_url(self) -> bool {
        self.facts().needs_url
    }

    /// Whether its cards say that an entry has never been verified.
    pub fn is_verified(self) -> bool {
        self.facts().is_verified
    }

    /// How its directory is sorted.
    pub fn order(self) -> EntryOrder {
        self.facts().order
    }

    /// Whether a link to an entry becomes a card where it is the whole paragraph.
    pub fn is_card_alone(self) -> bool {
        self.facts().is_card_alone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_found_by_both_their_names() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_scheme(kind.scheme()), Some(kind));
            assert_eq!(Kind::of_file(kind.file()), Some(kind));
        }
    }

    #[test]
    fn searches_go_from_directories_to_pages_of_entries_to_the_rest() {
        let kinds = [Kind::Contact, Kind::Tool, Kind::Term, Kind::Role, Kind::Resource, Kind::Organisation];
        assert_eq!(Kind::by_pages(), kinds);
    }
}
