//! Proposes what is written in several places as contacts of the registry.
use super::drafts::PageDraft;
use crate::model::{FindingKind, ImportFinding};
use std::collections::BTreeMap;

/// On so many pages an address must stand to be proposed.
const PAGES: usize = 3;

/// The most proposals.
const PROPOSALS: usize = 50;

/// Mail addresses that stand on several pages.
pub(super) fn propose(drafts: &[PageDraft]) -> Vec<ImportFinding> {
    let mut found: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| !draft.source.is_empty()) {
        let mut addresses: Vec<String> = addresses(&draft.body.text.text);
        addresses.sort();
        addresses.dedup();
        for address in addresses {
            found.entry(address).or_insert((0, &draft.source)).0 += 1;
        }
    }
    let mut often: Vec<_> = found.into_iter().filter(|(_, (count, _))| *count >= PAGES).collect();
    often.sort_by(|(one, (first, _)), (other, (second, _))| second.cmp(first).then_with(|| one.cmp(other)));
    let line = |(address, (count, file)): (String, (usize, &str))| {
        let found = ImportFinding::new(FindingKind::Proposed, "contact", file, 0);
        found.arg("address", address).arg("count", count)
    };
    often.into_iter().take(PROPOSALS).map(line).collect()
}

/// The mail addresses of a text, in small letters.
fn addresses(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at]
            .rfind(|letter: char| !is_part(letter))
            .map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
        let rest = &text[at + 1..];
        let end = rest.find(|letter: char| !is_part(letter)).unwrap_or(rest.len());
        let host = rest[..end].trim_end_matches(['.', '-']);
        let is_host = host.rsplit_once('.').is_some_and(|(name, last)| {
            !name.is_empty() && last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        if before < at
            && is_host
            && !["png", "jpg", "svg", "md", "js"].contains(&host.rsplit('.').next().unwrap_or_default())
        {
            found.push(format!("{}@{host}", &text[before..at]).to_lowercase());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn mail_addresses_are_found() {
        let text = "écrire à <A.b@exemple.fr>, c@d, @e.fr, mailto:f@g.gouv.fr. img@2x.png";
        assert_eq!(addresses(text), ["a.b@exemple.fr", "f@g.gouv.fr"]);
    }
}
