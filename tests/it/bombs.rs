//! One text of a megabyte in every place that holds a text: no build takes long on one thread.
use crate::costs::cost;
use crate::support::{guide_of, put};
use jalon::model::Sources;
use std::time::Duration;

const SIZE: usize = 1 << 20;

/// The most CPU time. The program as installed needs less than 2 s; this profile takes two to three times as long.
const BAR: Duration = Duration::from_secs(5);

/// A text of a size, with the word for what it consists of.
type TextOfSize = (&'static str, fn(usize) -> String);

const TEXTS: &[TextOfSize] = &[
    ("words", |size| "mot ".repeat(size / 4).trim().to_owned()),
    ("a word", |size| "a".repeat(size)),
    ("dates", |size| "12 mars 2026 ".repeat(size / 13).trim().to_owned()),
];

/// Texts that are only slow where running text is read.
const RUNNING_TEXTS: &[TextOfSize] = &[
    ("capitals", |size| "ABC ".repeat(size / 4).trim().to_owned()),
    ("relative words", |size| "actuellement, ".repeat(size / 14).trim().to_owned()),
];

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "'"))
}

fn hyphens(text: &str) -> String {
    text.replace([' ', ','], "-")
}

/// Where it stands: a file of the guide, and what is in it.
type Place = (&'static str, &'static str, fn(&str) -> String);

const PLACES: &[Place] = &[
    ("heading", "guide/a.md", |text| format!("# A\n\n## {text}\n\nTexte.\n\n[x](#rien)\n")),
    ("first heading", "guide/a.md", |text| format!("# {text}\n\nTexte.\n")),
    ("title", "guide/a.md", |text| {
        format!("---\ntitle: {}\n---\n\nTexte.\n", quoted(&text[..60_000.min(text.len())]))
    }),
    ("paragraph", "guide/a.md", |text| format!("# A\n\n{text}\n")),
    ("cell", "guide/a.md", |text| format!("# A\n\n| a | b |\n|---|---|\n| {text} | x |\n")),
    ("head cell", "guide/a.md", |text| format!("# A\n\n| {text} | b |\n|---|---|\n| a | x |\n")),
    ("code", "guide/a.md", |text| format!("# A\n\n`{text}`\n\n```\n{text}\n```\n")),
    ("item", "guide/a.md", |text| format!("# A\n\n- {text}\n- b\n")),
    ("task", "guide/a.md", |text| format!("# A\n\n- [ ] {text}\n- [ ] b\n")),
    ("text of a link", "guide/a.md", |text| format!("# A\n\n[{text}](index.md)\n")),
    ("target of a link", "guide/a.md", |text| format!("# A\n\n[x](<{text}.md>) [y](<#{text}>)\n")),
    ("web address", "guide/a.md", |text| format!("# A\n\n[x](https://a.fr/{})\n", hyphens(text))),
    ("alt of an image", "guide/a.md", |text| format!("# A\n\n![{text}](b.png)\n")),
    ("footnote", "guide/a.md", |text| format!("# A\n\nx[^1]\n\n[^1]: {text}\n")),
    ("summary", "guide/a.md", |text| {
        format!("# A\n\n<details>\n<summary>{text}</summary>\n\nx\n\n</details>\n")
    }),
    ("waiver", "guide/a.md", |text| format!("# A\n\n<!-- allow link/empty: {text} -->\nx\n")),
    ("placeholder", "guide/a.md", |text| format!("# A\n\n[À COMPLÉTER : {text}]\n")),
    ("reference", "guide/a.md", |text| format!("# A\n\n<role:{}>\n", hyphens(text))),
    ("term", "guide/registry/terms.yaml", |text| {
        format!("x: {{name: {0}, definition: {0}}}\n", quoted(text))
    }),
    ("acronym", "guide/registry/terms.yaml", |text| {
        let part = quoted(&text[..text.len() / 3]);
        format!("x: {{name: X, expansion: {part}, prefer: {part}, aliases: [{part}]}}\n")
    }),
    ("contact", "guide/registry/contacts.yaml", |text| {
        format!("x: {{name: {0}, kind: desk, phone: {0}, email: {0}, hours: {0}, note: {0}}}\n", quoted(text))
    }),
    ("tool", "guide/registry/tools.yaml", |text| {
        format!("x: {{name: {}, url: \"https://a.fr/{}\"}}\n", quoted(text), hyphens(text))
    }),
    ("role", "guide/registry/roles.yaml", |text| format!("x: {{name: {}}}\n", quoted(text))),
    ("id", "guide/registry/roles.yaml", |text| format!("{}: {{name: R}}\n", quoted(text))),
    ("settings", "guide/jalon.yaml", |text| {
        format!(
            "title: {0}\nlanguage: fr\ndescription: {0}\nbase_url: \"https://a.fr/{1}\"\n",
            quoted(text),
            hyphens(text)
        )
    }),
    ("key of the settings", "guide/jalon.yaml", |text| {
        format!(
            "title: G\nlanguage: fr\n{0}: x\ncheck: {{levels: {{{0}: off}}, acronyms: [{0}]}}\n",
            quoted(text)
        )
    }),
    ("search test", "guide/search-tests.yaml", |text| format!("{0}: index.md\nx: {0}\n", quoted(text))),
    ("string", "guide/strings/fr.ftl", |text| format!("search-start = {text}\n{} = x\n", hyphens(text))),
    ("lock", "guide/urls.lock", |text| format!("/ -\n/{}/ -\n", hyphens(text))),
];

fn guide(path: &str, text: &str) -> Sources {
    let mut sources = guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n"),
        (
            "guide/index.md",
            "---\ntitle: Un guide\n---\n\nVoir <term:x>, <contact:x>, <tool:x> et <role:x>.\n",
        ),
    ]);
    put(&mut sources, path, text.as_bytes());
    sources
}

#[test]
fn a_megabyte_in_one_place_is_built_at_once() {
    let mut slow = Vec::new();
    for (place, path, make) in PLACES {
        let is_running = matches!(*place, "heading" | "paragraph" | "cell" | "task");
        let texts = TEXTS.iter().chain(RUNNING_TEXTS.iter().filter(|_| is_running));
        for (text, of_size) in texts {
            let (_, used) = cost(&guide(path, &make(&of_size(SIZE))));
            if used > BAR {
                slow.push(format!("{text} as {place}: {used:.2?}"));
            }
        }
    }
    assert!(slow.is_empty(), "too slow:\n{}", slow.join("\n"));
}
