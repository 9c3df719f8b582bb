//! Addresses: no two outputs may have the same, on any file system.
use crate::model::{Code, Diagnostic, PageId, PageUrl, SourcePath, Span, codes};
use crate::stamp::Table;
use std::collections::hash_map::Entry as Slot;
use unicode_normalization::UnicodeNormalization as _;

/// Bytes that a page's part of an address may have. File systems allow 255, some hosts add endings, and people read
/// addresses aloud.
const PART_LIMIT: usize = 120;
/// Bytes that the name of an asset may have.
const FILE_LIMIT: usize = 240;

/// Every address at which something is published, by its folded form: two that some file system confuses are equal.
#[derive(Debug, Default)]
pub(super) struct TakenAddresses {
    taken: Table<PageUrl, usize>,
    holders: Vec<Holder>,
}

/// What has an address.
#[derive(Clone, Debug)]
pub(super) struct Holder {
    /// The address, not folded.
    pub(super) url: PageUrl,
    /// The file that it is made from; none for a page that Jalon generates.
    pub(super) source: Option<SourcePath>,
    /// The page, if it is one.
    pub(super) page: Option<PageId>,
}

impl Holder {
    /// The name that diagnostics show: its file, else its address.
    pub(super) fn name(&self) -> &str {
        self.source.as_ref().map_or(self.url.as_str(), SourcePath::as_str)
    }

    /// Whether a file's name only differs from its own in how accents are composed, which nobody can see.
    pub(super) fn looks_like(&self, source: &SourcePath) -> bool {
        self.name() != source.as_str() && self.name().nfc().eq(source.as_str().nfc())
    }

    /// The code for something else with this address: the same one, or one that a file system confuses with it.
    pub(super) fn conflict_code(&self, url: &PageUrl) -> Code {
        let short = |url: &PageUrl| url.as_str().trim_end_matches("index.html").to_owned();
        if short(&self.url) == short(url) { codes::ADDRESS_DUPLICATE } else { codes::ADDRESS_CLASH }
    }
}

impl TakenAddresses {
    /// Room for that many addresses.
    pub(super) fn with_capacity(count: usize) -> Self {
        let mut taken = Table::default();
        taken.reserve(count);
        Self { taken, holders: Vec::with_capacity(count) }
    }

    /// Takes an address, or returns what has it already.
    pub(super) fn claim(&mut self, holder: Holder) -> Result<(), &Holder> {
        match self.taken.entry(folded(&holder.url)) {
            Slot::Occupied(slot) => Err(&self.holders[*slot.get()]),
            Slot::Vacant(slot) => {
                slot.insert(self.holders.len());
                self.holders.push(holder);
                Ok(())
            }
        }
    }

    /// What has an address.
    pub(super) fn holder(&self, url: &PageUrl) -> Option<&Holder> {
        self.taken.get(&folded(url)).map(|number| &self.holders[*number])
    }
}

/// The form in which addresses are compared: NFC, lower case, without a final `index.html`.
fn folded(url: &PageUrl) -> PageUrl {
    let text = url.as_str();
    let short = text.strip_suffix("/index.html").map_or(text, |folder| &text[..=folder.len()]);
    if short.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return if short.len() == text.len() { url.clone() } else { PageUrl::new(short) };
    }
    PageUrl::new(short.nfc().flat_map(char::to_lowercase).nfc().collect::<String>())
}

/// Reports what some file system would refuse in one part of a page's address.
pub(super) fn check_part(part: &str, span: impl Fn() -> Span, diagnostics: &mut Vec<Diagnostic>) {
    check_name(part, (PART_LIMIT, "help"), span, diagnostics);
}

/// Reports what some file system would refuse in the name of an asset.
pub(super) fn check_file(name: &str, span: impl Fn() -> Span, diagnostics: &mut Vec<Diagnostic>) {
    check_name(name, (FILE_LIMIT, "help-file"), span, diagnostics);
}

fn check_name(
    part: &str,
    (limit, help): (usize, &'static str),
    span: impl Fn() -> Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if part.len() > limit {
        let diagnostic = Diagnostic::new(codes::ADDRESS_TOO_LONG, span()).help(help);
        diagnostics.push(diagnostic.arg("size", part.len()).arg("limit", limit));
    }
    if is_refused_by_windows(part) {
        diagnostics.push(Diagnostic::new(codes::ADDRESS_WINDOWS_NAME, span()).arg("name", part));
    }
}

/// Whether Windows refuses a file or folder of that name (Microsoft, "Naming Files, Paths, and Namespaces").
fn is_refused_by_windows(name: &str) -> bool {
    if name.ends_with(['.', ' '])
        || name.chars().any(|letter| letter.is_control() || "<>:\"|?*\\".contains(letter))
    {
        return true;
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    match stem.len() {
        3 => ["con", "prn", "aux", "nul"].iter().any(|device| stem.eq_ignore_ascii_case(device)),
        4 => {
            let bytes = stem.as_bytes();
            (b'1'..=b'9').contains(&bytes[3])
                && ["com", "lpt"].iter().any(|port| bytes[..3].eq_ignore_ascii_case(port.as_bytes()))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(url: &str) -> Holder {
        Holder { url: PageUrl::new(url), source: None, page: None }
    }

    #[test]
    fn one_address_in_many_spellings_is_taken_once() {
        let mut addresses = TakenAddresses::default();
        addresses.claim(holder("/été/")).unwrap();
        for (url, code) in [
            ("/été/", codes::ADDRESS_DUPLICATE),
            ("/Été/", codes::ADDRESS_CLASH),
            ("/e\u{301}te\u{301}/", codes::ADDRESS_CLASH),
            ("/été/index.html", codes::ADDRESS_DUPLICATE),
        ] {
            let refused = addresses.claim(holder(url)).unwrap_err();
            assert_eq!(refused.conflict_code(&PageUrl::new(url)), code, "{url}");
        }
        addresses.claim(holder("/ete/")).unwrap();
    }

    #[test]
    fn windows_refuses_devices_and_trailing_dots() {
        for bad in ["con", "NUL.txt", "com1", "Lpt9.pdf", "a.", "a ", "a:b", "what?"] {
            assert!(is_refused_by_windows(bad), "{bad}");
        }
        for good in ["cone", "com0", "com10", "a.b", "nul-part", "été"] {
            assert!(!is_refused_by_windows(good), "{good}");
        }
    }
}
