//! Sorted maps that share with their copies what they have in common: a copy costs nothing, and what differs between two is
//! found without looking at the rest.
use imbl::ordmap::DiffItem;

/// A sorted map; a persistent B-tree.
pub use imbl::OrdMap as SharedMap;
/// A sorted set of this kind.
pub use imbl::OrdSet as SharedSet;

/// What differs between two maps, sorted by key: the values now, none for a key that is gone.
pub fn differences<'a, K: Ord, V: PartialEq>(
    before: &'a SharedMap<K, V>,
    after: &'a SharedMap<K, V>,
) -> impl Iterator<Item = (&'a K, Option<&'a V>)> {
    before.diff(after).map(|item| match item {
        DiffItem::Add(key, value) | DiffItem::Update { new: (key, value), .. } => (key, Some(value)),
        DiffItem::Remove(key, _) => (key, None),
    })
}

/// Keys that are new or whose value says something else, and keys that are gone, each sorted.
pub fn changed_keys<K: Ord + Clone, V: PartialEq>(
    before: &SharedMap<K, V>,
    after: &SharedMap<K, V>,
    says_the_same: fn(&V, &V) -> bool,
) -> (Vec<K>, Vec<K>) {
    let (mut changed, mut gone) = (Vec::new(), Vec::new());
    for (key, now) in differences(before, after) {
        match now {
            None => gone.push(key.clone()),
            Some(now) if before.get(key).is_some_and(|old| says_the_same(old, now)) => {}
            Some(_) => changed.push(key.clone()),
        }
    }
    (changed, gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_what_was_added_changed_or_removed() {
        let before: SharedMap<u32, &str> = (0..1000_u32).map(|key| (key, "old")).collect();
        let mut after = before.clone();
        assert_eq!(differences(&before, &after).count(), 0);
        after.insert(700, "new");
        after.insert(3, "old");
        after.insert(2000, "added");
        after.remove(&5);
        let found: Vec<_> = differences(&before, &after).collect();
        assert_eq!(found, [(&5, None), (&700, Some(&"new")), (&2000, Some(&"added"))]);
        assert_eq!(differences(&SharedMap::new(), &before).count(), 1000);
    }
}
