//! What the page of a role shows besides its tasks: pages to read, the criteria of the whole journey, and, for a role
//! without tasks, who does what.
use super::nav::nav;
use super::plan::OutputPlan;
use crate::model::{Anchor, EntryKey, Nav, PageId, PageUrl};
use crate::output::html::who_does_what;
use crate::output::lists::tasks::{ChecklistTasks, MOST_TASKS};
use crate::output::shared::context::{MENU_LIMIT, SiteContext};
use crate::output::shared::task_rows::{TaskTableRow, checklist_title, task_rows};
use crate::output::theme::template::{self, TemplateValue};
use crate::stamp::Stamped;
use std::collections::BTreeSet;

/// All that the page of a role shows besides its tasks and contacts.
#[derive(Hash)]
pub(super) struct Dashboard {
    /// Pages that are for the role or speak of it, other than those of its tasks: address, title, description.
    reading: Vec<(Nav, Option<Anchor>, Option<String>)>,
    /// The checklists of the home page that name no role.
    criteria: Vec<(Nav, Option<Anchor>)>,
    /// Who does what, for a role without tasks.
    rows: Option<Stamped<Vec<TaskTableRow>>>,
}

impl Dashboard {
    /// Gathers what concerns a role that has these tasks.
    pub(super) fn new(
        plan: &OutputPlan<'_>,
        role: &EntryKey,
        own: &[ChecklistTasks<'_>],
        rows: &mut Option<Stamped<Vec<TaskTableRow>>>,
    ) -> Self {
        let rows = own.is_empty().then(|| {
            rows.get_or_insert_with(|| {
                let mut all = task_rows(plan.site);
                all.truncate(MOST_TASKS);
                Stamped::new(all)
            })
            .clone()
        });
        Self { reading: reading(plan, role, own), criteria: criteria(plan), rows }
    }

    /// What the template of a role's page sees of it.
    pub(super) fn view(&self, context: &SiteContext, page: &PageUrl) -> Vec<(&'static str, TemplateValue)> {
        let from = context.addresses.relative_to(page);
        let reading = self.reading.iter().map(|(nav, anchor, description)| {
            template::map(&[
                ("title", context.text.typeset(&nav.title).into()),
                ("href", from.page(&nav.url, anchor.as_ref()).into()),
                ("description", description.as_deref().map(|text| context.text.typeset(text)).into()),
            ])
        });
        let criteria = self.criteria.iter().map(|(nav, anchor)| {
            template::map(&[
                ("title", context.text.typeset(&nav.title).into()),
                ("href", from.page(&nav.url, anchor.as_ref()).into()),
            ])
        });
        let mut table = String::new();
        if let Some(rows) = self.rows.as_ref().filter(|rows| !rows.is_empty()) {
            who_does_what::write(&mut table, &rows.iter().collect::<Vec<_>>(), context, from);
        }
        vec![
            ("reading", template::list(reading)),
            ("criteria", template::list(criteria)),
            ("who_does_what", template::html(&table)),
        ]
    }
}

/// Pages whose front matter names the role, then pages whose text does, in reading order.
fn reading(
    plan: &OutputPlan<'_>,
    role: &EntryKey,
    own: &[ChecklistTasks<'_>],
) -> Vec<(Nav, Option<Anchor>, Option<String>)> {
    let site = plan.site;
    let of_tasks: BTreeSet<_> = own.iter().map(|(page, ..)| &page.source).collect();
    let names = |id: &PageId| site.page(*id).outline.roles.iter().any(|known| known == role);
    let for_role = (0..).map(PageId).take(site.pages.len()).filter(names).map(|id| (id, None));
    let uses = site.uses.get(role).map(Vec::as_slice).unwrap_or_default();
    let speaking = uses.iter().map(|mention| (mention.page, mention.anchor.clone()));
    let mut seen = BTreeSet::new();
    for_role
        .chain(speaking)
        .filter(|(id, _)| !of_tasks.contains(&site.page(*id).source) && seen.insert(*id))
        .take(MENU_LIMIT)
        .map(|(id, anchor)| (nav(site, id), anchor, site.page(id).outline.description.clone()))
        .collect()
}

/// The checklists of the home page whose tasks are nobody's: they say when all is done.
fn criteria(plan: &OutputPlan<'_>) -> Vec<(Nav, Option<Anchor>)> {
    let Some(home) = plan.site.pages.first() else { return Vec::new() };
    let lists = home.outline.checklists.iter();
    lists
        .filter(|list| list.tasks.iter().all(|task| task.roles.is_empty()))
        .map(|list| (Nav { title: checklist_title(home, list), url: home.url.clone() }, list.anchor.clone()))
        .collect()
}
