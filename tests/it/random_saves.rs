//! Random saves of a guide in order: titles, headings, tasks, entries of the registry, templates, words and settings, one
//! after the other. After each, the warm build is the clean build, what is shown first is part of it, and many saves take the
//! short way. `random_edits` breaks guides as well.
use crate::random_edits::generator;
use crate::support::{
    RandomNumbers, assert_made_on_request, assert_same, clean_build, first_guide, options, put, read, text,
};
use jalon::model::{Options, SourcePath, Sources};
use jalon::pipeline::{First, build_showing};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lines of front matter, by their keys.
const FRONT: &[&str] = &["title: Un titre", "nav_title: Court", "description: Une description"];

/// Lines of a page, by how they begin.
const TEXT: &[&str] = &["## Un intertitre", "# Un titre", "- [ ] Une tâche", "### Plus bas"];

/// Lines of an entry, by their keys. `N` stands for a digit that changes each time.
const FIELDS: &[&str] = &[
    "  phone: \"01 44 55 66 0N\"",
    "  email: agent-N@exemple.fr",
    "  name: Un nom N",
    "  name: \"Un nom qui a beaucoup plus de mots que les autres noms N\"",
    "  hours: de N h à 17 h",
    "  rank: N",
    "  url: https://exemple.fr/N",
    "  short: RN",
    "  definition: Un mot, N.",
    "  expansion: Un mot entier N",
    "  description: Pour N personnes.",
    "  verified_on: 202N-01-01",
];

/// Lines of the settings, by their keys.
const SETTINGS: &[&str] = &[
    "title: Un guide N",
    "description: Ce guide N",
    "base_url: https://exemple.fr/N/",
    "edit_url: https://exemple.fr/N/{path}",
    "country: DE",
    "language: fr",
    "review: {every: N months}",
    "markdown: {html: none}",
    "check: {levels: {date/review-overdue: error}}",
];

/// Files of the theme, with what they hold.
const THEME: &[(&str, &str)] = &[
    ("guide/theme/templates/parts/footer.html", "<footer>{{ site.title }} N</footer>\n"),
    ("guide/theme/templates/cards/contact.html", "<p>{{ entry.name }} N</p>\n"),
    ("guide/theme/static/style.css", "main { order: N }\n"),
    ("guide/theme/static/redirect.js", "// N\n"),
    ("guide/strings/fr.ftl", "print = Imprimer N\n"),
    ("guide/strings/fr.ftl", "due-before-day = N jours avant\n"),
];

/// A guide and its author.
struct CalmAuthor {
    start: Sources,
    sources: Sources,
    random: RandomNumbers,
    count: usize,
}

impl CalmAuthor {
    /// Makes one save, and says which.
    fn save(&mut self) -> String {
        self.count += 1;
        // All pages change, and nothing is wrong yet: what is open is shown first.
        if self.count == 1 {
            return self.file_of_theme(THEME[0]);
        }
        match self.random.below(16) {
            0..=2 => self.line_of_page(FRONT),
            3..=5 => self.line_of_page(TEXT),
            6..=9 => self.entry(),
            10 => self.order_of_entries(),
            11 => self.comment(),
            12 => self.line_of_settings(),
            13 | 14 => self.theme(),
            _ => self.put_back(),
        }
    }

    fn files(&self, is_wanted: impl Fn(&SourcePath) -> bool) -> Vec<SourcePath> {
        self.sources.keys().filter(|path| is_wanted(path)).cloned().collect()
    }

    fn page(&mut self) -> SourcePath {
        let pages = self.files(|path| path.extension() == "md" && path.in_guide().is_some());
        self.random.pick(&pages).clone()
    }

    fn registry(&mut self) -> SourcePath {
        let files =
            self.files(|path| path.as_str().starts_with("guide/registry/") && path.extension() == "yaml");
        self.random.pick(&files).clone()
    }

    fn text(&self, path: &SourcePath) -> String {
        text(&self.sources, path.as_str()).unwrap_or_default()
    }

    fn filled(&self, words: &str) -> String {
        words.replace('N', &(self.count % 10).to_string())
    }

    /// Replaces one of the lines that begin as another one does.
    fn line(&mut self, path: &SourcePath, line: &str) -> String {
        let begins = line.split_inclusive([':', ']']).next().unwrap_or(line);
        let begins =
            if begins.starts_with('#') { line.split_inclusive(' ').next().unwrap_or(line) } else { begins };
        let line = self.filled(line);
        let before = self.text(path);
        let mut lines: Vec<&str> = before.lines().collect();
        let places: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with(begins)).collect();
        if places.is_empty() {
            return "nothing".to_owned();
        }
        let at = *self.random.pick(&places);
        let line = if path.extension() == "md" { format!("{line} {}", self.count) } else { line };
        lines[at] = &line;
        put(&mut self.sources, path.as_str(), (lines.join("\n") + "\n").as_bytes());
        format!("{path}:{}: {line}", at + 1)
    }

    fn line_of_page(&mut self, lines: &[&str]) -> String {
        let (page, line) = (self.page(), *self.random.pick(lines));
        self.line(&page, line)
    }

    fn entry(&mut self) -> String {
        let (file, line) = (self.registry(), *self.random.pick(FIELDS));
        self.line(&file, line)
    }

    /// Puts the first entry of a file at its end.
    fn order_of_entries(&mut self) -> String {
        let file = self.registry();
        let before = self.text(&file);
        let begins =
            |(at, _): &(usize, &str)| before[at + 1..].starts_with(|letter: char| letter.is_alphabetic());
        let Some((second, _)) = before.match_indices('\n').filter(begins).nth(1) else {
            return "nothing".to_owned();
        };
        let (first, rest) = before.split_at(second + 1);
        put(&mut self.sources, file.as_str(), format!("{rest}\n{first}").as_bytes());
        format!("{file}: another order")
    }

    /// Moves what follows in a file, and changes nothing of it.
    fn comment(&mut self) -> String {
        let file = self.registry();
        let before = self.text(&file);
        put(&mut self.sources, file.as_str(), format!("# {}\n{before}", self.count).as_bytes());
        format!("{file}: a comment")
    }

    fn line_of_settings(&mut self) -> String {
        let path = SourcePath::new("guide/jalon.yaml");
        let line = *self.random.pick(SETTINGS);
        let key = line.split(':').next().unwrap_or(line);
        if self.text(&path).lines().any(|line| line.starts_with(&format!("{key}:"))) {
            return self.line(&path, line);
        }
        let (before, line) = (self.text(&path), self.filled(line));
        put(&mut self.sources, path.as_str(), format!("{before}\n{line}\n").as_bytes());
        line
    }

    fn theme(&mut self) -> String {
        let file = *self.random.pick(THEME);
        self.file_of_theme(file)
    }

    fn file_of_theme(&mut self, (path, words): (&str, &str)) -> String {
        let (path, words) = (self.filled(path), self.filled(words));
        put(&mut self.sources, &path, words.as_bytes());
        path
    }

    /// Takes the edits of one file back.
    fn put_back(&mut self) -> String {
        let files = self.files(|_| true);
        let file = self.random.pick(&files).clone();
        match self.start.get(&file) {
            Some(source) => self.sources.insert(file.clone(), source.clone()),
            None => self.sources.remove(&file),
        };
        format!("{file} put back")
    }
}

/// Saves so many times, and compares after each save.
fn save(sources: Sources, options: Options, seed: u64, saves: usize) {
    let random = RandomNumbers::new(seed);
    let mut author = CalmAuthor { start: sources.clone(), sources, random, count: 0 };
    let mut built = clean_build(&author.sources, options);
    let (mut done, mut short, mut shown_first) = (Vec::new(), 0, 0);
    for number in 1..=saves {
        done.push(author.save());
        let last = done[done.len().saturating_sub(3)..].join("; ");
        let about = format!("seed {seed}, save {number} ({last})");
        let site = built.site.clone().expect("a site");
        let urls: Vec<_> = site.pages.iter().map(|page| &page.url).chain(site.generated.values()).collect();
        let pages: BTreeSet<_> = (0..6).map(|_| (*author.random.pick(&urls)).clone()).collect();
        let shown = RefCell::new(None);
        let show = |files| *shown.borrow_mut() = Some(files);
        let first = First { pages: &pages, show: &show };
        built = build_showing(&author.sources, &[], options, &built, Some(first));
        assert_same(&built, &clean_build(&author.sources, options), &about);
        if !options.holds_pages && number % 6 == 0 {
            assert_made_on_request(&built, &author.sources, options, &about);
        }
        for (path, file) in shown.take().into_iter().flatten() {
            let made = || built.files.get(&path).map(|made| made.value.value.clone());
            let made =
                built.page_at(&path).or_else(made).unwrap_or_else(|| panic!("{path} is made, {about}"));
            assert!(made == file.value.value, "{path} is shown first as it is, {about}");
            shown_first += 1;
        }
        let now = built.site.as_ref().expect("a site");
        short += usize::from(Arc::ptr_eq(&site.by_source, &now.by_source));
    }
    assert!(short * 3 > saves, "seed {seed}: {short} of {saves} saves took the short way");
    assert!(shown_first > 0, "seed {seed}: nothing was shown first");
}

/// The options of `jalon serve`.
fn served() -> Options {
    Options { whole: false, holds_pages: false, ..options() }
}

fn generated(pages: usize) -> Sources {
    let folder = tempfile::tempdir().expect("a folder");
    generator::generate(folder.path(), pages, 5).expect("the guide is written");
    read(folder.path())
}

#[test]
fn after_each_random_save_of_a_small_guide_a_warm_build_is_a_clean_build() {
    for seed in 31..=32 {
        save(generated(12), Options { whole: seed == 31, ..options() }, seed, 60);
    }
}

#[test]
fn after_each_random_save_of_the_first_guide_a_warm_build_is_a_clean_build() {
    for seed in 41..=42 {
        save(first_guide(), served(), seed, 60);
    }
}

#[test]
fn after_each_random_save_of_a_large_guide_a_warm_build_is_a_clean_build() {
    save(generated(260), served(), 51, 60);
}
