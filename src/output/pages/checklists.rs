//! What a page says around its checklists: where the PDF is, and whom to ask, on paper.
use crate::model::{Checklist, EntryKey, Page, PageId, SheetContact, Task};
use crate::output::Plan;
use crate::output::lists::print::{Print, PrintView};
use crate::output::lists::sheet::{self, ListKey};
use crate::output::shared::chrome::Chrome;
use crate::output::shared::{address, target};
use crate::output::theme::template::{Shown, shown};
use serde::Serialize;

/// The checklists of a page.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Lists {
    all: Vec<List>,
    /// Whom the lists of the page name, in order of recourse.
    contacts: Vec<SheetContact>,
    /// One PDF for all of them.
    print: Option<Print>,
}

#[derive(Clone, Debug, Hash)]
struct List {
    title: String,
    /// The id of its heading on this page; none before the first heading.
    anchor: Option<String>,
    /// The names of those of the contacts that this list names.
    contacts: Vec<String>,
    print: Option<Print>,
}

impl Lists {
    /// The lists of a page of the guide.
    pub(crate) fn of_page(plan: &Plan<'_>, id: PageId, page: &Page) -> Self {
        let lists = page.outline.checklists.iter().map(|list| (page, list, list.tasks.iter().collect()));
        let place = |at: usize, list: &Checklist| {
            let anchor = list.anchor.as_ref().map(ToString::to_string);
            (anchor, plan.prints.get(&ListKey::Page(id, at)))
        };
        Self::gathered(plan, &lists.collect::<Vec<_>>(), place)
    }

    /// The lists of a role's page, with the ids of their headings there.
    pub(crate) fn of_role(plan: &Plan<'_>, role: &EntryKey, lists: &[sheet::Found<'_>]) -> Self {
        let print = plan.prints.get(&ListKey::Role(role.clone())).cloned();
        Self { print, ..Self::gathered(plan, lists, |at, _| (Some(format!("l{}", at + 1)), None)) }
    }

    fn gathered<'a>(
        plan: &Plan<'_>,
        lists: &[(&Page, &Checklist, Vec<&Task>)],
        place: impl Fn(usize, &Checklist) -> (Option<String>, Option<&'a Print>),
    ) -> Self {
        let (contacts, names) = sheet::contacts_of_lists(plan.site, &plan.chrome, lists);
        let lists = lists.iter().zip(names).enumerate().map(|(at, ((page, list, _), names))| {
            let (anchor, print) = place(at, list);
            let title = plan.chrome.set(&target::list_title(page, list));
            List { title, anchor, contacts: names, print: print.cloned() }
        });
        Self { all: lists.collect(), contacts, print: None }
    }

    /// The lists of the whole guide, which shows the contacts themselves.
    pub(crate) fn of_guide(plan: &Plan<'_>) -> Self {
        let lists = plan.site.checklists().map(|(page, list)| {
            let title = target::list_title(page, list);
            List { title, anchor: None, contacts: Vec::new(), print: None }
        });
        // One stands for all: the page only asks whether there is any.
        Self { all: lists.take(1).collect(), ..Self::default() }
    }

    /// What templates call `page.checklists`.
    pub(crate) fn view(&self, chrome: &Chrome, from: address::From<'_>) -> Shown {
        let lists = self.all.iter().map(|list| ListView {
            title: &list.title,
            anchor: list.anchor.as_deref(),
            pdf: list.print.as_ref().map(|print| print.view(chrome, from)),
        });
        shown(&lists.collect::<Vec<_>>())
    }

    /// What templates call `page.downloads`: the PDFs of the page.
    pub(crate) fn downloads(&self, chrome: &Chrome, from: address::From<'_>) -> Shown {
        let whole = self.print.iter().map(|print| (chrome.say("pdf-role"), print));
        let each = self.all.iter().filter_map(|list| {
            let print = list.print.as_ref()?;
            Some((chrome.say_with("pdf-list", &[("title", list.title.as_str().into())]), print))
        });
        let all =
            whole.chain(each).map(|(title, print)| DownloadView { title, pdf: print.view(chrome, from) });
        shown(&all.collect::<Vec<_>>())
    }

    /// What templates call `page.contacts`.
    pub(crate) fn contacts(&self) -> Shown {
        let views = self.contacts.iter().map(|contact| {
            let lists = self.all.iter().filter(|list| list.contacts.contains(&contact.name));
            let ids: Vec<&str> = lists.map(|list| list.anchor.as_deref().unwrap_or("_top")).collect();
            ContactView {
                need: &contact.need,
                name: &contact.name,
                phone: contact.phone.as_ref().map(|(shown, _)| shown.as_str()),
                email: contact.email.as_deref(),
                url: contact.url.as_deref(),
                lists: ids.join(" "),
            }
        });
        shown(&views.collect::<Vec<_>>())
    }
}

#[derive(Serialize)]
struct ListView<'a> {
    title: &'a str,
    anchor: Option<&'a str>,
    pdf: Option<PrintView>,
}

#[derive(Serialize)]
struct DownloadView {
    title: String,
    #[serde(flatten)]
    pdf: PrintView,
}

#[derive(Serialize)]
struct ContactView<'a> {
    need: &'a str,
    name: &'a str,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    url: Option<&'a str>,
    /// Ids of the headings of the lists that name it, with a space between them.
    lists: String,
}
