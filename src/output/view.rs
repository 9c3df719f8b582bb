//! What templates call `page`, and what it is made from.
use super::Plan;
use super::chrome::{Chrome, LinkView, MENU_LIMIT};
use super::list::Lists;
use super::template::{self, Shown, shown};
use crate::model::{Anchor, Date, Diagnostic, EntryKey, Nav, Noted, Page, PageId, PageUrl, Site};
use crate::stamp::{Stamp, Stamped};
use crate::text::day;
use rayon::prelude::*;
use serde::Serialize;
use std::fmt::Write as _;

/// All that the frame of a page depends on, beside the chrome.
#[derive(Clone, Debug, Hash)]
pub(super) struct Frame {
    pub(super) kind: &'static str,
    pub(super) url: PageUrl,
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) summary: Vec<String>,
    pub(super) contents: Vec<(u8, Anchor, String)>,
    pub(super) breadcrumb: Vec<Nav>,
    pub(super) menu: Menu,
    pub(super) previous: Option<Nav>,
    pub(super) next: Option<Nav>,
    pub(super) step: Option<Step>,
    pub(super) steps: Vec<Stage>,
    pub(super) children: Vec<(Nav, Option<String>)>,
    pub(super) roles: Vec<EntryKey>,
    /// The source file below the project root, for the edit link.
    pub(super) source: Option<String>,
    pub(super) reviewed: Option<(Date, bool)>,
    pub(super) owner: Option<(String, PageUrl, Anchor)>,
    pub(super) lists: Lists,
}

/// The menu beside a page.
#[derive(Clone, Debug, Default, Hash)]
pub(super) struct Menu {
    pub(super) up: Vec<Nav>,
    pub(super) items: Vec<MenuItem>,
    /// How many pages are not shown, and where all are.
    pub(super) more: Option<(usize, PageUrl)>,
}

/// An entry of a menu.
#[derive(Clone, Debug, Hash)]
pub(super) struct MenuItem {
    pub(super) item: Stamped<Item>,
    /// The pages below it, for the page at hand.
    pub(super) children: Vec<Stamped<Item>>,
}

/// A page as menus show it, made once for all pages beside it and once for all above it: their addresses of it are the
/// same.
#[derive(Debug)]
pub(super) struct Item {
    nav: Nav,
    number: Option<usize>,
    /// Its entry as HTML, in the menus of the pages beside it.
    beside: String,
    above: Shown,
}

impl Item {
    /// Each page of the guide, by its number, and what there is to say about the theme.
    pub(super) fn all(site: &Site, chrome: &Chrome) -> Noted<Vec<Stamped<Self>>> {
        let made: Vec<_> = site.pages.par_iter().map(|page| Self::new(site, chrome, page)).collect();
        let mut items = Noted::clean(Vec::with_capacity(made.len()));
        for item in made {
            items.value.push(item.value);
            items.notes.extend(item.notes);
        }
        items
    }

    fn new(site: &Site, chrome: &Chrome, page: &Page) -> Noted<Stamped<Self>> {
        let nav = Nav { title: page.outline.nav_title.clone(), url: page.url.clone() };
        let number = page.step.as_ref().map(|(number, ..)| *number);
        let stamp = Stamp::of(&(&nav, number));
        let parent = page.parent.map_or(&page.url, |parent| &site.page(parent).url);
        let seen = |from: &PageUrl, number| {
            let LinkView { title, href } = chrome.link(from, &nav);
            ItemView { title, href, current: false, number, children: Vec::new() }.shown()
        };
        let mut notes = Vec::new();
        let beside = item_html(chrome, seen(&PageUrl::new(format!("{parent}-/")), number), &mut notes);
        let above = seen(parent, None);
        Noted { value: Stamped::with(Self { nav, number, beside, above }, stamp), notes }
    }
}

/// Where a page stands in a journey.
#[derive(Clone, Debug, Hash)]
pub(super) struct Step {
    pub(super) number: usize,
    pub(super) total: usize,
    pub(super) section: Nav,
    pub(super) previous: Option<Nav>,
    pub(super) next: Option<Nav>,
}

/// A step of a journey as its beginning shows it.
#[derive(Clone, Debug, Hash)]
pub(super) struct Stage {
    pub(super) nav: Nav,
    pub(super) description: Option<String>,
    pub(super) steps: Vec<Nav>,
}

#[derive(Serialize)]
struct HeadingView<'a> {
    level: u8,
    anchor: &'a str,
    title: String,
}

struct ItemView {
    title: String,
    href: String,
    current: bool,
    number: Option<usize>,
    children: Vec<Shown>,
}

impl ItemView {
    fn shown(self) -> Shown {
        template::map(vec![
            ("title", self.title.into()),
            ("href", self.href.into()),
            ("current", self.current.into()),
            ("number", shown(&self.number)),
            ("children", template::list(self.children)),
        ])
    }
}

/// An entry of a menu as HTML.
fn item_html(chrome: &Chrome, item: Shown, notes: &mut Vec<Diagnostic>) -> String {
    let made = chrome.templates.value.fill("parts/menu-item.html", vec![("item", item)], 256);
    notes.extend(made.notes);
    String::from_utf8_lossy(&made.value).into_owned()
}

#[derive(Serialize)]
struct MoreView {
    count: usize,
    href: String,
}

#[derive(Serialize)]
struct StepView {
    number: usize,
    total: usize,
    section: String,
    section_href: String,
    previous: Option<LinkView>,
    next: Option<LinkView>,
}

#[derive(Serialize)]
struct StageView {
    number: usize,
    title: String,
    href: String,
    description: Option<String>,
    steps: Vec<StageView>,
}

#[derive(Serialize)]
struct ChildView {
    title: String,
    href: String,
    description: Option<String>,
}

#[derive(Serialize)]
struct RoleView {
    name: String,
    href: String,
    number: usize,
}

#[derive(Serialize)]
struct DayView {
    iso: String,
    words: String,
    overdue: bool,
}

#[derive(Serialize)]
struct OwnerView {
    name: String,
    href: String,
}

#[derive(Serialize)]
struct PageView<'a> {
    kind: &'a str,
    title: String,
    head_title: String,
    description: Option<String>,
    summary: Vec<String>,
    canonical: Option<String>,
    noindex: bool,
    contents: Vec<HeadingView<'a>>,
    breadcrumb: Vec<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    step: Option<StepView>,
    steps: Vec<StageView>,
    children: Vec<ChildView>,
    roles: Vec<RoleView>,
    edit_href: Option<String>,
    report_href: Option<String>,
    reviewed: Option<DayView>,
    owner: Option<OwnerView>,
}

impl Frame {
    /// The frame of a page that Jalon writes by itself.
    pub(super) fn generated(kind: &'static str, url: PageUrl, title: String, plan: &Plan<'_>) -> Self {
        let home = plan.site.pages.first();
        let breadcrumb =
            home.map(|page| Nav { title: page.outline.nav_title.clone(), url: page.url.clone() });
        Self {
            kind,
            url,
            title,
            description: None,
            summary: Vec::new(),
            contents: Vec::new(),
            breadcrumb: breadcrumb.into_iter().collect(),
            menu: Menu {
                items: home.map(|home| menu_items(plan, &home.children, None)).unwrap_or_default(),
                ..Menu::default()
            },
            previous: None,
            next: None,
            step: None,
            steps: Vec::new(),
            children: Vec::new(),
            roles: Vec::new(),
            source: None,
            reviewed: None,
            owner: None,
            lists: Lists::default(),
        }
    }

    /// What templates call `page`.
    pub(super) fn view(&self, chrome: &Chrome, body: &str) -> Noted<Shown> {
        let from = chrome.from(&self.url);
        let link = |nav: &Nav| chrome.link(&self.url, nav);
        let title = chrome.set(&self.title);
        let site_title = chrome.set(&chrome.facts.title);
        let head_title = if self.kind == "home" || title == site_title {
            title.clone()
        } else {
            format!("{title} – {site_title}")
        };
        let stage = |(at, nav): (usize, &Nav), description: Option<String>, steps| {
            let LinkView { title, href } = link(nav);
            StageView { number: at + 1, title, href, description, steps }
        };
        let page = shown(&PageView {
            kind: self.kind,
            head_title,
            title,
            description: self.description.as_deref().map(|text| chrome.set(text)),
            summary: self
                .summary
                .iter()
                .map(|line| crate::text::escape::to_html(&chrome.set(line)))
                .collect(),
            canonical: chrome
                .absolute(&self.url)
                .filter(|_| !matches!(self.kind, "not-found" | "withdrawn" | "gone")),
            noindex: matches!(self.kind, "not-found" | "search" | "withdrawn" | "gone"),
            contents: self
                .contents
                .iter()
                .map(|(level, anchor, title)| HeadingView {
                    level: *level,
                    anchor: anchor.as_str(),
                    title: chrome.set(title),
                })
                .collect(),
            breadcrumb: self.breadcrumb.iter().map(link).collect(),
            previous: self.previous.as_ref().map(link),
            next: self.next.as_ref().map(link),
            step: self.step.as_ref().map(|step| StepView {
                number: step.number,
                total: step.total,
                section: chrome.set(&step.section.title),
                section_href: from.page(&step.section.url, None),
                previous: step.previous.as_ref().map(link),
                next: step.next.as_ref().map(link),
            }),
            steps: self
                .steps
                .iter()
                .enumerate()
                .map(|(at, entry)| {
                    let below =
                        entry.steps.iter().enumerate().map(|pair| stage(pair, None, Vec::new())).collect();
                    stage((at, &entry.nav), entry.description.as_deref().map(|text| chrome.set(text)), below)
                })
                .collect(),
            children: self
                .children
                .iter()
                .map(|(nav, description)| {
                    let LinkView { title, href } = link(nav);
                    ChildView {
                        title,
                        href,
                        description: description.as_deref().map(|text| chrome.set(text)),
                    }
                })
                .collect(),
            roles: self
                .roles
                .iter()
                .filter_map(|key| {
                    let role = chrome.role(key)?;
                    let href = from.page(role.url.as_ref()?, None);
                    Some(RoleView { name: chrome.set(&role.name), href, number: role.number })
                })
                .collect(),
            edit_href: self.edit_href(chrome),
            report_href: self.report_href(chrome),
            reviewed: self.reviewed.map(|(date, overdue)| DayView {
                iso: date.to_string(),
                words: day::words(chrome.facts.language, date),
                overdue,
            }),
            owner: self.owner.as_ref().map(|(name, url, anchor)| OwnerView {
                name: chrome.set(name),
                href: from.page(url, Some(anchor)),
            }),
        });
        let menu = self.menu_view(chrome);
        let more = [
            ("body", template::html(body)),
            ("menu", menu.value),
            ("downloads", self.lists.downloads(chrome, &self.url)),
            ("contacts", self.lists.contacts()),
            ("checklists", self.lists.view(chrome, &self.url)),
        ];
        Noted { value: template::with(page, more), notes: menu.notes }
    }

    /// What templates call `page.menu`.
    fn menu_view(&self, chrome: &Chrome) -> Noted<Shown> {
        let menu = &self.menu;
        if menu.items.is_empty() {
            return Noted::clean(shown(&()));
        }
        let from = chrome.from(&self.url);
        let is_current = |entry: &MenuItem| entry.item.nav.url == self.url;
        let among_siblings = menu.items.iter().any(is_current);
        let mut items =
            String::with_capacity(menu.items.iter().map(|entry| entry.item.beside.len() + 32).sum());
        let mut notes = Vec::new();
        for entry in &menu.items {
            if among_siblings && !is_current(entry) {
                items.push_str(&entry.item.beside);
                continue;
            }
            let LinkView { title, href } = chrome.link(&self.url, &entry.item.nav);
            let (current, number) = (is_current(entry), entry.item.number);
            let children = entry.children.iter().map(|child| child.above.clone()).collect();
            let item = ItemView { title, href, current, number, children };
            items.push_str(&item_html(chrome, item.shown(), &mut notes));
        }
        let up: Vec<LinkView> = menu.up.iter().map(|nav| chrome.link(&self.url, nav)).collect();
        let more = menu.more.as_ref();
        let more = more.map(|(count, url)| MoreView { count: *count, href: from.page(url, None) });
        let items = template::html(&items);
        Noted {
            value: template::map(vec![("up", shown(&up)), ("items", items), ("more", shown(&more))]),
            notes,
        }
    }

    fn edit_href(&self, chrome: &Chrome) -> Option<String> {
        let template = chrome.facts.edit_url.as_deref()?;
        let path = percent(self.source.as_deref()?, "/");
        Some(if template.contains("{path}") {
            template.replace("{path}", &path)
        } else {
            format!("{template}{path}")
        })
    }

    /// A message about this page, prefilled with its name, or the place where errors are reported.
    fn report_href(&self, chrome: &Chrome) -> Option<String> {
        let to = chrome.facts.report_to.as_deref()?;
        if to.contains("://") {
            return Some(to.to_owned());
        }
        let subject = chrome.say_with("report-subject", &[("page", self.title.as_str().into())]);
        let address = chrome.absolute(&self.url).unwrap_or_else(|| self.url.to_string());
        Some(format!("mailto:{to}?subject={}&body={}", percent(&subject, ""), percent(&address, "")))
    }
}

fn percent(text: &str, keep: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let plain =
            byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || keep.as_bytes().contains(&byte);
        if plain {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    out
}

/// Title and address of a page in menus.
pub(super) fn nav(site: &Site, id: PageId) -> Nav {
    let page = site.page(id);
    Nav { title: page.outline.nav_title.clone(), url: page.url.clone() }
}

/// The entries of one level of a menu; the page at hand shows its own children.
pub(super) fn menu_items(plan: &Plan<'_>, ids: &[PageId], current: Option<PageId>) -> Vec<MenuItem> {
    window(ids, current)
        .iter()
        .map(|id| {
            let below = if Some(*id) == current { plan.site.page(*id).children.as_slice() } else { &[] };
            let children = below.iter().take(MENU_LIMIT).map(|child| plan.item(*child).clone()).collect();
            MenuItem { item: plan.item(*id).clone(), children }
        })
        .collect()
}

/// The part of a long level that stands around the page at hand.
pub(super) fn window(ids: &[PageId], current: Option<PageId>) -> &[PageId] {
    if ids.len() <= MENU_LIMIT {
        return ids;
    }
    // Numbers of pages run in reading order, so those of one level are sorted.
    let at = current.and_then(|current| ids.binary_search(&current).ok()).unwrap_or(0);
    let start = at.saturating_sub(MENU_LIMIT / 2).min(ids.len() - MENU_LIMIT);
    &ids[start..start + MENU_LIMIT]
}
