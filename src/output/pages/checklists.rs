//! What a page says around its checklists: where their PDFs are, and whom to ask, on paper.
use super::plan::OutputPlan;
use crate::model::{Checklist, EntryKey, Page, PageId, SheetContact};
use crate::output::lists::pdf::{ListPdf, PdfView};
use crate::output::lists::tasks::ChecklistTasks;
use crate::output::lists::{ChecklistKey, contacts_by_rank, contacts_of_lists};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::SiteContext;
use crate::output::shared::task_rows::checklist_title;
use crate::output::theme::template::{self, TemplateValue};
use serde::Serialize;

/// The checklists of a page.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct PageChecklists {
    all: Vec<PageChecklist>,
    /// The contacts of all checklists of the page, by rank.
    contacts: Vec<SheetContact>,
    /// The PDF of all checklists together.
    pdf: Option<ListPdf>,
}

#[derive(Clone, Debug, Hash)]
struct PageChecklist {
    title: String,
    /// The id of its heading on this page; none before the first heading.
    anchor: Option<String>,
    /// The names of its contacts.
    contacts: Vec<String>,
    pdf: Option<ListPdf>,
}

impl PageChecklists {
    /// The checklists of a page of the guide.
    pub(crate) fn of_page(plan: &OutputPlan<'_>, id: PageId, page: &Page) -> Self {
        let lists = page.outline.checklists.iter().map(|list| (page, list, list.tasks.iter().collect()));
        let place = |at: usize, list: &Checklist| {
            let anchor = list.anchor.as_ref().map(ToString::to_string);
            (anchor, plan.pdfs.get(&ChecklistKey::Page(id, at)))
        };
        Self::new(plan, &lists.collect::<Vec<_>>(), place)
    }

    /// The checklists of a role's page, with the ids of their headings there. Where they name nobody with a telephone, those
    /// whom the guide ranks follow.
    pub(crate) fn of_role(plan: &OutputPlan<'_>, role: &EntryKey, lists: &[ChecklistTasks<'_>]) -> Self {
        let pdf = plan.pdfs.get(&ChecklistKey::Role(role.clone())).cloned();
        let mut made = Self { pdf, ..Self::new(plan, lists, |at, _| (Some(format!("l{}", at + 1)), None)) };
        if made.contacts.iter().all(|contact| contact.phone.is_none()) {
            let mut ranked = contacts_by_rank(plan.site, &plan.context);
            ranked.retain(|one| made.contacts.iter().all(|known| known.name != one.name));
            made.contacts.extend(ranked);
        }
        made
    }

    fn new<'a>(
        plan: &OutputPlan<'_>,
        lists: &[ChecklistTasks<'_>],
        place: impl Fn(usize, &Checklist) -> (Option<String>, Option<&'a ListPdf>),
    ) -> Self {
        let (contacts, names) = contacts_of_lists(plan.site, &plan.context, lists);
        let lists = lists.iter().zip(names).enumerate().map(|(at, ((page, list, _), names))| {
            let (anchor, pdf) = place(at, list);
            let title = plan.context.text.typeset(&checklist_title(page, list)).into_owned();
            PageChecklist { title, anchor, contacts: names, pdf: pdf.cloned() }
        });
        Self { all: lists.collect(), contacts, pdf: None }
    }

    /// The checklists of the whole guide on one page, which shows the contacts themselves.
    pub(crate) fn of_guide(plan: &OutputPlan<'_>) -> Self {
        let lists = plan.site.checklists().map(|(page, list)| {
            let title = checklist_title(page, list);
            PageChecklist { title, anchor: None, contacts: Vec::new(), pdf: None }
        });
        // One is enough: the page only asks whether there is any.
        Self { all: lists.take(1).collect(), ..Self::default() }
    }

    /// What templates call `page.checklists`.
    pub(crate) fn view(&self, context: &SiteContext, from: RelativeTo<'_>) -> TemplateValue {
        let lists = self.all.iter().map(|list| ChecklistView {
            title: &list.title,
            anchor: list.anchor.as_deref(),
            pdf: list.pdf.as_ref().map(|pdf| pdf.view(context, from)),
        });
        template::value(&lists.collect::<Vec<_>>())
    }

    /// What templates call `page.downloads`: the PDFs of the page.
    pub(crate) fn downloads(&self, context: &SiteContext, from: RelativeTo<'_>) -> TemplateValue {
        let whole = self.pdf.iter().map(|pdf| (context.text.string("pdf-role"), pdf));
        let each = self.all.iter().filter_map(|list| {
            let pdf = list.pdf.as_ref()?;
            Some((context.text.string_with("pdf-list", &[("title", list.title.as_str().into())]), pdf))
        });
        let all = whole.chain(each).map(|(title, pdf)| DownloadView { title, pdf: pdf.view(context, from) });
        template::value(&all.collect::<Vec<_>>())
    }

    /// What templates call `page.contacts`.
    pub(crate) fn contacts(&self) -> TemplateValue {
        let views = self.contacts.iter().map(|contact| {
            let lists = self.all.iter().filter(|list| list.contacts.contains(&contact.name));
            let ids: Vec<&str> = lists.map(|list| list.anchor.as_deref().unwrap_or("_top")).collect();
            ContactView { lists: ids.join(" "), ..ContactView::of(contact) }
        });
        template::value(&views.collect::<Vec<_>>())
    }

    /// What templates call `page.first_contact`: the first of these who has a telephone, else a mail address, else a form;
    /// on the page of a role, of those whom its lists name.
    pub(crate) fn first_contact(&self, carded: &[SheetContact], is_role: bool) -> TemplateValue {
        let all = if is_role { &self.contacts } else { carded };
        let phone = all.iter().find(|one| one.phone.is_some());
        let email = || all.iter().find(|one| one.email.is_some());
        let first = phone.or_else(email).or_else(|| all.iter().find(|one| one.url.is_some()));
        template::value(&first.map(ContactView::of))
    }
}

#[derive(Serialize)]
struct ChecklistView<'a> {
    title: &'a str,
    anchor: Option<&'a str>,
    pdf: Option<PdfView>,
}

#[derive(Serialize)]
struct DownloadView {
    title: String,
    #[serde(flatten)]
    pdf: PdfView,
}

#[derive(Serialize)]
struct ContactView<'a> {
    need: &'a str,
    name: &'a str,
    phone: Option<&'a str>,
    phone_href: Option<&'a str>,
    email: Option<&'a str>,
    url: Option<&'a str>,
    /// The ids of the headings of the checklists that name it, separated by spaces.
    lists: String,
}

impl<'a> ContactView<'a> {
    fn of(contact: &'a SheetContact) -> Self {
        Self {
            need: &contact.need,
            name: &contact.name,
            phone: contact.phone.as_ref().map(|(shown, _)| shown.as_str()),
            phone_href: contact.phone.as_ref().map(|(_, href)| href.as_str()),
            email: contact.email.as_deref(),
            url: contact.url.as_deref(),
            lists: String::new(),
        }
    }
}
