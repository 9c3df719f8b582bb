//! Checklists as sheets: one for each list of a page, one for each role that has tasks.
//!
//! A sheet holds all that its PDF, its calendar or its table needs, so that those are made of nothing else.
use super::contacts::contacts;
use super::names::{ChecklistKey, ChecklistNames};
use super::runs::RunBuilder;
use super::tasks::{ByRole, add_new, by_role, for_each};
use super::tools;
use crate::model::{
    Checklist, Date, Document, Entry, EntryKey, Page, PageUrl, Parsed, Run, Sheet, SheetField, SheetSection,
    SheetTask, Site, Task,
};
use crate::output::shared::context::SiteContext;
use crate::output::shared::target::{EntryLinks, TargetResolver};
use crate::output::shared::task_rows::{checklist_title, outdated};
use crate::stamp::Stamped;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The wanted sheets: those of pages in reading order, then those of roles in the order of the registry.
pub(crate) fn all(
    site: &Site,
    parsed: &Parsed,
    context: &SiteContext,
    names: &ChecklistNames,
    wanted: impl Fn(&ChecklistKey) -> bool,
) -> Vec<(ChecklistKey, Stamped<Sheet>)> {
    let keys: Vec<_> = names.iter().filter(|(key, _)| wanted(key)).collect();
    let roles = keys.iter().any(|(key, _)| matches!(key, ChecklistKey::Role(_)));
    let by_role = if roles { by_role(site) } else { BTreeMap::new() };
    let builder =
        SheetBuilder { site, context, resolver: TargetResolver::new(site, EntryLinks::new(site)), by_role };
    keys.into_par_iter()
        .map(|(key, id)| {
            let sheet = match key {
                ChecklistKey::Page(number, at) => {
                    let page = site.page(*number);
                    let fit = parsed.document(page).map(fit_pages);
                    builder.of_list(id, page, &page.outline.checklists[*at], fit.flatten())
                }
                ChecklistKey::Role(key) => builder.of_role(id, key),
            };
            (key.clone(), Stamped::new(sheet))
        })
        .collect()
}

fn fit_pages(document: &Document) -> Option<u8> {
    document.front.fit_pages.and_then(|pages| u8::try_from(pages).ok())
}

/// What sheets are made from.
struct SheetBuilder<'a> {
    site: &'a Site,
    context: &'a SiteContext,
    resolver: TargetResolver<'a>,
    by_role: ByRole<'a>,
}

impl SheetBuilder<'_> {
    fn of_list(&self, id: &str, page: &Page, list: &Checklist, fit_pages: Option<u8>) -> Sheet {
        let title = self.context.text.typeset(&checklist_title(page, list)).into_owned();
        let tasks: Vec<&Task> = list.tasks.iter().collect();
        let section = self.section(page, list, &tasks, true);
        let url = section.url.clone();
        Sheet {
            facts: self.facts(&tasks, true),
            trail: self.trail(page),
            updated: page.outline.last_reviewed_on,
            published: self.published(page.outline.last_reviewed_on),
            url,
            mode: list.mode,
            fit_pages,
            tools: tools::with_address(self.site, self.context, &tasks),
            contacts: contacts(self.site, self.context, &[(page, list, tasks)]),
            sections: vec![SheetSection { title: String::new(), ..section }],
            ..self.blank(id, title)
        }
    }

    fn of_role(&self, id: &str, key: &EntryKey) -> Sheet {
        let role = self.context.roles.get(key);
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
        // The oldest review of its pages; a page without a review does not count.
        let reviewed = reviews.into_iter().flatten().min();
        Sheet {
            facts: self.facts(&all, false),
            updated: reviewed,
            published: self.published(reviewed),
            tools: tools::with_address(self.site, self.context, &all),
            url: role.and_then(|role| self.context.addresses.absolute(role.url.as_ref()?)),
            contacts: contacts(self.site, self.context, lists),
            sections,
            ..self.blank(
                id,
                role.map(|role| self.context.text.typeset(&role.name).into_owned()).unwrap_or_default(),
            )
        }
    }

    fn blank(&self, id: &str, title: String) -> Sheet {
        let text = &self.context.text;
        let guide = text.typeset(&self.context.title).into_owned();
        let args = [("title", title.as_str().into()), ("guide", guide.as_str().into())];
        let publisher = self.context.publisher.as_deref();
        let fields = self.site.settings.checklist_fields.iter().map(|field| SheetField {
            name: format!("field-{}", field.name),
            label: text.typeset(&field.label).into_owned(),
        });
        Sheet {
            id: id.to_owned(),
            language: text.language,
            description: text.string_with("sheet-description", &args),
            guide,
            publisher: publisher.map(|name| text.typeset(name).into_owned()),
            title,
            edition: self.context.edition.as_deref().map(|edition| text.typeset(edition).into_owned()),
            fields: fields.collect(),
            ..Sheet::default()
        }
    }

    /// The day of the build, where no review is known.
    fn published(&self, reviewed: Option<Date>) -> Option<Date> {
        reviewed.is_none().then_some(self.site.options.today)
    }

    /// The titles of the page and the pages above it, without the home page, from the top.
    fn trail(&self, page: &Page) -> Vec<String> {
        let mut trail = vec![self.context.text.typeset(&page.outline.title).into_owned()];
        let mut above = page.parent;
        while let Some(id) = above {
            let page = self.site.page(id);
            above = page.parent;
            if above.is_some() {
                trail.push(self.context.text.typeset(&page.outline.nav_title).into_owned());
            }
        }
        trail.reverse();
        trail
    }

    /// Who does the tasks, and which tools they need.
    fn facts(&self, tasks: &[&Task], with_roles: bool) -> Vec<(String, String)> {
        let mut roles = Vec::new();
        for task in tasks {
            for_each(task, &mut |task| add_new(&mut roles, task.roles.iter()));
        }
        let tools = tools::named(tasks);
        let names = |keys: Vec<&EntryKey>, name: fn(&Entry) -> &str| {
            let names = keys.into_iter().filter_map(|key| self.site.entry(key));
            names
                .map(|entry| self.context.text.typeset(name(entry)).into_owned())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let roles = if with_roles { names(roles, Entry::name) } else { String::new() };
        let facts = [("who-column", roles), ("access-needs", names(tools, Entry::name))];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        facts.map(|(label, value)| (self.context.text.string(label), value)).collect()
    }

    fn section(&self, page: &Page, list: &Checklist, tasks: &[&Task], with_roles: bool) -> SheetSection {
        SheetSection {
            title: self.context.text.typeset(&checklist_title(page, list)).into_owned(),
            url: self.context.addresses.absolute_anchor(&page.url, list.anchor.as_ref()),
            ordered: list.ordered,
            tasks: tasks.iter().map(|task| self.task(task, &page.url, with_roles, None)).collect(),
        }
    }

    /// `since_above` is the day since which the task above it is out of date.
    fn task(&self, task: &Task, page: &PageUrl, with_roles: bool, since_above: Option<Date>) -> SheetTask {
        let roles = task.roles.iter().filter(|_| with_roles).filter_map(|key| self.context.roles.get(key));
        let mut text = RunBuilder::new(&self.resolver, self.context, &task.text).line();
        let since = outdated(self.site, task);
        if let Some(since) = since.filter(|_| since != since_above) {
            let words = self.context.text.outdated(since);
            text.splice(..0, [Run::Strong(vec![Run::Text(words)]), Run::Text(" – ".to_owned())]);
        }
        SheetTask {
            key: format!("{page}#{}", task.id),
            id: task.id.clone(),
            number: task.number,
            done: task.done,
            text,
            help: task
                .help
                .as_deref()
                .map(|help| RunBuilder::new(&self.resolver, self.context, help).paragraphs())
                .unwrap_or_default(),
            roles: roles.map(|role| self.context.text.typeset(&role.short).into_owned()).collect(),
            due: task.due.map(|delay| self.context.text.delay(delay)),
            delay: task.due,
            important: task.important,
            branch: task.branch,
            tasks: task.tasks.iter().map(|below| self.task(below, page, with_roles, since)).collect(),
        }
    }
}
