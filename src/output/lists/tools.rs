//! The tools that tasks name, with their addresses, which paper cannot link.
use super::tasks::{add_new, for_each};
use crate::model::{EntryKey, Kind, SheetTool, Site, Target, Task, Value};
use crate::output::shared::context::SiteContext;

/// The tools that these tasks and those below them name, each once, in their order.
pub(super) fn named<'a>(tasks: &[&'a Task]) -> Vec<&'a EntryKey> {
    let mut named = Vec::new();
    for task in tasks {
        for_each(task, &mut |task| {
            let targets = task.targets().filter_map(|target| {
                let Target::Entry(key) = target else { return None };
                (key.kind == Kind::Tool).then_some(key)
            });
            add_new(&mut named, targets);
        });
    }
    named
}

/// The tools that these tasks and those below them name, if they have an address.
pub(super) fn with_address(site: &Site, context: &SiteContext, tasks: &[&Task]) -> Vec<SheetTool> {
    let tool = |key| {
        let entry = site.entry(key)?;
        let Value::Web(address) = &entry.record.get("url")?.value else { return None };
        let name = context.text.typeset(entry.name()).into_owned();
        Some(SheetTool { name, url: address.0.clone() })
    };
    named(tasks).into_iter().filter_map(tool).collect()
}
