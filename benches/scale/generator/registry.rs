//! The registry of the generated guide, the same for guides of any size.

use std::fs;
use std::io;
use std::path::Path;

use super::words::{OBJECTS, TERM_HEADS, TERM_TAILS};

/// How many contacts there are.
pub(super) const CONTACTS: usize = 40;
/// How many tools there are.
pub(super) const TOOLS: usize = 30;
/// How many terms there are.
pub(super) const TERMS: usize = 30;
/// How many resources there are.
pub(super) const RESOURCES: usize = 20;
const ORGANISATIONS: usize = 10;

/// Numbers with this prefix are reserved for fiction: valid, and assigned to nobody.
const TELEPHONES: [&str; 4] = ["01 99 00", "03 53 01", "04 65 71", "05 36 49"];

/// A role.
pub(super) struct Role {
    /// How a page refers to it.
    pub(super) id: &'static str,
    name: &'static str,
    short: &'static str,
    description: &'static str,
}

/// All roles.
pub(super) const ROLES: [Role; 3] = [
    Role {
        id: "structure",
        name: "Responsable de structure",
        short: "Structure",
        description: "Pilote le projet et signe les documents.",
    },
    Role {
        id: "rh",
        name: "Service des ressources humaines",
        short: "Service RH",
        description: "Prépare le contrat et suit la paie.",
    },
    Role {
        id: "conseiller",
        name: "Conseillère ou conseiller",
        short: "Conseiller",
        description: "Accueille le public et anime les ateliers.",
    },
];

/// The id of a contact.
pub(super) fn contact(number: usize) -> String {
    format!("contact-{:02}", number + 1)
}

/// The id of a tool.
pub(super) fn tool(number: usize) -> String {
    format!("outil-{:02}", number + 1)
}

/// The id of a resource.
pub(super) fn resource(number: usize) -> String {
    format!("document-{:02}", number + 1)
}

/// The id of a term.
pub(super) fn term(number: usize) -> String {
    term_name(number).0.to_ascii_lowercase()
}

/// The acronym of a term, and its long form.
pub(super) fn term_name(number: usize) -> (String, String) {
    let (letter, head) = TERM_HEADS[number % TERM_HEADS.len()];
    let (letters, tail) = TERM_TAILS[number / TERM_HEADS.len()];
    (format!("{letter}{letters}"), format!("{head} {tail}"))
}

/// Writes one file for each kind.
pub(super) fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let contacts = (0..CONTACTS).map(|n| {
        let telephone =
            format!("{} {:02} {:02}", TELEPHONES[n % TELEPHONES.len()], n + 10, (n * 37 + 21) % 100);
        let mut entry = Entry::new(&contact(n));
        entry.text("name", &format!("Appui {}", capital(n)));
        entry.bare("kind", "desk");
        entry.bare("organisation", &organisation(n % ORGANISATIONS));
        entry.bare("rank", &(n % 4 + 1).to_string());
        entry.bare("for", &format!("[\"{}\", \"{}\"]", object(n), object(n + 11)));
        entry.bare("email", &format!("appui-{}@example.org", n + 1));
        entry.text("phone", &telephone);
        entry.text("hours", "Du lundi au vendredi, de 9 h à 17 h");
        entry.bare("verified_on", "2026-11-01");
        entry.bare("publish", "public");
        entry.0
    });
    let tools = (0..TOOLS).map(|n| {
        let mut entry = Entry::new(&tool(n));
        entry.text("name", &format!("Outil {}", capital(n)));
        entry.text("summary", &format!("Sert à suivre {}.", object(n)));
        entry.bare("url", &format!("https://outil-{}.example.org/", n + 1));
        entry.bare("contact", &contact(n));
        entry.0
    });
    let resources = (0..RESOURCES).map(|n| {
        let mut entry = Entry::new(&resource(n));
        entry.text("title", &format!("Modèle {} pour {}", capital(n), object(n)));
        entry.bare("kind", "document");
        entry.bare("url", &format!("https://documents.example.org/{}.pdf", n + 1));
        entry.bare("format", "PDF");
        entry.bare("size", &format!("{} ko", 100 + n * 13));
        entry.0
    });
    let roles = ROLES.iter().map(|role| {
        let mut entry = Entry::new(role.id);
        entry.text("name", role.name);
        entry.text("short", role.short);
        entry.text("description", role.description);
        entry.bare("reader", "true");
        entry.0
    });
    let organisations = (0..ORGANISATIONS).map(|n| {
        let mut entry = Entry::new(&organisation(n));
        entry.text("name", &format!("Organisme {}", capital(n)));
        entry.bare("url", &format!("https://organisme-{}.example.org/", n + 1));
        entry.0
    });
    let terms = (0..TERMS).map(|n| {
        let (name, expansion) = term_name(n);
        let mut entry = Entry::new(&term(n));
        entry.bare("name", &name);
        entry.text("expansion", &expansion);
        entry.text("definition", &format!("{expansion} qui accompagne {}.", object(n)));
        entry.0
    });
    fs::write(folder.join("contacts.yaml"), contacts.collect::<String>())?;
    fs::write(folder.join("tools.yaml"), tools.collect::<String>())?;
    fs::write(folder.join("resources.yaml"), resources.collect::<String>())?;
    fs::write(folder.join("roles.yaml"), roles.collect::<String>())?;
    fs::write(folder.join("organisations.yaml"), organisations.collect::<String>())?;
    fs::write(folder.join("terms.yaml"), terms.collect::<String>())
}

/// One entry as YAML.
struct Entry(String);

impl Entry {
    fn new(id: &str) -> Self {
        Self(format!("{id}:\n"))
    }

    /// Adds a value in quotation marks, which French punctuation needs. The value has none itself.
    fn text(&mut self, key: &str, value: &str) {
        self.bare(key, &format!("\"{value}\""));
    }

    fn bare(&mut self, key: &str, value: &str) {
        self.0.push_str(&["  ", key, ": ", value, "\n"].concat());
    }
}

fn organisation(number: usize) -> String {
    format!("organisme-{:02}", number + 1)
}

fn object(number: usize) -> &'static str {
    OBJECTS[number % OBJECTS.len()]
}

/// A name of two letters, `AA`, `BF`, `CK` and so on, each used once.
fn capital(number: usize) -> String {
    let letter = |n: usize| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26]);
    [letter(number), letter(number * 5 + number / 26)].iter().collect()
}
