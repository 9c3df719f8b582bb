//! Plain text, whatever the format of its file.
//!
//! 1. `decode`: bytes to text.
//! 2. `prose`: text is cut at its placeholders.
//! 3. `texts`: the texts of a record.
//! 4. `date_issues`: doubtful dates in them.
pub(super) mod date_issues;
pub(super) mod decode;
pub(super) mod prose;
pub(super) mod texts;
