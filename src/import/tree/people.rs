//! Proposes what is written in several places as contacts of the registry.
use super::drafts::PageDraft;
use super::names::{self, FoundPerson};
use crate::model::{FindingKind, ImportFinding};
use std::collections::{BTreeMap, BTreeSet};

/// On so many pages an address must stand to be proposed.
const PAGES: usize = 3;

/// On so many pages a person must stand beside one address.
const PAGES_OF_PERSON: usize = 2;

/// The most proposals of each sort.
const PROPOSALS: usize = 50;

/// Where something stands first, and on how many pages.
type Occurrences<'a, T> = BTreeMap<T, (usize, &'a str)>;

/// People with their addresses, and mail addresses, that stand on several pages.
pub(super) fn propose(drafts: &[PageDraft]) -> Vec<ImportFinding> {
    let mut addresses: Occurrences<'_, String> = BTreeMap::new();
    let mut people: Occurrences<'_, FoundPerson> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| !draft.source.is_empty()) {
        let text = &draft.body.text.text;
        let here: BTreeSet<String> = names::mails(text).into_iter().map(|(_, address)| address).collect();
        for address in here {
            addresses.entry(address).or_insert((0, &draft.source)).0 += 1;
        }
        for person in names::people(text).into_iter().collect::<BTreeSet<_>>() {
            people.entry(person).or_insert((0, &draft.source)).0 += 1;
        }
    }
    let people = often(people, PAGES_OF_PERSON);
    let named: BTreeSet<&str> = people.iter().map(|(person, _)| person.reached_at.as_str()).collect();
    addresses.retain(|address, _| !named.contains(address.as_str()));
    let of_person = |(person, (count, file)): &(FoundPerson, (usize, &str))| {
        let found =
            ImportFinding::new(FindingKind::Proposed, "person", *file, 0).arg("name", person.name.as_str());
        found.arg("address", person.reached_at.as_str()).arg("count", *count)
    };
    let of_address = |(address, (count, file)): &(String, (usize, &str))| {
        let found = ImportFinding::new(FindingKind::Proposed, "contact", *file, 0);
        found.arg("address", address.as_str()).arg("count", *count)
    };
    let addresses = often(addresses, PAGES);
    people.iter().map(of_person).chain(addresses.iter().map(of_address)).collect()
}

/// What stands on so many pages, the most frequent first.
fn often<T: Ord>(found: Occurrences<'_, T>, pages: usize) -> Vec<(T, (usize, &str))> {
    let mut often: Vec<_> = found.into_iter().filter(|(_, (count, _))| *count >= pages).collect();
    often.sort_by(|(one, (first, _)), (other, (second, _))| second.cmp(first).then_with(|| one.cmp(other)));
    often.truncate(PROPOSALS);
    often
}
