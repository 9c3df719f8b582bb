//! Pages by their files, addresses and anchors, and what a target means.
use crate::import::source::book::Program;
use crate::import::source::paths::{folder, is_elsewhere, is_markdown, join, stem};
use crate::model::ForeignTree;
use crate::text::percent::decode;
use crate::text::slug::slug;
use std::collections::BTreeMap;

/// What a target leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Meaning {
    /// A page by its number, and a place in it.
    Page(usize, Option<String>),
    /// A file of the tree.
    File(String),
    /// Another site, a mail address, a telephone.
    Elsewhere,
    /// A place in the same page.
    Here(String),
    /// A page of the tree that is none of the site.
    NoPage(String),
    /// What a former address of the source led to on another site.
    Moved(String),
    /// A part of a program, by its name in `DocFX`.
    NoUid(String),
    /// Nothing.
    Missing,
}

/// A place of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum PagePlace<'a> {
    /// Its title, which is the top of the page.
    Top,
    Anchor(&'a str),
}

/// The most places of a page that are compared without their accents.
const COMPARED: usize = 2000;

/// The places of a page: the id in the source, and the anchor that leads there in the guide; none for its title.
pub(in crate::import) type Places = BTreeMap<String, Option<String>>;

/// Where everything is.
#[derive(Debug, Default)]
pub(in crate::import) struct LinkMap<'a> {
    by_file: BTreeMap<&'a str, usize>,
    by_address: BTreeMap<String, usize>,
    /// Pages by the names of their files alone; none where two have one.
    by_name: BTreeMap<String, Option<usize>>,
    /// The parts without a page, by the folder that they stand for.
    by_folder: BTreeMap<String, usize>,
    /// The paths of all files in small letters.
    small: BTreeMap<String, &'a str>,
    /// Pages by the names that they have in `DocFX`.
    by_uid: BTreeMap<&'a str, usize>,
    /// Pages by the ids in them that no other page has, where links may name an id alone.
    by_place: BTreeMap<String, Option<usize>>,
    places: Vec<Places>,
    /// The addresses that readers saw, by the numbers of pages.
    addresses: Vec<String>,
    /// What former addresses of the settings lead to.
    former: BTreeMap<String, Meaning>,
}

impl<'a> LinkMap<'a> {
    /// Adds the names of all files, for links with other capitals.
    pub(in crate::import) fn of(tree: &'a ForeignTree) -> Self {
        let mut map = Self::default();
        for path in tree.files.keys() {
            map.small.entry(path.to_lowercase()).or_insert(path);
        }
        map
    }

    /// Adds a page. To be called in the order of their numbers.
    pub(in crate::import) fn add(&mut self, source: &'a str, addresses: &[String], places: Places) {
        let number = self.places.len();
        self.places.push(places);
        self.addresses.push(addresses.first().cloned().unwrap_or_default());
        if source.is_empty() {
            return;
        }
        self.by_file.entry(source).or_insert(number);
        for address in addresses {
            self.by_address.entry(key(address)).or_insert(number);
        }
        let slot = self.by_name.entry(stem(source).to_lowercase()).or_insert(Some(number));
        if *slot != Some(number) {
            *slot = None;
        }
    }

    /// The address that readers saw of a page; empty if it had none.
    pub(in crate::import) fn address(&self, number: usize) -> &str {
        self.addresses.get(number).map_or("", String::as_str)
    }

    /// Whether a target from the root of the site is in a part of the site that is not imported: a folder of Markdown beside that
    /// of the pages, such as a blog.
    pub(in crate::import) fn is_left_out(&self, program: &Program, target: &str) -> bool {
        let inside = target.strip_prefix(program.base.as_str()).unwrap_or_default();
        let first = inside.split(['/', '#', '?']).next().filter(|first| !first.is_empty());
        let Some(folder) = first.and_then(|first| join(&program.folder, first)) else { return false };
        let prefix = format!("{}/", folder.to_lowercase());
        let mut below = self.small.range(prefix.clone()..).take_while(|(path, _)| path.starts_with(&prefix));
        program.way(&format!("{folder}/x")).is_none()
            && below.any(|(_, path)| is_markdown(path) && !self.by_file.contains_key(path))
    }

    /// Adds a further address of a page.
    pub(in crate::import) fn add_address(&mut self, address: &str, number: usize) {
        self.by_address.entry(key(address)).or_insert(number);
    }

    /// Adds a former address of the settings. A page that has it keeps it: false then.
    pub(in crate::import) fn add_former(&mut self, address: &str, meaning: Meaning) -> bool {
        let key = key(address);
        let is_free = !self.by_address.contains_key(&key) && !self.former.contains_key(&key);
        if is_free {
            self.former.insert(key, meaning);
        }
        is_free
    }

    /// The page at an address, or what a former one leads to.
    fn at(&self, address: &str) -> Option<Meaning> {
        let key = key(address);
        let page = self.by_address.get(&key).map(|number| Meaning::Page(*number, None));
        page.or_else(|| self.former.get(&key).cloned())
    }

    /// Adds a page by the name that it has in `DocFX`.
    pub(in crate::import) fn add_uid(&mut self, uid: &'a str, number: usize) {
        self.by_uid.entry(uid).or_insert(number);
    }

    /// Lets links name the id of a heading alone, whatever its page.
    pub(in crate::import) fn index_places(&mut self) {
        for (number, places) in self.places.iter().enumerate() {
            for id in places.keys() {
                let slot = self.by_place.entry(id.clone()).or_insert(Some(number));
                if *slot != Some(number) {
                    *slot = None;
                }
            }
        }
    }

    /// The page with an id: the given one, or the only one of the site.
    pub(in crate::import) fn page_with(&self, page: usize, id: &str) -> Option<usize> {
        let is_here = self.places.get(page).is_some_and(|places| places.contains_key(id));
        if is_here { Some(page) } else { self.by_place.get(id).copied().flatten() }
    }

    /// Adds a folder of the source for which a part of the guide stands.
    pub(in crate::import) fn add_folder(&mut self, folder: &str, number: usize) {
        self.by_folder.entry(folder.to_owned()).or_insert(number);
    }

    /// What a target means in a page of a file.
    pub(in crate::import) fn read(
        &self,
        tree: &ForeignTree,
        program: &Program,
        file: &str,
        target: &str,
    ) -> Meaning {
        let target = target.trim();
        let target = match &program.site {
            Some(site) => target
                .strip_prefix(site.as_str())
                .map_or(target.to_owned(), |rest| format!("{}{rest}", program.base)),
            None => target.to_owned(),
        };
        if let Some(uid) = target.strip_prefix("xref:") {
            let (uid, place) = uid.split_once('#').map_or((uid, None), |(uid, place)| (uid, Some(place)));
            let uid = decode(uid.split('?').next().unwrap_or_default()).unwrap_or_default();
            let page = self.by_uid.get(uid.as_ref());
            return page.map_or(Meaning::NoUid(uid.into_owned()), |page| {
                Meaning::Page(*page, place.map(str::to_owned))
            });
        }
        if is_elsewhere(&target) || target.is_empty() {
            return Meaning::Elsewhere;
        }
        let (path, place) =
            target.split_once('#').map_or((target.as_str(), None), |(path, place)| (path, Some(place)));
        let place = place
            .filter(|place| !place.is_empty())
            .map(|place| decode(place).unwrap_or_default().into_owned());
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() {
            return place.map_or(Meaning::Missing, Meaning::Here);
        }
        let path = decode(path).unwrap_or_default().into_owned();
        let path = path
            .strip_prefix("@site/")
            .or_else(|| path.strip_prefix("@/"))
            .or_else(|| path.strip_prefix("~/"))
            .map_or(path.clone(), |rest| format!("/{rest}"));
        let found = if let Some(inside) = path.strip_prefix('/') {
            self.absolute(tree, program, file, inside)
        } else {
            self.relative(tree, program, file, &path)
        };
        match found {
            Some(Meaning::Page(number, own)) => Meaning::Page(number, place.or(own)),
            Some(found) => found,
            None => Meaning::Missing,
        }
    }

    /// A target from the root of the site.
    fn absolute(&self, tree: &ForeignTree, program: &Program, file: &str, inside: &str) -> Option<Meaning> {
        let base = program.base.trim_matches('/');
        let below_base = inside.strip_prefix(base).filter(|_| !base.is_empty());
        let ways = [below_base.map(|rest| rest.trim_start_matches('/')), Some(inside)];
        for way in ways.into_iter().flatten() {
            if let Some(found) = self.at(way).or_else(|| self.of_version(program, way)) {
                return Some(found);
            }
            for root in program.roots(file) {
                if let Some(found) = join(root, way).and_then(|path| self.file(tree, &path)) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// The page for which an address in another version of the pages stands.
    fn of_version(&self, program: &Program, way: &str) -> Option<Meaning> {
        let rests = program.other_versions.iter().filter_map(|other| way.strip_prefix(other.prefix.as_str()));
        rests
            .flat_map(|rest| program.folders.iter().map(move |folder| format!("{}{rest}", folder.prefix)))
            .find_map(|address| self.at(&address))
    }

    /// A target from the folder of a file, or from the address of its page.
    fn relative(&self, tree: &ForeignTree, program: &Program, file: &str, way: &str) -> Option<Meaning> {
        if let Some(found) = join(folder(file), way).and_then(|path| self.file(tree, &path)) {
            return Some(found);
        }
        // `../b/` from the address `/a/` of a page is `b` beside it.
        let (inside, prefix) = program.place(file).unwrap_or((file, ""));
        let inside = format!("{prefix}{inside}");
        let own = inside.rsplit_once('.').map_or(inside.as_str(), |(own, _)| own);
        for from in [own, folder(&inside)] {
            let address = join(from, way);
            if let Some(found) = address.and_then(|address| self.at(&address)) {
                return Some(found);
            }
        }
        let from_address = join(file.rsplit_once('.').map_or(file, |(own, _)| own), way);
        if let Some(found) = from_address.and_then(|path| self.file(tree, &path)) {
            return Some(found);
        }
        // From its address, where that is not made of its path: `permalink: /other/`.
        let address = self.by_file.get(file).map(|number| self.address(*number));
        let folder = address.and_then(|address| address.rsplit_once('/')).map(|(folder, _)| folder);
        let inside = folder.and_then(|folder| join(folder.trim_start_matches('/'), way));
        if let Some(found) = inside.and_then(|inside| self.absolute(tree, program, file, &inside)) {
            return Some(found);
        }
        // From the root, or the folders of files for it, as some programs try last.
        let roots = program.roots(file).filter(|root| !root.is_empty() && !way.starts_with('.'));
        roots.filter_map(|root| join(root, way)).find_map(|path| self.file(tree, &path))
    }

    /// The page or file at a path, or at one that a program takes for it.
    fn file(&self, tree: &ForeignTree, path: &str) -> Option<Meaning> {
        let bare = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")).unwrap_or(path);
        let bare = bare.strip_suffix("/index").unwrap_or(bare).trim_end_matches('/');
        let inside = |name: &str| if bare.is_empty() { name.to_owned() } else { format!("{bare}/{name}") };
        let mut candidates =
            vec![path.to_owned(), format!("{bare}.md"), format!("{bare}.mdx"), format!("{bare}.markdown")];
        candidates.extend(["index.md", "README.md", "_index.md", "index.mdx", "readme.md"].map(inside));
        for candidate in &candidates {
            if let Some(number) = self.by_file.get(candidate.as_str()) {
                return Some(Meaning::Page(*number, None));
            }
        }
        if let Some(number) = self.by_folder.get(bare) {
            return Some(Meaning::Page(*number, None));
        }
        for candidate in &candidates {
            let Some(real) = self.small.get(&candidate.to_lowercase()) else { continue };
            if let Some(number) = self.by_file.get(real) {
                return Some(Meaning::Page(*number, None));
            }
            if is_markdown(real) {
                return Some(Meaning::NoPage((*real).to_owned()));
            }
            if candidate == path && tree.files.contains_key(*real) {
                return Some(Meaning::File((*real).to_owned()));
            }
        }
        None
    }

    /// A page by the name of its file alone: `[[name]]`.
    pub(in crate::import) fn named(&self, name: &str) -> Option<usize> {
        let bare = name.rsplit('/').next().unwrap_or(name).to_lowercase();
        let spaced = bare.replace(' ', "-");
        let found = self.by_name.get(&bare).or_else(|| self.by_name.get(&spaced));
        found.copied().flatten()
    }

    /// A place of a page by its former id, whatever its accents and capitals.
    pub(in crate::import) fn place(&self, page: usize, id: &str) -> Option<PagePlace<'_>> {
        let places = self.places.get(page)?;
        let wanted = slug(id);
        let is_near = |(known, _): &(&String, &Option<String>)| !wanted.is_empty() && slug(known) == wanted;
        let near = || places.iter().take(COMPARED).find(is_near).map(|(_, anchor)| anchor);
        let anchor = places.get(id).or_else(near)?;
        Some(anchor.as_deref().map_or(PagePlace::Top, PagePlace::Anchor))
    }
}

/// The form in which addresses of the source are compared, for links.
fn key(address: &str) -> String {
    let bare = address.trim_start_matches('/');
    let bare = bare.strip_suffix("index.html").unwrap_or(bare);
    let bare = bare.strip_suffix(".html").or_else(|| bare.strip_suffix(".htm")).unwrap_or(bare);
    bare.trim_end_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::book::AddressRule;
    use crate::import::source::slugs::SlugRule;
    use crate::model::{Bytes, ForeignFile, ForeignKind};

    #[test]
    fn targets_are_read_as_programs_do() {
        let names = [
            "docs/index.md",
            "docs/a.md",
            "docs/b/README.md",
            "docs/b/c d.md",
            "docs/img/x.png",
            "static/y.pdf",
            "other.md",
        ];
        let file = |name: &&str| ((*name).to_owned(), ForeignFile { size: 1, bytes: Some(Bytes::new()) });
        let tree = ForeignTree { files: names.iter().map(file).collect(), ..ForeignTree::default() };
        let mut program = Program::new(ForeignKind::Mkdocs, "docs", SlugRule::Github, AddressRule::Folder);
        program.at("https://a.fr/base/");
        program.statics = vec!["static".into()];
        let mut map = LinkMap::of(&tree);
        let places: Places =
            [("l-été".to_owned(), Some("l-été".to_owned())), ("top".to_owned(), None)].into();
        map.add("docs/index.md", &["/".into()], Places::new());
        map.add("docs/a.md", &["/a/".into(), "/a.html".into()], places);
        map.add("docs/b/README.md", &["/b/".into()], Places::new());
        map.add("docs/b/c d.md", &["/b/c d/".into()], Places::new());
        let read = |target: &str| map.read(&tree, &program, "docs/b/README.md", target);
        let page = |number, place: Option<&str>| Meaning::Page(number, place.map(str::to_owned));
        assert_eq!(read("../a.md#x"), page(1, Some("x")));
        for to_a in ["../a/", "../a.html", "/a/", "/base/a/", "https://a.fr/base/a/", "../A.md", "/a?x"] {
            assert_eq!(read(to_a), page(1, None), "{to_a}");
        }
        assert_eq!((read("c%20d.md"), read("../"), read(".")), (page(3, None), page(0, None), page(2, None)));
        assert_eq!(read("../img/x.png"), Meaning::File("docs/img/x.png".into()));
        assert_eq!(read("/y.pdf"), Meaning::File("static/y.pdf".into()));
        assert_eq!(read("../../other.md"), Meaning::NoPage("other.md".into()));
        assert_eq!((read("mailto:a@b.fr"), read("#x")), (Meaning::Elsewhere, Meaning::Here("x".into())));
        for nothing in ["../../../etc/passwd", "/etc/passwd", "none.md", "../../../../a.md"] {
            assert_eq!(read(nothing), Meaning::Missing, "{nothing}");
        }
        let found = (map.place(1, "l-ete"), map.place(1, "top"), map.place(1, "no"));
        assert_eq!(found, (Some(PagePlace::Anchor("l-été")), Some(PagePlace::Top), None));
        assert_eq!(map.named("c d"), Some(3));
    }
}
