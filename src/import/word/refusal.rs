//! Why a file is not read.

/// Why a file is not read. Nothing is made then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum WordRefusal {
    /// Protected by a password.
    Encrypted,
    /// Another kind of file: its name for people, such as `PDF`.
    OtherKind(&'static str),
    /// An archive that cannot be read.
    BrokenArchive(String),
    /// A file that every document of its kind has is missing.
    MissingPart(String),
    /// A file in it is no XML.
    BrokenXml {
        /// The file in the archive.
        part: String,
        /// What the reader says.
        why: String,
    },
    /// A file in it has a document type, which could make text grow without end.
    DocumentType {
        /// The file in the archive.
        part: String,
    },
    /// Elements stand in each other too deep.
    TooDeep {
        /// The file in the archive.
        part: String,
        /// The most that are read.
        limit: usize,
    },
    /// Too many elements.
    TooManyElements {
        /// The file in the archive.
        part: String,
        /// The most that are read.
        limit: usize,
    },
    /// Too many files in the archive.
    TooManyParts {
        /// The most that are read.
        limit: usize,
    },
    /// A file of the archive is too large.
    TooLarge {
        /// The file in the archive.
        part: String,
        /// The most bytes that are read.
        limit: u64,
    },
}
