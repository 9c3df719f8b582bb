//! The text of one page of the generated guide.

use super::random::RandomNumbers;
use super::registry::{self, CONTACTS, RESOURCES, TERMS, TOOLS};
use super::words::{ALERTS, DETAILS, FOOTNOTES, HELP, INTERLUDES, OBJECTS, PARTS, SUBJECTS, VERBS, WHEN};
use super::{Page, headings, place, slug, title};

/// The text of one page as an author would write it.
pub(super) fn text(tree: &[Page], number: usize, seed: u64) -> String {
    let mut random = RandomNumbers::of_page(number, seed, 2);
    let headings = headings(number, seed);
    let place = place(number, seed);
    let object = random.pick(OBJECTS);
    let out = String::with_capacity(6_000);
    let mut text = Text { tree, number, seed, random: &mut random, out, asides: 0, used: Used::default() };
    text.block(&format!(
        "---\ntitle: \"{}\"\ndescription: \"Ce qu’il faut savoir sur {object} à {place}.\"\n---",
        headings[0],
    ));
    text.paragraph(3);
    let mut kinds = [Part::Tasks, Part::Table, Part::Steps, Part::Cards, Part::Alert];
    text.random.shuffle(&mut kinds);
    for (part, heading) in headings[1..].iter().enumerate() {
        text.block(&format!("## {heading}"));
        text.part(kinds[part], part);
    }
    text.children();
    text.out
}

/// What a part of a page has besides its paragraphs.
#[derive(Clone, Copy)]
enum Part {
    Tasks,
    Table,
    Steps,
    Cards,
    Alert,
}

/// A page while it is written.
struct Text<'a> {
    tree: &'a [Page],
    number: usize,
    seed: u64,
    random: &'a mut RandomNumbers,
    out: String,
    /// How many sentences with a reference or a link the page has so far; selects the next one.
    asides: usize,
    used: Used,
}

/// How many references of each kind the page has so far.
#[derive(Default)]
struct Used {
    contacts: usize,
    tools: usize,
    terms: usize,
    resources: usize,
}

impl Text<'_> {
    fn block(&mut self, block: &str) {
        self.out.push_str(block.trim_end());
        self.out.push_str("\n\n");
    }

    fn part(&mut self, kind: Part, part: usize) {
        match kind {
            Part::Tasks => {
                let role = registry::ROLES[(self.number + part) % registry::ROLES.len()].id;
                self.block(&format!("<role:{role}>"));
                self.paragraph(2);
                self.tasks();
            }
            Part::Table => {
                self.paragraph(2);
                self.table();
                self.paragraph(2);
            }
            Part::Steps => {
                self.paragraph(2);
                self.steps();
                self.under_heading(part);
                self.paragraph(2);
            }
            Part::Cards => {
                self.paragraph(2);
                self.cards();
            }
            Part::Alert => {
                self.paragraph(2);
                self.alert();
                self.under_heading(part);
                self.paragraph(2);
            }
        }
    }

    /// A sentence of about fifteen words without markup.
    fn plain(&mut self) -> String {
        let subject = self.random.pick(SUBJECTS);
        let (_, verb) = *self.random.pick_of(VERBS);
        let object = self.random.pick(OBJECTS);
        let detail = self.random.pick(DETAILS);
        match self.random.below(4) {
            0 => {
                let when = self.random.pick(WHEN);
                format!("{when}, {} {verb} {object} {detail}.", lower_first(subject))
            }
            1 => {
                let when = lower_first(self.random.pick(WHEN));
                format!("{subject} {verb} {object} {when}, {detail}.")
            }
            _ => format!("{subject} {verb} {object} {detail}."),
        }
    }

    fn paragraph(&mut self, sentences: usize) {
        let aside = self.random.below(sentences);
        let mut paragraph = String::new();
        for sentence in 0..sentences {
            let text = if sentence == aside { self.aside() } else { self.plain() };
            paragraph.push_str(&text);
            paragraph.push(' ');
        }
        if self.random.below(4) == 0 {
            paragraph.push_str(self.random.pick(INTERLUDES));
        }
        self.block(&paragraph);
    }

    // A page names four contacts, three tools, three terms and two resources, and continues where the page before
    // stopped. Ten pages use the whole registry, so no entry is reported as unused.

    fn contact(&mut self) -> String {
        self.used.contacts += 1;
        format!("<contact:{}>", registry::contact((self.number * 4 + self.used.contacts - 1) % CONTACTS))
    }

    fn tool(&mut self) -> String {
        self.used.tools += 1;
        format!("<tool:{}>", registry::tool((self.number * 3 + self.used.tools - 1) % TOOLS))
    }

    fn term(&mut self) -> String {
        self.used.terms += 1;
        format!("<term:{}>", registry::term((self.number * 3 + self.used.terms - 1) % TERMS))
    }

    fn resource(&mut self) -> String {
        self.used.resources += 1;
        format!("<resource:{}>", registry::resource((self.number * 2 + self.used.resources - 1) % RESOURCES))
    }

    /// A sentence with a reference to the registry or a link to another page.
    fn aside(&mut self) -> String {
        let object = self.random.pick(OBJECTS);
        let turn = self.asides;
        self.asides += 1;
        match turn % 6 {
            0 => format!("Pour {object}, {} répond **sous deux jours**.", self.contact()),
            1 => format!("La saisie se fait dans {}, rubrique *suivi*, puis `valider`.", self.tool()),
            2 => format!("Le sigle {} désigne une étape commune à tous.", self.term()),
            3 => self.link(),
            4 => format!("Le modèle à suivre est {}.", self.resource()),
            _ => {
                let (name, _) = registry::term_name(self.number % TERMS);
                let contact = registry::contact(self.number % CONTACTS);
                format!(
                    "Un dossier {name} se garde avec {object} et [l’appui de secteur](contact:{contact})."
                )
            }
        }
    }

    /// A sentence with a link to another page, every other time to one of its headings.
    fn link(&mut self) -> String {
        let near = self.random.below(2) == 0;
        let target = if near {
            (self.number + 1 + self.random.below(8)) % self.tree.len()
        } else {
            self.random.below(self.tree.len())
        };
        if target == self.number {
            return self.plain();
        }
        let address = relative(&self.tree[self.number].path, &self.tree[target].path);
        let headings = headings(target, self.seed);
        if self.random.below(2) == 0 {
            return format!("La suite se lit dans [{}]({address}).", headings[0]);
        }
        let heading = self.random.pick_of(&headings[1..]);
        format!("Le détail figure dans [{heading}]({address}#{}).", slug(heading))
    }

    fn under_heading(&mut self, part: usize) {
        let place = place(self.number, self.seed);
        self.block(&format!("### {} à {place}", PARTS[part]));
    }

    fn tasks(&mut self) {
        let first = self.random.below(VERBS.len());
        let mut lines = Vec::new();
        let count = 3 + self.random.below(3);
        for task in 0..count {
            let verb = VERBS[(first + task) % VERBS.len()].0;
            let object = self.random.pick(OBJECTS);
            if task == 1 {
                let otherwise = VERBS[(first + count) % VERBS.len()].0;
                lines.push(format!("- [ ] Est-ce que {object} est enregistrée dans {} ?", self.tool()));
                lines.push(format!("  - [ ] Si oui, {} le résultat.", lower_first(verb)));
                lines.push(format!("  - [ ] Si non, {} la demande.", lower_first(otherwise)));
                continue;
            }
            lines.push(format!("- [ ] {verb} {object} {}.", self.random.pick(DETAILS)));
            if self.random.below(3) == 0 {
                lines.push(format!("\n  {}\n", self.random.pick(HELP)));
            }
        }
        self.block(&lines.join("\n"));
    }

    fn steps(&mut self) {
        let mut lines = Vec::new();
        for step in 1..=3 + self.random.below(3) {
            lines.push(format!("{step}. {}", self.plain()));
            if self.random.below(3) == 0 {
                lines.push(format!("   - {}", self.random.pick(HELP)));
                lines.push(format!("   - {}", self.plain()));
            }
        }
        self.block(&lines.join("\n"));
    }

    fn table(&mut self) {
        let mut lines = vec!["| Étape | Pièce | Délai |".to_owned(), "| :-- | --- | --: |".to_owned()];
        for row in 1..=3 + self.random.below(4) {
            let verb = self.random.pick_of(VERBS).0;
            let object = self.random.pick(OBJECTS);
            lines.push(format!("| {verb} | {object} | {} jours |", row * 5));
        }
        lines.push(format!("| Conclure | le dossier {} | 40 jours |", self.term()));
        self.block(&lines.join("\n"));
    }

    fn cards(&mut self) {
        let (first, second) = (self.contact(), self.contact());
        self.block(&format!("- {first}\n- {second}"));
        self.paragraph(2);
        let tool = registry::tool(self.number % TOOLS);
        self.block(&format!("<tool:{tool}>"));
        self.paragraph(2);
    }

    fn alert(&mut self) {
        let kind = self.random.pick(ALERTS);
        let (first, second) = (self.plain(), self.aside());
        self.block(&format!("> [!{kind}]\n> {first}\n> {second}"));
        if self.random.below(3) == 0 {
            let (sentence, diagnostic) = (self.plain(), self.random.pick(FOOTNOTES));
            self.block(&format!("{sentence}[^note]\n\n[^note]: {diagnostic}"));
        }
    }

    /// The list of pages at the end of an index page.
    fn children(&mut self) {
        let page = &self.tree[self.number];
        if page.children.is_empty() {
            return;
        }
        let items = page.children.iter().map(|&child| {
            format!("- [{}]({})", title(child, self.seed), relative(&page.path, &self.tree[child].path))
        });
        let list = items.collect::<Vec<_>>().join("\n");
        self.block(&format!("## Toutes les pages de {}", place(self.number, self.seed)));
        self.block(&list);
    }
}

/// The address of `to` as `from` links to it; both are paths below the guide.
fn relative(from: &str, to: &str) -> String {
    let mut from_parts: Vec<&str> = from.split('/').collect();
    from_parts.pop();
    let to_parts: Vec<&str> = to.split('/').collect();
    let shared = from_parts.iter().zip(&to_parts[..to_parts.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from_parts.len() - shared);
    up + &to_parts[shared..].join("/")
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
