//! The addresses published so far, as `guide/urls.lock` lists them.
use super::{Bytes, SourcePath, Span};

/// Identifies a text that has moved: 48 bits of a hash that is the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// For what has no text of its own.
    pub const NONE: Self = Self(0);
}

/// The lock file as read. A guide may have a hundred thousand anchors, so lines are ranges of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlLock {
    /// The content of the file.
    pub bytes: Bytes,
    /// The lines in order: an address, then the anchors of that page.
    pub lines: Vec<LockLine>,
    /// Whether every line could be read.
    pub whole: bool,
}

/// One address, or one anchor of the page above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockLine {
    /// The start of the address in the file.
    pub start: u32,
    /// The end of the address.
    pub end: u32,
    /// The state of the address.
    pub state: LockState,
}

/// The state of an address in the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    /// Published, with this content.
    There(Fingerprint),
    /// Redirected to another address, which has this range.
    Alias(u32, u32),
    /// Given up, with the reason in this range.
    Gone(u32, u32),
}

impl LockState {
    /// Whether the address was given up.
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Gone(..))
    }
}

impl UrlLock {
    /// The path of the lock.
    pub fn file() -> SourcePath {
        SourcePath::new("guide/urls.lock")
    }

    /// A range of the file.
    pub fn str(&self, start: u32, end: u32) -> &str {
        let piece = self.bytes.get(start as usize..end as usize).unwrap_or_default();
        std::str::from_utf8(piece).unwrap_or_default()
    }

    /// The address, or the anchor with its `#`.
    pub fn address(&self, line: &LockLine) -> &str {
        self.str(line.start, line.end)
    }

    /// The position of the address.
    pub fn span(&self, line: &LockLine) -> Span {
        Span::new(&Self::file(), line.start as usize, line.end as usize)
    }

    /// Whether the line is an anchor.
    pub fn is_anchor(&self, line: &LockLine) -> bool {
        self.bytes.get(line.start as usize) == Some(&b'#')
    }

    /// Every address with the anchors below it.
    pub fn groups(&self) -> impl Iterator<Item = (&LockLine, &[LockLine])> {
        let groups = self.lines.chunk_by(|_, next| self.is_anchor(next));
        groups.filter_map(<[LockLine]>::split_first).filter(|(head, _)| !self.is_anchor(head))
    }
}

/// An address that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Gone {
    /// The address.
    pub url: super::PageUrl,
    /// The reason, in the words of the editor.
    pub reason: String,
}

/// Where one more former address can be inserted in the front matter of a page, and in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AliasRoom {
    /// The start of the range to replace. It is empty unless a single value becomes a list.
    pub start: u32,
    /// The end of the range.
    pub end: u32,
    /// The form of the insertion.
    pub form: AliasForm,
}

/// How one more former address is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasForm {
    /// The page has no front matter.
    Head,
    /// The front matter has no `aliases`.
    Key,
    /// `aliases:` has no value.
    Value,
    /// The only item in brackets.
    First,
    /// One more item in brackets.
    Next,
    /// One more line of a list, with this indentation.
    Line(u16),
    /// `aliases: /a/`
    Lone,
}

impl AliasRoom {
    /// The text to insert; none for an address that would need quotes. `before` is the first former address of the
    /// page.
    pub(super) fn text(&self, alias: &str, before: Option<&str>) -> Option<String> {
        let text = match self.form {
            AliasForm::Head => format!("---\naliases: [{alias}]\n---\n\n"),
            AliasForm::Key => format!("aliases: [{alias}]\n"),
            AliasForm::Value => format!(" [{alias}]"),
            AliasForm::First => alias.to_owned(),
            AliasForm::Next => format!(", {alias}"),
            AliasForm::Line(indent) => format!("{}- {alias}\n", " ".repeat(usize::from(indent))),
            AliasForm::Lone => format!("[{}, {alias}]", before.filter(|before| is_plain(before))?),
        };
        is_plain(alias).then_some(text)
    }
}

/// Whether YAML reads the address unchanged, even in brackets, and the front matter accepts it.
fn is_plain(address: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_' | '.' | '~');
    address.starts_with('/') && address.chars().all(plain)
}
