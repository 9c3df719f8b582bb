//! Checklists away from their pages: one sheet a list of a page, one a role that has something to do.
//!
//! A sheet carries all that its PDF, its calendar or its table needs, so that those are made of nothing else.

pub(crate) use crate::output::lists::contacts::of_lists as contacts_of_lists;
pub(crate) use crate::output::lists::names::ListKey;
pub(crate) use crate::output::lists::names::Names;
pub(crate) use crate::output::lists::names::pdf_path;

use super::contacts::contacts;
use super::runs::Runs;
use crate::model::{
    Checklist, Date, Document, Entry, EntryKey, Kind, Page, PageUrl, Parsed, Run, Sheet, SheetSection,
    SheetTask, Site, Target, Task,
};
use crate::output::html::delay_words;
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::{self, Links};
use crate::stamp::Stamped;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The sheets that are wanted: those of pages in reading order, then those of roles in the order of the registry.
pub(crate) fn all(
    site: &Site,
    parsed: &Parsed,
    chrome: &Chrome,
    names: &Names,
    wanted: impl Fn(&ListKey) -> bool,
) -> Vec<(ListKey, Stamped<Sheet>)> {
    let keys: Vec<_> = names.iter().filter(|(key, _)| wanted(key)).collect();
    let roles = keys.iter().any(|(key, _)| matches!(key, ListKey::Role(_)));
    let by_role = if roles { by_role(site) } else { BTreeMap::new() };
    let gather = Gather { site, chrome, links: Links::new(site), by_role };
    keys.into_par_iter()
        .map(|(key, id)| {
            let sheet = match key {
                ListKey::Page(number, at) => {
                    let page = site.page(*number);
                    let fit = parsed.pages.get(&page.source).map(|kept| fit_pages(&kept.value.value));
                    gather.of_list(id, page, &page.outline.checklists[*at], fit.flatten())
                }
                ListKey::Role(key) => gather.of_role(id, key),
            };
            (key.clone(), Stamped::new(sheet))
        })
        .collect()
}

fn fit_pages(document: &Document) -> Option<u8> {
    document.front.fit_pages.and_then(|pages| u8::try_from(pages).ok())
}

/// What sheets are gathered from.
struct Gather<'a> {
    site: &'a Site,
    chrome: &'a Chrome,
    links: Links<'a>,
    by_role: ByRole<'a>,
}

impl Gather<'_> {
    fn of_list(&self, id: &str, page: &Page, list: &Checklist, fit_pages: Option<u8>) -> Sheet {
        let title = self.chrome.set(&target::list_title(page, list));
        let tasks: Vec<&Task> = list.tasks.iter().collect();
        let section = self.section(page, list, &tasks, true);
        let url = section.url.clone();
        Sheet {
            facts: self.facts(&tasks, true),
            trail: self.trail(page),
            updated: page.outline.last_reviewed_on,
            url,
            mode: list.mode,
            fit_pages,
            contacts: contacts(self.site, self.chrome, &[(page, list, tasks)]),
            sections: vec![SheetSection { title: String::new(), ..section }],
            ..self.blank(id, title)
        }
    }

    fn of_role(&self, id: &str, key: &EntryKey) -> Sheet {
        let role = self.chrome.role(key);
        let mut sections = Vec::new();
        let mut all = Vec::new();
        let mut reviews = Vec::new();
        let none = Vec::new();
        let lists = self.by_role.get(key).unwrap_or(&none);
        for (page, list, tasks) in lists {
            sections.push(self.section(page, list, tasks, false));
            reviews.push(page.outline.last_reviewed_on);
            all.extend(tasks.iter().copied());
        }
        // As old as the page that was looked at longest ago; a page that never was says nothing.
        let reviewed = reviews.into_iter().flatten().min();
        Sheet {
            facts: self.facts(&all, false),
            updated: reviewed,
            url: role.and_then(|role| self.chrome.absolute(role.url.as_ref()?)),
            contacts: contacts(self.site, self.chrome, lists),
            sections,
            ..self.blank(id, role.map(|role| self.chrome.set(&role.name)).unwrap_or_default())
        }
    }

    fn blank(&self, id: &str, title: String) -> Sheet {
        let facts = &self.chrome.facts;
        let guide = self.chrome.set(&facts.title);
        let args = [("title", title.as_str().into()), ("guide", guide.as_str().into())];
        let publisher = facts.publisher.name.as_deref().filter(|name| !name.starts_with('['));
        Sheet {
            id: id.to_owned(),
            language: facts.language,
            description: self.chrome.say_with("sheet-description", &args),
            guide,
            publisher: publisher.map(|name| self.chrome.set(name)),
            title,
            ..Sheet::default()
        }
    }

    /// From the guide's sections down to the page.
    fn trail(&self, page: &Page) -> Vec<String> {
        let mut trail = vec![self.chrome.set(&page.outline.title)];
        let mut above = page.parent;
        while let Some(id) = above {
            let page = self.site.page(id);
            above = page.parent;
            if above.is_some() {
                trail.push(self.chrome.set(&page.outline.nav_title));
            }
        }
        trail.reverse();
        trail
    }

    /// Who, and what is needed.
    fn facts(&self, tasks: &[&Task], with_roles: bool) -> Vec<(String, String)> {
        let mut roles = Vec::new();
        let mut tools = Vec::new();
        for task in tasks {
            walk(task, &mut |task| {
                let named = task.text.targets.iter().chain(&task.help.targets).filter_map(|target| {
                    let Target::Entry(key) = target else { return None };
                    (key.kind == Kind::Tool).then_some(key)
                });
                add(&mut tools, named);
                add(&mut roles, task.roles.iter());
            });
        }
        let names = |keys: Vec<&EntryKey>, name: fn(&Entry) -> &str| {
            let names = keys.into_iter().filter_map(|key| self.site.entry(key));
            names.map(|entry| self.chrome.set(name(entry))).collect::<Vec<_>>().join(", ")
        };
        let roles = if with_roles { names(roles, Entry::name) } else { String::new() };
        let facts = [("who-column", roles), ("access-needs", names(tools, Entry::name))];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        facts.map(|(label, value)| (self.chrome.say(label), value)).collect()
    }

    fn section(&self, page: &Page, list: &Checklist, tasks: &[&Task], with_roles: bool) -> SheetSection {
        SheetSection {
            title: self.chrome.set(&target::list_title(page, list)),
            url: self.chrome.absolute_place(&page.url, list.anchor.as_ref()),
            ordered: list.ordered,
            tasks: tasks.iter().map(|task| self.task(task, &page.url, with_roles, None)).collect(),
        }
    }

    /// `said` is the day since which the task above it is out of date.
    fn task(&self, task: &Task, page: &PageUrl, with_roles: bool, said: Option<Date>) -> SheetTask {
        let roles = task.roles.iter().filter(|_| with_roles).filter_map(|key| self.chrome.role(key));
        let mut text = Runs::new(&self.links, self.chrome, &task.text).line();
        let since = target::outdated(self.site, task);
        if let Some(since) = since.filter(|_| since != said) {
            let words = self.chrome.outdated(since);
            text.splice(..0, [Run::Strong(vec![Run::Text(words)]), Run::Text(" – ".to_owned())]);
        }
        SheetTask {
            key: format!("{page}#{}", task.id),
            id: task.id.clone(),
            text,
            help: Runs::new(&self.links, self.chrome, &task.help).paragraphs(),
            roles: roles.map(|role| self.chrome.set(&role.short)).collect(),
            due: task.due.map(|delay| delay_words(self.chrome, delay)),
            delay: task.due,
            important: task.important,
            branch: task.branch,
            tasks: task.tasks.iter().map(|below| self.task(below, page, with_roles, since)).collect(),
        }
    }
}

fn add<'a>(known: &mut Vec<&'a EntryKey>, more: impl Iterator<Item = &'a EntryKey>) {
    for key in more {
        if !known.contains(&key) {
            known.push(key);
        }
    }
}

/// The most tasks that one sheet or one page holds: some thirty sheets of paper, half a megabyte of page.
pub(crate) const MOST_TASKS: usize = 500;

/// Asks something of a task and of those below it.
pub(crate) fn walk<'a>(task: &'a Task, ask: &mut impl FnMut(&'a Task)) {
    ask(task);
    for below in &task.tasks {
        walk(below, ask);
    }
}

/// How many tasks these are, together with those below them.
pub(crate) fn count<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> usize {
    let mut count = 0;
    for task in tasks {
        walk(task, &mut |_| count += 1);
    }
    count
}

/// How many of these tasks readers count, as `ticks.js` does: of two branches only one is done, so they are left out.
pub(crate) fn counted<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> usize {
    let counted = tasks.into_iter().filter(|task| task.branch.is_none());
    counted.map(|task| 1 + self::counted(&task.tasks)).sum()
}

/// A list with its page, and some of its tasks of the first level.
pub(crate) type Found<'a> = (&'a Page, &'a Checklist, Vec<&'a Task>);

/// What each role has to do.
pub(crate) type ByRole<'a> = BTreeMap<&'a EntryKey, Vec<Found<'a>>>;

/// The tasks of the first level by the role that they, or tasks below them, are for: list by list, in the order of the
/// guide.
pub(crate) fn by_role(site: &Site) -> ByRole<'_> {
    let mut found = ByRole::new();
    for (page, list) in site.checklists() {
        let mut mine: Vec<(&EntryKey, Vec<&Task>)> = Vec::new();
        for task in &list.tasks {
            let mut roles = Vec::new();
            walk(task, &mut |task| add(&mut roles, task.roles.iter()));
            for role in roles {
                match mine.iter_mut().find(|(known, _)| *known == role) {
                    Some((_, tasks)) => tasks.push(task),
                    None => mine.push((role, vec![task])),
                }
            }
        }
        for (role, tasks) in mine {
            found.entry(role).or_default().push((page, list, tasks));
        }
    }
    found
}
