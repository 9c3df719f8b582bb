//! All entries of the registry.
use super::tree::over_limit;
use crate::model::{
    Diagnostic, Entry, EntryKey, Kind, Parsed, Settings, SourcePath, Sources, Span, codes, is_hidden,
};
use crate::stamp::Stamped;
use crate::text::nearest::nearest;
use std::collections::BTreeMap;

/// All entries by their key. Files in the folder of the registry that hold no entries are reported.
pub(super) fn entries(
    parsed: &Parsed,
    sources: &Sources,
    settings: &Settings,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<EntryKey, Stamped<Entry>> {
    let folder = "guide/registry/";
    for (path, source) in sources.range(SourcePath::new(folder)..) {
        let Some(name) = path.as_str().strip_prefix(folder) else { break };
        if parsed.registry.contains_key(path) {
            if source.size() as u64 > settings.limits.registry {
                diagnostics.push(over_limit(path, source.size(), settings.limits.registry));
            }
        } else if !is_hidden(name) && !name.starts_with("README") {
            let known: Vec<_> = Kind::ALL.iter().map(|kind| format!("{}.yaml", kind.file())).collect();
            let diagnostic =
                Diagnostic::new(codes::REGISTRY_UNKNOWN_FILE, Span::start_of(path)).arg("name", name);
            diagnostics.push(diagnostic.nearest(nearest(name, known.iter().map(String::as_str))));
        }
    }
    let files = parsed.registry.values().map(|kept| &kept.value.value);
    files.flat_map(|file| &file.entries).map(|entry| (entry.key.clone(), entry.clone())).collect()
}
