//! References between entries: to entries that do not exist, and in circles.
use crate::check::suggest::MAX_GUESSES;
use crate::check::suggest::entry::unknown_id;
use crate::model::{Diagnostic, Entry, EntryKey, Located, Site, Value, codes};
use std::collections::HashMap;

/// Fields that refer readers to another entry; a chain of them must end.
const REFERRING: [&str; 2] = ["replaced_by", "via"];

/// References to entries that do not exist.
pub(super) fn unknown(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let all = site.entries.values().flat_map(|entry| entry.references());
    let unknown = all.filter(|reference| site.entry(&reference.value).is_none()).enumerate();
    diagnostics.extend(
        unknown.map(|(number, reference)| {
            unknown_id(site, &reference.value, reference.span, number < MAX_GUESSES)
        }),
    );
}

/// Chains of "replaced by" or "access via" that lead back to their start. Each is reported once, at the reference that
/// closes it. A depth-first search without recursion, because a chain may be as long as the registry.
pub(super) fn cycles(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let numbers: HashMap<&EntryKey, usize> = site.entries.keys().zip(0..).collect();
    let entries: Vec<&Entry> = site.entries.values().map(|entry| &**entry).collect();
    let mut done = vec![false; entries.len()];
    let mut depth: Vec<Option<usize>> = vec![None; entries.len()];
    for start in 0..entries.len() {
        let mut path: Vec<(usize, Vec<Located<EntryKey>>)> = Vec::new();
        let mut next = (!done[start]).then_some(start);
        loop {
            if let Some(number) = next.take() {
                depth[number] = Some(path.len());
                path.push((number, successors(entries[number])));
            }
            let Some((number, rest)) = path.last_mut() else { break };
            let Some(reference) = rest.pop() else {
                done[*number] = true;
                depth[*number] = None;
                path.pop();
                continue;
            };
            let Some(&to) = numbers.get(&reference.value) else { continue };
            if let Some(begin) = depth[to] {
                let ids = path[begin..].iter().map(|(number, _)| entries[*number].key.id.as_str());
                let chain: Vec<&str> = ids.chain([entries[to].key.id.as_str()]).collect();
                let diagnostic = Diagnostic::new(codes::REGISTRY_REFERENCE_CYCLE, reference.span);
                diagnostics.push(diagnostic.arg("chain", shortened(&chain)));
            } else if !done[to] {
                next = Some(to);
            }
        }
    }
}

/// The chain as text; of a long one, only its two ends.
fn shortened(chain: &[&str]) -> String {
    if chain.len() <= 8 {
        return chain.join(" → ");
    }
    format!("{} → … → {}", chain[..4].join(" → "), chain[chain.len() - 3..].join(" → "))
}

/// The entries that this one refers readers to, last first.
fn successors(entry: &Entry) -> Vec<Located<EntryKey>> {
    let access = entry.record.group("access");
    let records = [Some(&entry.record), access];
    let fields = records
        .into_iter()
        .flatten()
        .flat_map(|record| REFERRING.iter().filter_map(|field| record.get(field)));
    let mut found: Vec<_> = fields
        .filter_map(|value| match &value.value {
            Value::Entry(key) => Some(Located::new(value.span.clone(), key.clone())),
            _ => None,
        })
        .collect();
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::site;
    use crate::model::Arg;

    #[test]
    fn a_chain_as_long_as_the_registry_is_followed() {
        let entry = |number| format!("t{number}: {{name: T, replaced_by: t{}}}\n", (number + 1) % 12_000);
        let tools: String = (0..12_000).map(entry).collect();
        let (site, _) = site(&[("guide/registry/tools.yaml", &tools)]);
        let mut diagnostics = Vec::new();
        super::cycles(&site, &mut diagnostics);
        assert_eq!(diagnostics.len(), 1);
        let chain = "t0 → t1 → t2 → t3 → … → t11998 → t11999 → t0";
        assert_eq!(diagnostics[0].args, [("chain", Arg::from(chain))]);
    }
}
