//! Forms in which web servers send a file in fewer bytes.

/// A content coding (RFC 9110, 8.4.1) that a file is published in beside its plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentCoding {
    /// `gzip` (RFC 1952).
    Gzip,
    /// `br` (RFC 7932).
    Brotli,
}

impl ContentCoding {
    /// Their names in the settings.
    pub const NAMES: [&str; 2] = ["gzip", "brotli"];

    /// The one with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "gzip" => Some(Self::Gzip),
            "brotli" => Some(Self::Brotli),
            _ => None,
        }
    }

    /// What web servers look for behind the name of a file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }
}
