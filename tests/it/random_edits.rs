//! Random edits of any file of a guide, one after the other: after each, the warm build is the clean build, byte for byte
//! and diagnostic for diagnostic.
use crate::edits::{EDITS, Work};
use crate::support::{
    RandomNumbers, assert_same, clean_build, first_guide, options, put, read, site_root, text,
};
use jalon::model::{Options, SourcePath, Sources};
use jalon::pipeline::build;

#[path = "../../benches/scale/generator/mod.rs"]
pub(crate) mod generator;

/// Lines that an author may add to a page. `PAGE`, `HEADING` and `ENTRY` stand for those of the guide.
const LINES: &[&str] = &[
    "Une phrase de plus.",
    "Une phrase avec le CCP1, le ZQXW et une zqxw.",
    "Écrire à agent@exemple.fr ou au 01 44 55 66 77, voir https://exemple.fr/plus.",
    "## Un autre intertitre",
    "### Un intertitre sur <ENTRY>",
    "#### Un saut de niveau",
    "Voir [la suite](PAGE).",
    "Voir [la suite](PAGE#HEADING) et [rien](PAGE#nulle-part).",
    "Voir [perdu](nulle-part.md), [vide](#) et [ici](PAGE).",
    "Demander à <ENTRY>.",
    "<ENTRY>",
    "- <ENTRY>\n- <ENTRY>",
    "<contact:*>",
    "<checklist:*>",
    "- [ ] Relire la page avec <ENTRY>.\n- [ ] Faut-il relire ?\n  - [ ] Si oui, relire.",
    "<role:rh>\n\n- [ ] <role:conum> Signer <due:J-3>.",
    "<!-- until: 2026-02-01 -->\nUne nouvelle passée.",
    "<!-- until: 2031-02-01 -->\nUne nouvelle à venir.",
    "[À COMPLÉTER : la date]",
    "<!-- allow placeholder/open: on attend -->\n[À COMPLÉTER : tout]",
    "<!-- allow link/unclear-text: voulu -->\nRien.",
    "<!-- anchor: ancien-nom -->",
    "![Une image](/image.svg)",
    "![](image.svg)",
    "<i>en italique</i> et <kbd>Entrée</kbd>",
    "Le lundi 24 novembre 2026, ou le 31/06/2026, actuellement.",
    "| a | b |\n|---|---|\n| 1 | <ENTRY> |",
    "Une note[^1].\n\n[^1]: La note.",
];

/// Keys that an author may add to front matter.
const KEYS: &[&str] = &[
    "title: Un titre de plus",
    "title: \"\"",
    "nav_title: Court",
    "description: Une description.",
    "summary: [Un, Deux]",
    "draft: true",
    "expires: 2026-01-01\nexpired_reason: Remplacée.",
    "expires: 2031-01-01",
    "slug: autre-adresse",
    "aliases: [/ancienne/, /image.svg]",
    "search: false",
    "last_reviewed_on: 2024-01-01\nreview_in: 6 mois",
    "owner: inconnu",
    "roles: [rh]",
    "steps: [index.md, a.md]",
    "date: 2031-01-01",
    "roles: [",
];

/// A guide that is edited at random.
struct RandomAuthor {
    start: Sources,
    work: Work,
    random: RandomNumbers,
}

impl RandomAuthor {
    /// Makes one edit, and says which.
    fn edit(&mut self) -> String {
        let number = self.random.below(20);
        match number {
            0..=5 => self.in_page(),
            6 | 7 => self.in_front_matter(),
            8..=10 => self.in_line(),
            11 | 12 => self.in_registry(),
            13 => self.files(),
            14 => self.swap(),
            15 => self.put_back(),
            16 if self.random.below(4) == 0 => {
                self.work = Work { sources: self.start.clone(), options: self.work.options };
                "all put back".to_owned()
            }
            _ => {
                let (name, edit) = *self.random.pick(EDITS);
                let Some(next) = self.work.with(edit) else { return "nothing".to_owned() };
                // Such limits leave nothing of a guide.
                if name != "a low number of pages" && name != "home page less" {
                    self.work = next;
                }
                name.to_owned()
            }
        }
    }

    fn paths(&self, is_wanted: impl Fn(&SourcePath) -> bool) -> Vec<SourcePath> {
        self.work.sources.keys().filter(|path| is_wanted(path)).cloned().collect()
    }

    fn page(&mut self) -> SourcePath {
        let pages = self.paths(|path| path.extension() == "md" && path.in_guide().is_some());
        if pages.is_empty() { SourcePath::new("guide/index.md") } else { self.random.pick(&pages).clone() }
    }

    /// The words of the guide for the holes of a line.
    fn filled(&mut self, line: &str, page: &SourcePath) -> String {
        let target = self.page();
        let headings = self.text(&target);
        let headings: Vec<&str> = headings.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        let heading =
            headings.first().copied().unwrap_or("aucun").to_lowercase().replace([' ', '’', '\''], "-");
        let entries: Vec<String> = ["contacts", "tools", "terms", "roles", "resources"]
            .iter()
            .flat_map(|file| {
                let text = self.text(&SourcePath::new(format!("guide/registry/{file}.yaml")));
                let ids =
                    text.lines().filter(|line| line.ends_with(':') && !line.starts_with([' ', '#', '-']));
                let kind = file.trim_end_matches('s');
                ids.map(|id| format!("{kind}:{}", id.trim_end_matches(':'))).collect::<Vec<_>>()
            })
            .collect();
        let entry =
            if entries.is_empty() { "tool:aucun".to_owned() } else { self.random.pick(&entries).clone() };
        let path = target.relative_to(page.folder());
        line.replace("PAGE", &path).replace("HEADING", &heading).replace("ENTRY", &entry)
    }

    fn text(&self, path: &SourcePath) -> String {
        text(&self.work.sources, path.as_str()).unwrap_or_default()
    }

    fn write(&mut self, path: &SourcePath, text: &str) {
        put(&mut self.work.sources, path.as_str(), text.as_bytes());
    }

    /// Adds a line anywhere in the text of a page.
    fn in_page(&mut self) -> String {
        let page = self.page();
        let line = *self.random.pick(LINES);
        let line = self.filled(line, &page);
        let before = self.text(&page);
        let places: Vec<usize> = before.match_indices("\n\n").map(|(at, _)| at + 1).collect();
        let at = if places.is_empty() { before.len() } else { *self.random.pick(&places) };
        self.write(&page, &format!("{}\n{line}\n{}", &before[..at], &before[at..]));
        format!("{page}: {line:?}")
    }

    fn in_front_matter(&mut self) -> String {
        let page = self.page();
        let key = *self.random.pick(KEYS);
        let before = self.text(&page);
        let after = match before.strip_prefix("---\n") {
            Some(rest) => format!("---\n{key}\n{rest}"),
            None => format!("---\n{key}\n---\n{before}"),
        };
        self.write(&page, &after);
        format!("{page}: {key:?}")
    }

    /// Removes, repeats or changes a line of a page.
    fn in_line(&mut self) -> String {
        let page = self.page();
        self.change_line(
            &page,
            &["Un mot de plus", "title: Autre", "## Autre intertitre", "nav_title: Autre"],
        )
    }

    fn change_line(&mut self, path: &SourcePath, others: &[&str]) -> String {
        let before = self.text(path);
        let mut lines: Vec<&str> = before.lines().collect();
        if lines.is_empty() {
            return "nothing".to_owned();
        }
        let at = self.random.below(lines.len());
        let changed;
        match self.random.below(4) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at]),
            2 => {
                changed = format!("{} de plus", lines[at]);
                lines[at] = &changed;
            }
            _ => lines[at] = *self.random.pick(others),
        }
        let after = lines.join("\n") + "\n";
        self.write(path, &after);
        format!("{path}, line {}", at + 1)
    }

    fn in_registry(&mut self) -> String {
        let files =
            self.paths(|path| path.as_str().starts_with("guide/registry/") && path.extension() == "yaml");
        if files.is_empty() {
            return "nothing".to_owned();
        }
        let file = self.random.pick(&files).clone();
        let lines =
            ["  phone: \"01 44 55 66 78\"", "  name: Un autre nom", "  email: autre@exemple.fr", "autre-id:"];
        if self.random.below(2) == 0 {
            let before = self.text(&file);
            let found = before.match_indices(|letter: char| letter.is_ascii_digit());
            let digits: Vec<usize> = found.map(|(at, _)| at).collect();
            if !digits.is_empty() {
                let at = *self.random.pick(&digits);
                let digit = self.random.below(10);
                self.write(&file, &format!("{}{}{}", &before[..at], digit, &before[at + 1..]));
                return format!("{file}, a digit at {at}");
            }
        }
        self.change_line(&file, &lines)
    }

    /// Adds, removes or renames a page.
    fn files(&mut self) -> String {
        let page = self.page();
        let number = self.random.below(40);
        match self.random.below(4) {
            0 if page.as_str() != "guide/index.md" => {
                self.work.sources.remove(&page);
                format!("{page} removed")
            }
            1 if page.as_str() != "guide/index.md" => {
                let Some(source) = self.work.sources.remove(&page) else { return "nothing".to_owned() };
                let new = SourcePath::new(format!("{}/{number}-{}", page.folder(), page.name()));
                self.work.sources.insert(new, source);
                format!("{page} renamed with {number}")
            }
            2 => {
                let new = SourcePath::new(format!("guide/dossier-{}/page-{number}.md", number % 3));
                self.write(&new, &format!("# Page {number}\n\nDu texte.\n\n## Suite\n"));
                format!("{new} added")
            }
            _ => {
                let new = SourcePath::new(format!("guide/fichier-{}.svg", number % 3));
                self.write(&new, &format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{number}\"/>"));
                format!("{new} written")
            }
        }
    }

    /// Lets two pages change places.
    fn swap(&mut self) -> String {
        let (one, other) = (self.page(), self.page());
        let (of_one, of_other) = (self.text(&one), self.text(&other));
        self.write(&one, &of_other);
        self.write(&other, &of_one);
        format!("{one} and {other} swapped")
    }

    /// Takes the edits of one file back.
    fn put_back(&mut self) -> String {
        let page = self.page();
        if let Some(source) = self.start.get(&page).cloned() {
            self.work.sources.insert(page.clone(), source);
        }
        format!("{page} put back")
    }
}

/// Edits a guide so many times, and compares after each edit.
fn edit(sources: Sources, options: Options, seed: u64, edits: usize) {
    let work = Work { sources: sources.clone(), options };
    let mut author = RandomAuthor { start: sources, work, random: RandomNumbers::new(seed) };
    let mut built = clean_build(&author.work.sources, options);
    let mut done = Vec::new();
    for number in 1..=edits {
        done.push(author.edit());
        built = build(&author.work.sources, &[], author.work.options, &built);
        let last = done[done.len().saturating_sub(3)..].join("; ");
        let about = format!("seed {seed}, edit {number} ({last})");
        assert_same(&built, &clean_build(&author.work.sources, author.work.options), &about);
    }
}

/// The options of `jalon serve`.
fn served() -> Options {
    Options { whole: false, ..options() }
}

#[test]
fn after_each_random_edit_of_a_small_guide_a_warm_build_is_a_clean_build() {
    for seed in 1..=4 {
        edit(read(&site_root("small")), Options { whole: seed % 2 == 0, ..options() }, seed, 90);
    }
}

#[test]
fn after_each_random_edit_of_the_first_guide_a_warm_build_is_a_clean_build() {
    for seed in 11..=14 {
        edit(first_guide(), served(), seed, 75);
    }
}

#[test]
fn after_each_random_edit_of_a_large_guide_a_warm_build_is_a_clean_build() {
    let folder = tempfile::tempdir().expect("a folder");
    generator::generate(folder.path(), 260, 3).expect("the guide is written");
    for seed in 21..=22 {
        edit(read(folder.path()), served(), seed, 75);
    }
}
