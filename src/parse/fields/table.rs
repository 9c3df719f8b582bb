//! Tables of fields: one description of a map, by which it is read, checked and documented.
use crate::model::{Code, Kind};

/// A key that a map may have.
#[derive(Debug)]
pub(in crate::parse) struct Field {
    /// The key.
    pub(in crate::parse) name: &'static str,
    /// What its value must look like.
    pub(in crate::parse) shape: Shape,
    /// Whether a map without it is wrong.
    pub(in crate::parse) required: bool,
    /// Whether it is for editors only and never published.
    pub(in crate::parse) is_private: bool,
    /// What it is for, in French and in English.
    pub(in crate::parse) about: (&'static str, &'static str),
}

impl Field {
    /// A key that may be left out.
    pub(in crate::parse) const fn new(
        name: &'static str,
        shape: Shape,
        fr: &'static str,
        en: &'static str,
    ) -> Self {
        Self { name, shape, required: false, is_private: false, about: (fr, en) }
    }

    /// Makes it a key that must be there.
    pub(in crate::parse) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Makes it a key for editors only, whose value is never published.
    pub(in crate::parse) const fn private(mut self) -> Self {
        self.is_private = true;
        self
    }
}

/// What a value must look like. `null` is fine everywhere that nothing is required.
#[derive(Clone, Copy, Debug)]
pub(in crate::parse) enum Shape {
    /// A text of one line.
    Line,
    /// A text.
    Text,
    /// A part of an address of ours: small letters, digits, hyphens.
    Slug,
    /// An address below the site's root, with a slash in front.
    Alias,
    /// `true` or `false`.
    Flag,
    /// A whole number between two bounds, both included.
    Number(i64, i64),
    /// A number of bytes, or a text like `16 MiB`.
    Size,
    /// A day, `2026-11-23`.
    Date,
    /// A length of time, `6 months` or `6 mois`.
    Period,
    /// A mail address.
    Email,
    /// A telephone number of the guide's country, or an international one.
    Phone,
    /// An absolute `http` or `https` address.
    Web,
    /// A mail address or an absolute web address.
    Reach,
    /// A country, `FR`.
    Country,
    /// A language tag, `en`.
    Language,
    /// One word of a closed list.
    OneOf(&'static [&'static str]),
    /// The id of an entry of a kind.
    Entry(Kind),
    /// Several of the same; a single one is read as a list of one.
    List(&'static Self),
    /// A map with its own table.
    Group(&'static [Field]),
    /// Any map.
    Free,
}

/// The codes of a family of files.
#[derive(Debug)]
pub(in crate::parse) struct FormatCodes {
    /// For a key that nobody knows.
    pub(in crate::parse) unknown_key: Code,
    /// For a value of another shape.
    pub(in crate::parse) wrong_type: Code,
    /// For a required key that is not there.
    pub(in crate::parse) missing: Code,
    /// For a text that is no mail address.
    pub(in crate::parse) bad_email: Code,
    /// For a text that is no telephone number.
    pub(in crate::parse) bad_phone: Code,
    /// For a text that is no web address.
    pub(in crate::parse) bad_url: Code,
    /// For a key that other generators use; none where they have no such file.
    pub(in crate::parse) foreign: Option<Code>,
    /// Keys of other generators on the first level, each with ours, or nothing when we need none.
    pub(in crate::parse) foreign_keys: &'static [(&'static str, &'static str)],
}
