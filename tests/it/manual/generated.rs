//! The pages of the manual that are made of the program: each diagnostic, each key. `SNAPSHOTS=overwrite cargo test --test
//! it manual` writes them anew; read the difference before you commit it.
use super::{folder, keys, pages};
use crate::support::package_root;
use jalon::messages;
use jalon::model::{ALL_CODES, Code, Family, Language};
use jalon::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What stands on these pages besides what the program says.
struct Frame {
    title: &'static str,
    description: &'static str,
    opening: &'static str,
    columns: &'static str,
}

fn frame(language: Language) -> Frame {
    match language {
        Language::French => Frame {
            title: "Tous les diagnostics",
            description: "Chaque diagnostic de Jalon : ce qu'il veut dire et comment corriger.",
            opening: "Un diagnostic désigne une faute à un endroit. Une erreur empêche la publication ; un avertissement, non. \
                      `jalon explain` dit la même chose dans le terminal.",
            columns: "| code | gravité | ce que cela veut dire |",
        },
        Language::English => Frame {
            title: "Every diagnostic",
            description: "Each diagnostic of Jalon, what it means and how to fix it.",
            opening: "A diagnostic names one fault at one place. An error stops publication, a warning does not. \
                      `jalon explain` says the same in the terminal.",
            columns: "| code | severity | what it means |",
        },
    }
}

/// The families in the order of `jalon explain`, each with its codes.
fn families() -> Vec<(Family, Vec<Code>)> {
    let mut found: Vec<(Family, Vec<Code>)> = Vec::new();
    for code in ALL_CODES {
        match found.last_mut() {
            Some((family, codes)) if *family == code.family => codes.push(*code),
            _ => found.push((code.family, vec![*code])),
        }
    }
    found
}

/// The name of a family without what stands in brackets or behind a colon.
fn family_name(family: Family, words: &Words) -> String {
    let name = messages::sentence(words, &format!("family-{}", family.name()), &[]);
    let end = name.find([':', '(']).unwrap_or(name.len());
    name[..end].trim_end_matches([' ', '\u{a0}']).to_owned()
}

/// A text of a message as Markdown: outside of code, nothing in it is a mark.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at > 0 {
            out.push('`');
        }
        for letter in part.chars() {
            if (at % 2 == 0 && "<[]*_".contains(letter)) || letter == '|' {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

fn said(code: Code, attribute: &str, words: &Words) -> String {
    words.say(&code.key(), Some(attribute), &[]).unwrap_or_default()
}

fn severity(code: Code, words: &Words) -> String {
    messages::sentence(words, &format!("severity-{}", code.severity.name()), &[])
}

fn what_is_wrong(code: Code) -> &'static str {
    code.name.split_once('/').expect("a code has two parts").1
}

/// The page of one family. The search leaves it out: what it says of each mistake would come before the pages that tell
/// how to do a thing; the list of all diagnostics is found, and leads here.
fn family_page(family: Family, codes: &[Code], words: &Words) -> String {
    let name = family_name(family, words);
    let mut out =
        format!("---\ntitle: \"{name} ({})\"\nnav_title: \"{name}\"\nsearch: false\n---\n", family.name());
    for code in codes {
        let example = said(*code, "example", words);
        let longest = example.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        writeln!(out,
            "\n## {code} {{#{id}}}\n\n*{severity}.* {means}\n\n**{how}.** {fix}\n\n{fence}text\n{example}\n{fence}",
            code = code.name,
            id = what_is_wrong(*code),
            severity = capital(&severity(*code, words)),
            means = escaped(&said(*code, "means", words)),
            how = messages::sentence(words, "explain-fix", &[]),
            fix = escaped(&said(*code, "fix", words)),
        ).expect("writing to a string cannot fail");
    }
    out
}

/// The list of all diagnostics.
fn list_page(words: &Words) -> String {
    let Frame { title, description, opening, columns, .. } = frame(words.language());
    let order: Vec<String> = families().iter().map(|(family, _)| format!("{}.md", family.name())).collect();
    let mut out = format!(
        "---\ntitle: {title}\nnav_title: Diagnostics\ndescription: \"{description}\"\npages: [{}]\n---\n\n{opening}\n",
        order.join(", ")
    );
    for (family, codes) in families() {
        writeln!(
            out,
            "\n## {} {{#{}}}\n\n{columns}\n|---|---|---|",
            family_name(family, words),
            family.name()
        )
        .expect("writing to a string cannot fail");
        for code in codes {
            let means = said(code, "means", words).replace('\n', " ");
            writeln!(
                out,
                "| [`{}`]({}.md#{}) | {} | {} |",
                code.name,
                family.name(),
                what_is_wrong(code),
                severity(code, words),
                escaped(messages::first_sentence(&means))
            )
            .expect("writing to a string cannot fail");
        }
    }
    out
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}

/// Every page that is made of the program, by path below the folder of the manual.
fn made(language: Language) -> BTreeMap<String, String> {
    let words = messages::words(language);
    let mut made = BTreeMap::from([
        ("diagnostics/index.md".to_owned(), list_page(&words)),
        ("keys.md".to_owned(), keys::page(language)),
    ]);
    for (family, codes) in families() {
        made.insert(format!("diagnostics/{}.md", family.name()), family_page(family, &codes, &words));
    }
    made
}

#[test]
fn the_pages_of_diagnostics_and_keys_are_those_of_the_program() {
    let overwrites = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    let mut differ = Vec::new();
    for language in Language::ALL {
        let made = made(language);
        let found = pages(language);
        for (path, text) in &made {
            if found.get(path) == Some(text) {
                continue;
            }
            let file = package_root().join(folder(language)).join(path);
            if overwrites {
                std::fs::write(&file, text).expect("the page is written");
            } else {
                differ.push(file);
            }
        }
        let left = found.keys().filter(|path| path.starts_with("diagnostics/") && !made.contains_key(*path));
        differ.extend(left.map(|path| package_root().join(folder(language)).join(path)));
    }
    assert!(
        differ.is_empty(),
        "if it is meant, run with SNAPSHOTS=overwrite, delete what is left over and read the difference: {differ:#?}"
    );
}
