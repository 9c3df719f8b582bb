//! Guides that are broken at random. Whatever they contain, a build ends soon and without a panic, its diagnostics
//! point at places that exist, and its pages are valid.
use crate::costs::small;
use crate::sites::faults;
use crate::support::{RandomNumbers, clean_build, diagnostics_of, first_guide, options, put, rebuilt_files};
use jalon::model::{Source, SourcePath, Sources};
use jalon::pipeline::{Build, build};
use std::sync::Arc;

/// Texts with a meaning for a parser.
const PIECES: &[&str] = &[
    "[",
    "]",
    "(",
    ")",
    "[a](",
    "![",
    "[^1]",
    "[^1]: x\n",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<br>",
    "<details>",
    "</details>",
    "<summary>",
    "<kbd>",
    "</kbd>",
    "<script>",
    "<a href=\"javascript:x\">",
    "&",
    "&amp;",
    "&#0;",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "\n\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "> ",
    "> [!NOTE]\n",
    "- ",
    "- [ ] ",
    "1. ",
    "1. [ ] ",
    "# ",
    "## ",
    "###### ",
    "## {#a}\n",
    "{#a}",
    "---\n",
    "---",
    "===\n",
    "| a | b |\n|---|---|\n",
    "|",
    ": ",
    "term\n: def\n",
    "<contact:support-conum>",
    "<contact:*>",
    "<tool:*>",
    "<resource:*>",
    "<term:ccp1>",
    "<role:conum>",
    "<role:conum>\n",
    "<checklist:*>",
    "<checklist:conum>",
    "<due:J-30>",
    "<due:",
    "<inconnu:x>",
    "<!-- until: 2026-01-19 -->\n",
    "<!-- until: 2026-13-45 -->\n",
    "<!-- allow placeholder/open: x -->\n",
    "[À COMPLÉTER : x]",
    "[TODO]",
    "[x](../../../../etc/passwd)",
    "[x](javascript:alert(1))",
    "[x](//a.b)",
    "[x](#)",
    "[x]()",
    "![](x.png)",
    "[x](%00)",
    "[x](é.md#à)",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{a0}",
    "é",
    "🦀",
    "e\u{301}",
    "\u{200b}",
    "« ",
    " »",
    "'",
    "\"",
    ";",
    "?",
    "!",
    "title: ",
    "title: [",
    "steps: [",
    "aliases: [/a/, /a/]\n",
    "draft: true\n",
    "roles: [x]\n",
    "&a ",
    "*a",
    "!!binary x",
    "{",
    "}",
    "? ",
    "- - - ",
    "%YAML",
    "...\n",
    "email: x@\n",
    "phone: \"12\"\n",
    "url: null\n",
    "  name: x\n",
    "x:\n",
    "{{ page.title }}",
    "{% if %}",
    "{$x}",
    "{ $",
    "2026-02-30",
    "99999999999999999999",
];

/// Breaks one file or the set of files, and says how.
fn damage(sources: &mut Sources, random: &mut RandomNumbers) -> String {
    let paths: Vec<SourcePath> = sources.keys().filter(|path| path.in_guide().is_some()).cloned().collect();
    let path = random.pick(&paths).clone();
    let mut bytes = sources[&path].bytes().into_owned();
    let at = random.below(bytes.len() + 1);
    let what = match random.below(12) {
        0 => {
            for _ in 0..=random.below(4) {
                let at = random.below(bytes.len());
                let bit = random.below(8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            "bits turned"
        }
        1 => {
            bytes.truncate(at);
            "cut off"
        }
        2 | 3 => {
            let lines: Vec<Vec<u8>> =
                bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
            let number = random.below(lines.len());
            let again = usize::from(random.below(2) == 0) * 2;
            bytes = lines
                .iter()
                .enumerate()
                .flat_map(|(at, line)| line.repeat(if at == number { again } else { 1 }))
                .collect();
            "a line gone or twice"
        }
        4 => {
            sources.remove(&path);
            return format!("{path} removed");
        }
        5 => {
            let other = random.pick(&paths).clone();
            let taken = sources[&other].clone();
            sources.insert(path.clone(), taken);
            return format!("{path} is now {other}");
        }
        6 => {
            let source = sources.remove(&path).expect("it was there");
            let name = [
                "guide/a/b.md",
                "guide/index.md",
                "guide/registry/terms.yaml",
                "guide/theme/templates/page.html",
                "guide/strings/fr.ftl",
            ];
            let name = random.pick(&name);
            sources.insert(SourcePath::new(*name), source);
            return format!("{path} moved to {name}");
        }
        _ => {
            for _ in 0..=random.below(6) {
                let at = random.below(bytes.len() + 1);
                let piece = random.pick(PIECES).as_bytes().to_vec();
                let times = if random.below(10) == 0 { 40 } else { 1 };
                bytes.splice(at..at, piece.repeat(times));
            }
            "pieces put in"
        }
    };
    put(sources, path.as_str(), &bytes);
    format!("{path}: {what}")
}

/// Fails if a diagnostic points outside its file or into a character, or if its message is incomplete.
pub(crate) fn assert_places(built: &Build, sources: &Sources, about: &str) {
    for diagnostic in &built.diagnostics {
        let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
        let source: Option<&Source> = sources.get(&diagnostic.span.file);
        let length = source.map_or(0, Source::size);
        assert!(start <= end && end <= length, "{about}: {diagnostic:?} is outside of its {length} bytes");
        if let Some(text) = source.and_then(|source| String::from_utf8(source.bytes().into_owned()).ok()) {
            assert!(
                text.is_char_boundary(start) && text.is_char_boundary(end),
                "{about}: {diagnostic:?} cuts a letter"
            );
        }
    }
    let words = diagnostics_of(built, sources);
    // The author's text may contain this too, but then within guillemets or backquotes.
    let holes: Vec<_> = words.lines().filter(|line| line.contains("{$") && !line.contains("{$x}")).collect();
    assert!(holes.is_empty(), "{about}: {holes:#?}");
}

/// The faults of the published pages. A broken link counts only if no diagnostic could have reported it.
pub(crate) fn unrepairable(built: &Build, only: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = faults(built, only);
    if built.has_errors() {
        wrong.retain(|line| !line.contains(" leads to "));
    }
    wrong
}

#[test]
fn a_thousand_broken_guides_are_built_without_panic() {
    let whole = first_guide();
    let first = clean_build(&whole, options());
    let mut sources = whole.clone();
    let mut built = first.clone();
    for seed in 0..1000_u64 {
        let mut random = RandomNumbers::new(seed + 1);
        // Changes add up for a while, then the guide starts intact again.
        if seed % 8 == 0 {
            sources = whole.clone();
            built = first.clone();
        }
        let done = damage(&mut sources, &mut random);
        let about = format!("seed {seed}, {done}");
        let next = build(&sources, &[], options(), &built);
        assert_places(&next, &sources, &about);
        let made = rebuilt_files(&built, &next);
        let trusted =
            next.site.as_ref().is_some_and(|site| site.settings.html == jalon::model::HtmlMode::Trusted);
        let themed = sources.keys().any(|path| path.as_str().starts_with("guide/theme/"));
        if !next.has_errors() {
            let site = next.site.as_ref().expect("a build has a site");
            for page in &site.pages {
                assert!(next.files.contains_key(&page.url.file()), "{about}: {} is made", page.url);
            }
        }
        if !trusted && !themed {
            let wrong = unrepairable(&next, &|path| made.contains(path));
            assert!(wrong.is_empty(), "{about}: {wrong:#?}");
        }
        built = next;
    }
}

#[test]
fn a_reused_page_repeats_its_diagnostics() {
    let mut sources = small("[x](nulle-part.md)\n");
    let first = clean_build(&sources, options());
    put(&mut sources, "guide/index.md", b"---\ntitle: Un autre guide\n---\n\nBonjour.\n");
    let next = build(&sources, &[], options(), &first);
    let path = SourcePath::new("guide/page.md");
    assert!(Arc::ptr_eq(&first.parsed.pages[&path].value, &next.parsed.pages[&path].value));
    let lost = |built: &Build| {
        built.diagnostics.iter().filter(|diagnostic| diagnostic.code.name == "link/missing-page").count()
    };
    assert_eq!((lost(&first), lost(&next)), (1, 1));
}
