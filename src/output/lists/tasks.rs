//! The tasks of checklists: whose they are, and how many.
use crate::model::{Checklist, EntryKey, Page, Site, Task};
use std::collections::BTreeMap;

/// Adds the keys that are not known yet.
pub(super) fn add_new<'a>(known: &mut Vec<&'a EntryKey>, more: impl Iterator<Item = &'a EntryKey>) {
    for key in more {
        if !known.contains(&key) {
            known.push(key);
        }
    }
}

/// The most tasks that one sheet or one page of a role holds: some thirty sheets of paper, half a megabyte of HTML.
pub(crate) const MOST_TASKS: usize = 500;

/// The most bytes of text that one sheet holds: some forty sheets of paper.
pub(crate) const MOST_TEXT: usize = 100_000;

/// Calls a function for a task and for those below it.
pub(super) fn for_each<'a>(task: &'a Task, run: &mut impl FnMut(&'a Task)) {
    run(task);
    for below in &task.tasks {
        for_each(below, run);
    }
}

/// The number of these tasks, those below them included.
pub(crate) fn count<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> usize {
    let mut count = 0;
    for task in tasks {
        for_each(task, &mut |_| count += 1);
    }
    count
}

/// The bytes of text in these tasks and their explanations, those below them included.
pub(crate) fn text_size<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> usize {
    let mut size = 0;
    for task in tasks {
        for_each(task, &mut |task| {
            size += task.text.text.len() + task.help.as_ref().map_or(0, |help| help.text.len());
        });
    }
    size
}

/// The number of these tasks that readers count, as `ticks.js` does: without branches, of which only one is done.
pub(crate) fn count_for_readers<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> usize {
    let counted = tasks.into_iter().filter(|task| task.branch.is_none());
    counted.map(|task| 1 + count_for_readers(&task.tasks)).sum()
}

/// Some tasks of the first level of a checklist, with their page.
pub(crate) type ChecklistTasks<'a> = (&'a Page, &'a Checklist, Vec<&'a Task>);

/// The tasks of each role, checklist by checklist.
pub(crate) type ByRole<'a> = BTreeMap<&'a EntryKey, Vec<ChecklistTasks<'a>>>;

/// The tasks of the first level by role, in the order of the guide. A task belongs to its roles and to those of the tasks
/// below it.
pub(crate) fn by_role(site: &Site) -> ByRole<'_> {
    let mut by_role = ByRole::new();
    for (page, list) in site.checklists() {
        let mut of_list: Vec<(&EntryKey, Vec<&Task>)> = Vec::new();
        for task in &list.tasks {
            let mut roles = Vec::new();
            for_each(task, &mut |task| add_new(&mut roles, task.roles.iter()));
            for role in roles {
                match of_list.iter_mut().find(|(known, _)| *known == role) {
                    Some((_, tasks)) => tasks.push(task),
                    None => of_list.push((role, vec![task])),
                }
            }
        }
        for (role, tasks) in of_list {
            by_role.entry(role).or_default().push((page, list, tasks));
        }
    }
    by_role
}
