//! What templates call `page`, and what it is made from.
use super::checklists::Lists;
use crate::model::{Anchor, Date, Diagnostic, EntryKey, Nav, Noted, Page, PageId, PageUrl, Site};
use crate::output::Plan;
use crate::output::shared::address;
use crate::output::shared::chrome::{Chrome, LinkView, MENU_LIMIT};
use crate::output::theme::template::{self, Shown, shown};
use crate::stamp::{Stamp, Stamped};
use crate::text::day;
use crate::text::escape::to_html as escaped;
use rayon::prelude::*;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write as _;

/// All that the frame of a page depends on, beside the chrome.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Frame {
    pub(crate) kind: &'static str,
    pub(crate) url: PageUrl,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) summary: Vec<String>,
    pub(crate) contents: Vec<(u8, Anchor, String)>,
    pub(crate) breadcrumb: Vec<Nav>,
    pub(crate) menu: Menu,
    pub(crate) previous: Option<Nav>,
    pub(crate) next: Option<Nav>,
    pub(crate) step: Option<Step>,
    pub(crate) steps: Vec<Stage>,
    pub(crate) children: Vec<(Nav, Option<String>)>,
    pub(crate) roles: Vec<EntryKey>,
    /// The source file below the project root, for the edit link.
    pub(crate) source: Option<String>,
    pub(crate) reviewed: Option<(Date, bool)>,
    pub(crate) owner: Option<(String, PageUrl, Anchor)>,
    pub(crate) lists: Lists,
}

/// The menu beside a page.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Menu {
    pub(crate) up: Vec<Nav>,
    pub(crate) items: Vec<MenuItem>,
    /// How many pages are not shown, and where all are.
    pub(crate) more: Option<(usize, PageUrl)>,
}

/// An entry of a menu.
#[derive(Clone, Debug, Hash)]
pub(crate) struct MenuItem {
    pub(crate) item: Stamped<Item>,
    /// The pages below it, for the page at hand.
    pub(crate) children: Vec<Stamped<Item>>,
}

/// A page as menus show it, made once for all pages beside it and once for all above it: their addresses of it are the
/// same.
#[derive(Debug)]
pub(crate) struct Item {
    nav: Nav,
    number: Option<usize>,
    /// Its entry as HTML, in the menus of the pages beside it.
    beside: String,
    above: Shown,
}

impl Item {
    /// Each page of the guide, by its number, and what there is to say about the theme.
    pub(crate) fn all(site: &Site, chrome: &Chrome) -> Noted<Vec<Stamped<Self>>> {
        let made: Vec<_> = site.pages.par_iter().map(|page| Self::new(site, chrome, page)).collect();
        let mut items = Noted::clean(Vec::with_capacity(made.len()));
        for item in made {
            items.value.push(item.value);
            items.diagnostics.extend(item.diagnostics);
        }
        items
    }

    fn new(site: &Site, chrome: &Chrome, page: &Page) -> Noted<Stamped<Self>> {
        let nav = Nav { title: page.outline.nav_title.clone(), url: page.url.clone() };
        let number = page.step.as_ref().map(|(number, ..)| *number);
        let stamp = Stamp::of(&(&nav, number));
        let parent = page.parent.map_or(&page.url, |parent| &site.page(parent).url);
        let seen = |from: &PageUrl, number| {
            ItemView { from: chrome.from(from), nav: &nav, current: false, number, children: Vec::new() }
                .shown(chrome)
        };
        let mut diagnostics = Vec::new();
        let beside = item_html(chrome, seen(&PageUrl::new(format!("{parent}-/")), number), &mut diagnostics);
        let above = seen(parent, None);
        Noted { value: Stamped::with(Self { nav, number, beside, above }, stamp), diagnostics }
    }
}

/// Where a page stands in a journey.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Step {
    pub(crate) number: usize,
    pub(crate) total: usize,
    pub(crate) section: Nav,
    pub(crate) previous: Option<Nav>,
    pub(crate) next: Option<Nav>,
}

/// A step of a journey as its beginning shows it.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Stage {
    pub(crate) nav: Nav,
    pub(crate) description: Option<String>,
    pub(crate) steps: Vec<Nav>,
}

#[derive(Serialize)]
struct HeadingView<'a> {
    level: u8,
    anchor: &'a str,
    title: Cow<'a, str>,
}

#[derive(Serialize)]
struct ChildView<'a> {
    title: Cow<'a, str>,
    href: String,
    description: Option<Cow<'a, str>>,
}

/// An entry of a menu on one page.
struct ItemView<'a> {
    from: address::From<'a>,
    nav: &'a Nav,
    current: bool,
    number: Option<usize>,
    children: Vec<Shown>,
}

impl ItemView<'_> {
    fn shown(self, chrome: &Chrome) -> Shown {
        template::map(&[
            ("title", chrome.lent(&self.nav.title).into()),
            ("href", self.from.page(&self.nav.url, None).into()),
            ("current", self.current.into()),
            ("number", self.number.into()),
            ("children", template::list(self.children)),
        ])
    }
}

/// An entry of a menu as HTML.
fn item_html(chrome: &Chrome, item: Shown, diagnostics: &mut Vec<Diagnostic>) -> String {
    let made = chrome.templates.value.fill("parts/menu-item.html", vec![("item", item)], 256);
    diagnostics.extend(made.diagnostics);
    String::from_utf8_lossy(&made.value).into_owned()
}

impl Frame {
    /// The frame of a page that Jalon writes by itself.
    pub(crate) fn generated(kind: &'static str, url: PageUrl, title: String, plan: &Plan<'_>) -> Self {
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
    pub(crate) fn view(&self, chrome: &Chrome, body: &str) -> Noted<Shown> {
        let from = chrome.from(&self.url);
        let link = |nav| chrome.link(from, nav);
        let text = |text: &Option<String>| text.as_deref().map(|text| chrome.lent(text)).into();
        let title = chrome.set(&self.title);
        let site_title = chrome.set(&chrome.facts.title);
        let head_title = if self.kind == "home" || title == site_title {
            title.clone()
        } else {
            format!("{title} – {site_title}")
        };
        let canonical =
            chrome.absolute(&self.url).filter(|_| !matches!(self.kind, "not-found" | "withdrawn" | "gone"));
        let menu = self.menu_view(chrome, from);
        let page = template::map(&[
            ("kind", self.kind.into()),
            ("head_title", head_title.into()),
            ("title", title.into()),
            ("description", text(&self.description)),
            ("summary", template::list(self.summary.iter().map(|line| escaped(&chrome.set(line)).into()))),
            ("canonical", canonical.into()),
            ("noindex", matches!(self.kind, "not-found" | "search" | "withdrawn" | "gone").into()),
            ("contents", self.contents_view(chrome)),
            ("breadcrumb", shown(&self.breadcrumb.iter().map(link).collect::<Vec<_>>())),
            ("previous", shown(&self.previous.as_ref().map(link))),
            ("next", shown(&self.next.as_ref().map(link))),
            ("step", self.step.as_ref().map(|step| step.view(chrome, from)).into()),
            (
                "steps",
                template::list(self.steps.iter().enumerate().map(|(at, stage)| stage.view(at, chrome, from))),
            ),
            ("children", self.children_view(chrome, from)),
            ("roles", template::list(self.roles.iter().filter_map(|key| role_view(key, chrome, from)))),
            ("edit_href", self.edit_href(chrome).into()),
            ("report_href", self.report_href(chrome).into()),
            ("reviewed", self.reviewed_view(chrome)),
            ("owner", self.owner_view(chrome, from)),
            ("body", template::html(body)),
            ("menu", menu.value),
            ("downloads", self.lists.downloads(chrome, from)),
            ("contacts", self.lists.contacts()),
            ("checklists", self.lists.view(chrome, from)),
        ]);
        Noted { value: page, diagnostics: menu.diagnostics }
    }

    fn contents_view(&self, chrome: &Chrome) -> Shown {
        let views = self.contents.iter().map(|(level, anchor, title)| HeadingView {
            level: *level,
            anchor: anchor.as_str(),
            title: chrome.lent(title),
        });
        shown(&views.collect::<Vec<_>>())
    }

    fn children_view(&self, chrome: &Chrome, from: address::From<'_>) -> Shown {
        let views = self.children.iter().map(|(nav, description)| {
            let LinkView { title, href } = chrome.link(from, nav);
            ChildView { title, href, description: description.as_deref().map(|text| chrome.lent(text)) }
        });
        shown(&views.collect::<Vec<_>>())
    }

    fn reviewed_view(&self, chrome: &Chrome) -> Shown {
        let view = |(date, overdue): (Date, bool)| {
            template::map(&[
                ("iso", date.to_string().into()),
                ("words", day::words(chrome.facts.language, date).into()),
                ("overdue", overdue.into()),
            ])
        };
        self.reviewed.map(view).into()
    }

    fn owner_view(&self, chrome: &Chrome, from: address::From<'_>) -> Shown {
        let owner = self.owner.as_ref();
        let view = |(name, url, anchor): &(String, PageUrl, Anchor)| {
            template::map(&[
                ("name", chrome.lent(name).into()),
                ("href", from.page(url, Some(anchor)).into()),
            ])
        };
        owner.map(view).into()
    }

    /// What templates call `page.menu`.
    fn menu_view(&self, chrome: &Chrome, from: address::From<'_>) -> Noted<Shown> {
        let menu = &self.menu;
        if menu.items.is_empty() {
            return Noted::clean(().into());
        }
        let is_current = |entry: &MenuItem| entry.item.nav.url == self.url;
        let among_siblings = menu.items.iter().any(is_current);
        let mut items =
            String::with_capacity(menu.items.iter().map(|entry| entry.item.beside.len() + 32).sum());
        let mut diagnostics = Vec::new();
        for entry in &menu.items {
            if among_siblings && !is_current(entry) {
                items.push_str(&entry.item.beside);
                continue;
            }
            let children = entry.children.iter().map(|child| child.above.clone()).collect();
            let (nav, current, number) = (&entry.item.nav, is_current(entry), entry.item.number);
            let item = ItemView { from, nav, current, number, children };
            items.push_str(&item_html(chrome, item.shown(chrome), &mut diagnostics));
        }
        let more = menu.more.as_ref().map(|(count, url)| {
            template::map(&[("count", (*count).into()), ("href", from.page(url, None).into())])
        });
        let value = template::map(&[
            ("up", shown(&menu.up.iter().map(|nav| chrome.link(from, nav)).collect::<Vec<_>>())),
            ("items", template::html(&items)),
            ("more", more.into()),
        ]);
        Noted { value, diagnostics }
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

impl Step {
    fn view(&self, chrome: &Chrome, from: address::From<'_>) -> Shown {
        let link = |nav: &Option<Nav>| shown(&nav.as_ref().map(|nav| chrome.link(from, nav)));
        template::map(&[
            ("number", self.number.into()),
            ("total", self.total.into()),
            ("section", chrome.lent(&self.section.title).into()),
            ("section_href", from.page(&self.section.url, None).into()),
            ("previous", link(&self.previous)),
            ("next", link(&self.next)),
        ])
    }
}

impl Stage {
    /// Its view as the stage number `at`, from 0.
    fn view(&self, at: usize, chrome: &Chrome, from: address::From<'_>) -> Shown {
        let number = |at: usize| ("number", (at + 1).into());
        let link = |nav: &Nav| {
            let LinkView { title, href } = chrome.link(from, nav);
            [("title", title.into()), ("href", href.into())]
        };
        let description = |text: Option<&str>| ("description", text.map(|text| chrome.lent(text)).into());
        let below = self.steps.iter().enumerate().map(|(at, nav)| {
            let [title, href] = link(nav);
            template::map(&[number(at), title, href, description(None), ("steps", template::list([]))])
        });
        let [title, href] = link(&self.nav);
        let steps = ("steps", template::list(below));
        template::map(&[number(at), title, href, description(self.description.as_deref()), steps])
    }
}

fn role_view(key: &EntryKey, chrome: &Chrome, from: address::From<'_>) -> Option<Shown> {
    let role = chrome.role(key)?;
    let href = from.page(role.url.as_ref()?, None);
    let name = chrome.lent(&role.name);
    Some(template::map(&[("name", name.into()), ("href", href.into()), ("number", role.number.into())]))
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
pub(crate) fn nav(site: &Site, id: PageId) -> Nav {
    let page = site.page(id);
    Nav { title: page.outline.nav_title.clone(), url: page.url.clone() }
}

/// The entries of one level of a menu; the page at hand shows its own children.
pub(crate) fn menu_items(plan: &Plan<'_>, ids: &[PageId], current: Option<PageId>) -> Vec<MenuItem> {
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
pub(crate) fn window(ids: &[PageId], current: Option<PageId>) -> &[PageId] {
    if ids.len() <= MENU_LIMIT {
        return ids;
    }
    // Numbers of pages run in reading order, so those of one level are sorted.
    let at = current.and_then(|current| ids.binary_search(&current).ok()).unwrap_or(0);
    let start = at.saturating_sub(MENU_LIMIT / 2).min(ids.len() - MENU_LIMIT);
    &ids[start..start + MENU_LIMIT]
}
