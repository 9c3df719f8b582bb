//! The menu beside a page.
use super::menu_tree::MenuTree;
use crate::model::{Diagnostic, Nav, Noted, Page, PageId, PageUrl, Site};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::{MENU_LIMIT, SiteContext};
use crate::output::theme::template::{self, TemplateValue};
use crate::stamp::{Stamp, Stamped};
use rayon::prelude::*;

/// The menu beside a page.
#[derive(Clone, Debug, Default, Hash)]
pub(super) struct Menu {
    /// The pages above, without the home page.
    pub(super) up: Vec<Nav>,
    pub(super) items: Vec<MenuItem>,
    /// How many pages of the level are left out, and the page that shows all of them.
    pub(super) more: Option<(usize, PageUrl)>,
    /// All pages of a small guide, instead of the above, and the page that shows the menu if it is one of them.
    pub(super) tree: Option<(Stamped<MenuTree>, Option<PageId>)>,
}

/// An entry of a menu.
#[derive(Clone, Debug, Hash)]
pub(super) struct MenuItem {
    page: Stamped<MenuPage>,
    /// The pages below, if it is the page that shows the menu.
    children: Vec<Stamped<MenuPage>>,
}

/// A page as menus show it. It is made once for all pages beside it, because their addresses of it are the same.
#[derive(Debug)]
pub(super) struct MenuPage {
    nav: Nav,
    number: Option<usize>,
    /// Its entry in the menus of the pages beside it, as HTML.
    beside: String,
}

/// Every page of the guide as menus show it, by its number.
#[derive(Default)]
pub(crate) struct MenuPages {
    pages: Vec<Stamped<MenuPage>>,
    /// All of them together, if menus show them all.
    tree: Option<Stamped<MenuTree>>,
    /// Whether an entry could not be filled.
    pub(crate) is_broken: bool,
}

impl MenuPages {
    /// Diagnostics are about the template of a menu's entry. Entries of the build before are kept where the page has the same
    /// number and is shown the same, if they were made in the same context and all of them could be filled.
    pub(crate) fn new(
        site: &Site,
        context: &Stamped<SiteContext>,
        before: Option<(&Stamped<SiteContext>, &Self)>,
    ) -> Noted<Self> {
        let before = before.filter(|(old, menus)| *old == context && !menus.is_broken);
        let known = before.map_or(&[][..], |(_, menus)| &menus.pages);
        let numbered = site.pages.par_iter().enumerate();
        let made: Vec<_> =
            numbered.map(|(number, page)| MenuPage::new(site, context, page, known.get(number))).collect();
        let tree = MenuTree::new(site, context, before.and_then(|(_, menus)| menus.tree.as_ref()));
        let mut menus = Noted::clean(Self { pages: Vec::with_capacity(made.len()), ..Self::default() });
        if let Some(tree) = tree {
            menus.value.tree = Some(tree.value);
            menus.diagnostics.extend(tree.diagnostics);
        }
        for page in made {
            menus.value.pages.push(page.value);
            menus.diagnostics.extend(page.diagnostics);
        }
        menus.value.is_broken = !menus.diagnostics.is_empty();
        menus
    }

    /// The menu of all pages, for a page that is perhaps one of them. None in a large guide.
    pub(super) fn whole(&self, current: Option<PageId>) -> Option<Menu> {
        let tree = self.tree.clone()?;
        Some(Menu { tree: Some((tree, current)), ..Menu::default() })
    }

    fn get(&self, id: PageId) -> &Stamped<MenuPage> {
        &self.pages[id.0 as usize]
    }

    /// The entries of one level of a menu; the page that shows it has its children below it.
    pub(super) fn items(&self, site: &Site, level: &[PageId], current: Option<PageId>) -> Vec<MenuItem> {
        let item = |id: &PageId| {
            let below = if Some(*id) == current { site.page(*id).children.as_slice() } else { &[] };
            let children = below.iter().take(MENU_LIMIT).map(|child| self.get(*child).clone());
            MenuItem { page: self.get(*id).clone(), children: children.collect() }
        };
        window(level, current).iter().map(item).collect()
    }
}

impl MenuPage {
    fn new(
        site: &Site,
        context: &SiteContext,
        page: &Page,
        before: Option<&Stamped<Self>>,
    ) -> Noted<Stamped<Self>> {
        let nav = Nav { title: page.outline.nav_title.clone(), url: page.url.clone() };
        let number = page.step.as_ref().map(|(number, ..)| *number);
        let parent = page.parent.map_or(&page.url, |parent| &site.page(parent).url);
        let stamp = Stamp::of(&(&nav, number, parent));
        if let Some(before) = before.filter(|before| before.stamp() == stamp) {
            return Noted::clean(before.clone());
        }
        let beside = PageUrl::new(format!("{parent}-/"));
        let from = context.addresses.relative_to(&beside);
        let entry = EntryView { from, nav: &nav, is_current: false, number, children: Vec::new() };
        let mut diagnostics = Vec::new();
        let beside = entry_html(context, entry.value(context), &mut diagnostics);
        Noted { value: Stamped::with(Self { nav, number, beside }, stamp), diagnostics }
    }
}

/// An entry of a menu on one page.
struct EntryView<'a> {
    from: RelativeTo<'a>,
    nav: &'a Nav,
    is_current: bool,
    number: Option<usize>,
    children: Vec<TemplateValue>,
}

impl EntryView<'_> {
    fn value(self, context: &SiteContext) -> TemplateValue {
        template::map(&[
            ("title", context.text.typeset(&self.nav.title).into()),
            ("href", self.from.page(&self.nav.url, None).into()),
            ("current", self.is_current.into()),
            ("number", self.number.into()),
            ("children", template::list(self.children)),
            ("below", ().into()),
        ])
    }
}

fn entry_html(context: &SiteContext, entry: TemplateValue, diagnostics: &mut Vec<Diagnostic>) -> String {
    let made = context.fill("parts/menu-item.html", vec![("item", entry)], 256);
    diagnostics.extend(made.diagnostics);
    String::from_utf8_lossy(&made.value).into_owned()
}

impl Menu {
    /// What templates call `page.menu`, on the page at `url`.
    pub(super) fn view(
        &self,
        url: &PageUrl,
        context: &SiteContext,
        from: RelativeTo<'_>,
    ) -> Noted<TemplateValue> {
        if let Some((tree, current)) = &self.tree
            && let Some(entries) = tree.items((url, *current), context, from)
        {
            let none = template::list([]);
            let items = ("items", template::html(&entries.value));
            let value = template::map(&[("up", none), items, ("more", ().into())]);
            return Noted { value, diagnostics: entries.diagnostics };
        }
        if self.items.is_empty() {
            return Noted::clean(().into());
        }
        let is_current = |item: &MenuItem| item.page.nav.url == *url;
        let is_among_siblings = self.items.iter().any(is_current);
        let mut items =
            String::with_capacity(self.items.iter().map(|item| item.page.beside.len() + 32).sum());
        let mut diagnostics = Vec::new();
        for item in &self.items {
            if is_among_siblings && !is_current(item) {
                items.push_str(&item.page.beside);
                continue;
            }
            let below = |nav| EntryView { from, nav, is_current: false, number: None, children: Vec::new() };
            let children = item.children.iter().map(|child| below(&child.nav).value(context)).collect();
            let (nav, number) = (&item.page.nav, item.page.number);
            let entry = EntryView { from, nav, is_current: is_current(item), number, children };
            items.push_str(&entry_html(context, entry.value(context), &mut diagnostics));
        }
        let more = self.more.as_ref().map(|(count, url)| {
            template::map(&[("count", (*count).into()), ("href", from.page(url, None).into())])
        });
        let up: Vec<_> = self.up.iter().map(|nav| context.link(from, nav)).collect();
        let value = template::map(&[
            ("up", template::value(&up)),
            ("items", template::html(&items)),
            ("more", more.into()),
        ]);
        Noted { value, diagnostics }
    }
}

/// The part of a long level around the page that shows the menu.
pub(super) fn window(level: &[PageId], current: Option<PageId>) -> &[PageId] {
    if level.len() <= MENU_LIMIT {
        return level;
    }
    // Pages are numbered in reading order, so the numbers of one level are sorted.
    let at = current.and_then(|current| level.binary_search(&current).ok()).unwrap_or(0);
    let start = at.saturating_sub(MENU_LIMIT / 2).min(level.len() - MENU_LIMIT);
    &level[start..start + MENU_LIMIT]
}
