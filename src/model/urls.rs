//! Addresses that were published once, as `guide/urls.lock` holds them.
use super::{Bytes, SourcePath, Span};

/// What tells some text again after it moved: 48 bits of a hash that is the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// Of what has no text of its own.
    pub const NONE: Self = Self(0);
}

/// The lock as it was read. A guide may hold a hundred thousand anchors, so lines are places in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlLock {
    /// The file.
    pub bytes: Bytes,
    /// Its lines in order: an address, then the anchors of that page.
    pub lines: Vec<LockLine>,
    /// Whether every line was understood.
    pub whole: bool,
}

/// One address, or one anchor of the page above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockLine {
    /// First byte of the address in the file.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// What is known of it.
    pub state: LockState,
}

/// What the lock says about an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    /// It was published, with that content.
    There(Fingerprint),
    /// It led to another address: first byte and one past the last.
    Alias(u32, u32),
    /// It was given up for a reason: first byte and one past the last.
    Gone(u32, u32),
}

impl LockState {
    /// Whether the address was given up.
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Gone(..))
    }
}

impl UrlLock {
    /// Where the lock stands.
    pub fn file() -> SourcePath {
        SourcePath::new("guide/urls.lock")
    }

    /// A piece of the file.
    pub fn str(&self, start: u32, end: u32) -> &str {
        let piece = self.bytes.get(start as usize..end as usize).unwrap_or_default();
        std::str::from_utf8(piece).unwrap_or_default()
    }

    /// The address, or the anchor with its `#`.
    pub fn address(&self, line: &LockLine) -> &str {
        self.str(line.start, line.end)
    }

    /// The place of the address.
    pub fn span(&self, line: &LockLine) -> Span {
        Span::new(&Self::file(), line.start as usize, line.end as usize)
    }

    /// Whether a line is that of an anchor.
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
    /// Why, in the editor's words.
    pub reason: String,
}

/// Where the head of a page takes one more former address, and in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AliasRoom {
    /// First byte of what is replaced; nothing is, unless a lone value becomes a list.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// How it is written there.
    pub form: AliasForm,
}

/// How one more former address is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasForm {
    /// The page has no head.
    Head,
    /// The head has no `aliases`.
    Key,
    /// `aliases:` has no value.
    Value,
    /// The only item between brackets.
    First,
    /// One more item between brackets.
    Next,
    /// One more line of a list, so far to the right.
    Line(u16),
    /// `aliases: /a/`
    Lone,
}

impl AliasRoom {
    /// What stands there then; none for an address that would have to be quoted. `before` is the first former address
    /// that the page has already.
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

/// Whether an address is read as itself anywhere in YAML, between brackets too, and nobody refuses it as a former one.
fn is_plain(address: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_' | '.' | '~');
    address.starts_with('/') && address.chars().all(plain)
}
