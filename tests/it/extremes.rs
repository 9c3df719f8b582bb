//! Input that is too long, too deep or too wide for a spec, and how hostile texts are published.
use super::spec_format::{self, Finding};
use super::specs::{built, message_faults, printed};
use super::support::{clean_build, guide_of, options};
use jalon::pipeline::Build;

type File<'a> = (&'a str, Vec<u8>);

/// The diagnostics of a guide in the format of specs, without the texts of their spans.
fn diagnostics_of(files: &[File<'_>]) -> Vec<String> {
    findings(files).into_iter().map(|finding| finding.head).collect()
}

fn findings(files: &[File<'_>]) -> Vec<Finding> {
    let files: Vec<_> = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone())).collect();
    let sources = spec_format::sources(&files);
    let diagnostics = built(&sources).diagnostics;
    assert_eq!(diagnostics.iter().flat_map(message_faults).collect::<Vec<_>>(), [""; 0]);
    printed(&diagnostics, &sources)
}

fn page(text: String) -> Vec<File<'static>> {
    vec![("guide/a.md", text.into_bytes())]
}

#[test]
fn an_error_in_a_line_of_ten_megabytes_has_the_right_column() {
    let words = "été 😀 ".repeat(950_000);
    let text = format!("# A\n\n{words}[ici](nulle-part.md)\n");
    assert!(text.len() > 10_000_000);
    let settings =
        b"title: G\nlanguage: fr\nlimits: {page: 32 MiB, output: 64 MiB, weight: 64 MiB}\n".to_vec();
    let files = [page(text.clone()), vec![("guide/jalon.yaml", settings)]].concat();
    let column = words.chars().count() + "[ici](".len() + 1;
    let expected = [
        format!("error link/missing-page guide/a.md:3:{column}"),
        format!("warning link/unclear-text guide/a.md:3:{column}"),
    ];
    assert_eq!(diagnostics_of(&files), expected);
    assert_eq!(
        diagnostics_of(&page(text)),
        ["error file/too-large guide/a.md:1:1"],
        "8 MiB unless the settings say more"
    );
}

#[test]
fn ten_thousand_levels_are_one_diagnostic() {
    let lists: Vec<String> = (0..2_000).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let cases = [
        format!("# A\n\n{}Texte.\n", "> ".repeat(10_000)),
        format!("# A\n\n{}Texte.\n", "- ".repeat(10_000)),
        format!("# A\n\n{}Texte.\n", "> - 1. ".repeat(3_400)),
        format!("# A\n\n{}", lists.concat()),
    ];
    for text in cases {
        let lines = diagnostics_of(&page(text));
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with("error file/too-deep guide/a.md:"), "{lines:?}");
    }
}

#[test]
fn endless_brackets_and_marks_are_text() {
    for mark in ["[", "![", "*", "_", "`", "<", "&", "[^", "~~", "\\", "**_"] {
        assert_eq!(diagnostics_of(&page(format!("# A\n\na{}\n", mark.repeat(20_000)))), [""; 0], "{mark}");
    }
}

#[test]
fn front_matter_and_files_have_limits() {
    let head = format!("---\ntitle: A\nextra: {{a: \"{}\"}}\n---\n", "é".repeat(40_000));
    assert_eq!(diagnostics_of(&page(head)), ["error front/too-large guide/a.md:2:1"]);

    let deep = format!("---\ntitle: A\nextra: {}\n---\n", "[".repeat(10_000));
    assert_eq!(diagnostics_of(&page(deep)), ["error yaml/over-limit guide/a.md:3:40"]);

    let terms: Vec<String> = (0..40_000).map(|number| format!("t{number}: {{name: T{number}}}\n")).collect();
    assert_eq!(
        diagnostics_of(&[("guide/registry/terms.yaml", terms.concat().into_bytes())]),
        ["error yaml/over-limit guide/registry/terms.yaml:25000:16"]
    );
}

#[test]
fn heavy_images_and_pages_are_reported() {
    let gif = [b"GIF89a\x10\0\x10\0".to_vec(), vec![0; 499_991]].concat();
    let files = [page("# A\n\n![Été 😀](plan.png)\n".to_owned()), vec![("guide/plan.png", gif)]].concat();
    let found = findings(&files);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].head, "warning image/heavy guide/a.md:3:10");
    assert_eq!(found[0].args, ["target: plan.png", "size: 500", "limit: 500"]);

    let settings = b"title: G\nlanguage: fr\nlimits: {output: 1 MiB}\n".to_vec();
    let text = format!("# A\n\n{}\n", "Texte. ".repeat(200_000));
    let files = [page(text), vec![("guide/jalon.yaml", settings)]].concat();
    let lines = diagnostics_of(&files);
    // The page itself, and the whole guide on one page.
    assert_eq!(
        lines,
        ["error output/too-large guide/a.md:1:1", "error output/too-large guide/jalon.yaml:1:1"]
    );
}

#[test]
fn pages_are_weighed_with_their_images() {
    let gif = |size: usize| [b"GIF89a\x10\0\x10\0".to_vec(), vec![0; size - 10]].concat();
    let weighed = |text: &str, sizes: &[usize], settings: &str| {
        let settings = format!("title: G\nlanguage: fr\n{settings}");
        let mut files = page(text.replace('\n', "\r\n"));
        files.push(("guide/jalon.yaml", settings.into_bytes()));
        files.extend(
            ["guide/1.png", "guide/2.png", "guide/3.png"]
                .into_iter()
                .zip(sizes.iter().map(|size| gif(*size))),
        );
        diagnostics_of(&files)
    };
    let text =
        "---\ntitle: \"Été 😀\"\n---\n\n![Été 😀](1.png) et 😀 ![Hiver](2.png)\n\n![Encore l'été](1.png)\n";
    // None of the three images of half a megabyte is too heavy, but the page is. An image used twice is loaded once.
    let three = format!("{text}\n![Automne](3.png)\n");
    let at_the_second = "warning output/page-weight guide/a.md:5:31";
    assert_eq!(weighed(&three, &[400_000, 499_000, 499_000], ""), [""; 0]);
    assert_eq!(weighed(&three, &[499_000, 500_000, 499_000], ""), [at_the_second]);
    assert_eq!(weighed(&three, &[499_000, 500_000, 499_000], "limits: {weight: 2 Mo}\n"), [""; 0]);
    // One cause is one diagnostic: without its heavy image the page would be light.
    assert_eq!(weighed(text, &[2_000_000, 1_000], ""), ["warning image/heavy guide/a.md:5:10"]);
    let waived = text.replace("\n![Été", "\n<!-- allow output/page-weight: vu -->\n\n![Été");
    assert_eq!(weighed(&waived, &[90_000, 99_000], "limits: {weight: 150 ko}\n"), [""; 0]);
    // Where the text is the heaviest part, the diagnostic points at the page.
    let long = format!("{text}\n{}\n", "Un mot. ".repeat(30_000));
    let at_the_title = "warning output/page-weight guide/a.md:2:8";
    assert_eq!(weighed(&long, &[90_000, 99_000], "limits: {weight: 200 ko}\n"), [at_the_title]);
}

#[test]
fn hostile_texts_are_shown_and_never_executed() {
    const EVIL: &str = "<script>alert(7)</script><img src=x onerror=alert(7)>\\\"'><svg onload=alert(7)>";
    let contacts =
        format!("evil:\n  name: \"{EVIL}\"\n  kind: desk\n  for: [\"{EVIL}\"]\n  hours: \"{EVIL}\"\n");
    let terms = format!("evil:\n  name: \"{EVIL}\"\n  definition: \"{EVIL}\"\n");
    let roles = format!("evil:\n  name: \"{EVIL}\"\n  reader: true\n");
    let head =
        format!("title: \"{EVIL}\"\nnav_title: \"{EVIL}\"\ndescription: \"{EVIL}\"\nsummary: [\"{EVIL}\"]\n");
    let evil = EVIL.replace("\\\"", "\"");
    let body = format!(
        "## {evil} {{#x\"onclick=alert(7)}}\n\n{evil}\n\n{evil}\n: {evil}\n\n- [ ] {evil} <role:evil>\n\n`{evil}`\n\n\
         ```{evil}\n{evil}\n```\n\n| {evil} |\n|---|\n| {evil} |\n\n![{evil}](a.png \"{evil}\")\n\n\
         [{evil}](index.md '{evil}')\n\n[^{evil}]: {evil}\n\n[À COMPLÉTER : {evil}]\n\n<contact:evil>\n\n<term:evil>\n\n\
         [1](javascript:alert(7)) [2](&#106;avascript:alert(7)) [3](data:text/html,<script>alert(7)</script>)\n"
    );
    let files = [
        (
            "guide/jalon.yaml",
            format!(
                "title: \"{EVIL}\"\nlanguage: fr\ndescription: \"{EVIL}\"\npublisher: {{name: \"{EVIL}\"}}\n"
            ),
        ),
        ("guide/a.md", format!("---\n{head}---\n{body}")),
        ("guide/registry/contacts.yaml", contacts),
        ("guide/registry/terms.yaml", terms),
        ("guide/registry/roles.yaml", roles),
        ("guide/a.png", String::from("GIF89a\x10\0\x10\0\0\0\0;")),
    ];
    let files: Vec<_> = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    let built = built(&spec_format::sources(&files));
    let mut pages = 0;
    for (path, text) in texts(&built) {
        for bad in ["<script>alert(7)", "<img src=x", "<svg onload", "javascript:alert(7)\""] {
            assert!(!text.contains(bad), "{path}: {bad}");
        }
        if path.ends_with("index.html") {
            pages += 1;
            for attribute in attributes(text) {
                assert!(!attribute.starts_with("on"), "{path}: the attribute {attribute}");
            }
        }
    }
    assert!(pages > 5, "{pages} pages are published");
    assert!(texts(&built).any(|(_, text)| text.contains("&lt;script&gt;alert(7)")), "the text is shown");
}

/// The published pages and feeds.
fn texts(built: &Build) -> impl Iterator<Item = (&str, &str)> {
    built.files.iter().filter_map(|(path, made)| {
        let text = std::str::from_utf8(&made.value.value).ok()?;
        text.trim_start().starts_with('<').then_some((path.as_str(), text))
    })
}

/// The names of all attributes of all tags in lower case, parsed as a browser does.
fn attributes(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in html.match_indices('<') {
        let tag = &html[at + 1..];
        if !tag.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            continue;
        }
        let mut name = String::new();
        let mut quote = None;
        for letter in tag.chars() {
            match (quote, letter) {
                (Some(open), _) if open == letter => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(letter),
                (None, '>') => break,
                (None, ' ' | '\n' | '\t' | '/' | '=') => found.push(std::mem::take(&mut name)),
                (None, _) => name.extend(letter.to_lowercase()),
            }
        }
        found.push(name);
    }
    found
}

#[test]
fn a_guide_of_one_page_has_no_diagnostics() {
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n"),
        ("guide/index.md", "---\ntitle: Un guide\n---\n\nBonjour.\n"),
    ]);
    let built = clean_build(&sources, options());
    assert_eq!(built.diagnostics, []);
}
