//! Printed checklists: sheets that are hard to lay out, themes, the same bytes on any number of threads, and the cost.
//! The files are written to `target/tmp/pdf-fixtures` with what is expected of each, for `tests/pdf/check`.
use crate::costs::used;
use crate::pdf_expected::Expected;
use crate::pdf_sheets::{self as sheets, sheet, task};
use crate::support::{RandomNumbers, clean_build, guide_of, options, package_root, put, text_of};
use jalon::model::{Arg, Bytes, Code, Diagnostic, Noted, Sheet, SheetTask, SourcePath, Span, codes};
use jalon::pdf::{Kit, KitFile, LABELS, Labels, Size, render};
use jalon::words::Words;
use rayon::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// The files of the default theme, with some replaced.
fn files(replaced: &[(&str, &str)]) -> Noted<Kit> {
    let folder = package_root().join("themes/default/pdf");
    let mut files: BTreeMap<String, (Bytes, SourcePath)> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&folder) {
        let entry = entry.expect("the theme can be listed");
        let name = entry.path().strip_prefix(&folder).expect("it is inside").to_string_lossy().into_owned();
        if name.ends_with(".typ") || name.ends_with(".ttf") {
            let bytes = std::fs::read(entry.path()).expect("the theme can be read").into();
            let path = SourcePath::new(format!("themes/default/pdf/{name}"));
            files.insert(name, (bytes, path));
        }
    }
    for (name, text) in replaced {
        let path = SourcePath::new(format!("guide/theme/pdf/{name}"));
        files.insert((*name).to_owned(), ((*text).to_owned().into(), path));
    }
    let files: Vec<_> =
        files.iter().map(|(name, (bytes, path))| KitFile { name, bytes: bytes.clone(), path }).collect();
    Kit::new(&files)
}

/// The default theme.
fn kit() -> Kit {
    let kit = files(&[]);
    assert_eq!(kit.diagnostics, []);
    kit.value
}

/// The words of the interface in the language of the sheet.
fn labels(sheet: &Sheet) -> Labels {
    let mut words = Words::new(sheet.language);
    assert_eq!(words.add(&text_of(format!("themes/default/strings/{}.ftl", sheet.language.tag()))), []);
    Labels::new(|key| words.say(key, None, &[]).unwrap_or_else(|| panic!("{key} has words")))
}

fn about() -> Span {
    Span::start_of(&SourcePath::new("guide/page.md"))
}

/// A sheet as a PDF, with the diagnostics.
fn printed(kit: &Kit, sheet: &Sheet, size: Size) -> Noted<Vec<u8>> {
    let made = render(kit, &labels(sheet), sheet, size, &about());
    let value = made.value.unwrap_or_else(|| panic!("{}: {:?}", sheet.id, made.diagnostics));
    Noted { value, diagnostics: made.diagnostics }
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pdf-fixtures");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Writes a PDF for `tests/pdf/check`, with what must be found in it.
fn keep(
    kit: &Kit,
    name: &str,
    sheet: &Sheet,
    size: Size,
    pages: [usize; 2],
    more: &serde_json::Value,
) -> Noted<Vec<u8>> {
    let made = printed(kit, sheet, size);
    let all = Expected::of(sheet);
    let mut expected = json!({
        "lang": sheet.language.tag(), "title": sheet.title, "pages": pages, "text": all.text, "boxes": all.boxes,
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        expected[key] = value.clone();
    }
    let path = folder().join(name);
    std::fs::write(path.with_extension("pdf"), &made.value).expect("a file can be written");
    std::fs::write(path.with_extension("json"), expected.to_string()).expect("a file can be written");
    made
}

#[test]
fn sheets_are_printed_without_a_diagnostic() {
    let kit = kit();
    let none = json!({});
    let quiet = |name: &str, sheet: &Sheet, size, pages, more: &serde_json::Value| {
        let made = keep(&kit, name, sheet, size, pages, more);
        assert_eq!(made.diagnostics, [], "{name}");
        assert!(made.value.len() < 200_000, "{name}: {} bytes", made.value.len());
    };
    quiet("one-task", &sheets::smallest(), Size::Usual, [1, 1], &none);
    quiet("nine-tasks", &sheets::nine(), Size::Usual, [1, 1], &none);
    quiet("leak", &sheets::leak(), Size::Usual, [1, 1], &none);
    quiet("leak-with-fields", &sheets::leak_with_fields(), Size::Usual, [1, 2], &none);
    quiet("leak-large", &sheets::leak(), Size::Large, [2, 2], &none);
    quiet("ten-pages", &sheets::ten_pages(), Size::Usual, [10, 24], &none);
    quiet("english", &sheets::english(), Size::Usual, [1, 1], &none);
    quiet("long-words", &sheets::long_words(), Size::Usual, [1, 2], &none);
    let together =
        json!({ "together": [["Le local est-il prêt", "ouvrir les portes", "prévenir le gardien"]] });
    for tasks in 26..34 {
        quiet(&format!("foot-{tasks}"), &sheets::foot(tasks), Size::Usual, [1, 2], &together);
    }
}

#[test]
fn hostile_text_is_printed_as_it_is_and_missing_characters_are_reported() {
    let found = keep(
        &kit(),
        "hostile",
        &sheets::hostile(),
        Size::Usual,
        [1, 2],
        &json!({ "text": null, "boxes": null }),
    );
    let diagnostics_of: Vec<String> = found
        .diagnostics
        .iter()
        .map(|diagnostic| {
            assert_eq!((diagnostic.code, &diagnostic.span), (codes::OUTPUT_PDF_LETTER, &about()));
            let arg = |name: &str| {
                diagnostic.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
            };
            let (Some(Arg::Text(letter)), Some(Arg::Text(number)), Some(Arg::Text(place))) =
                (arg("letter"), arg("number"), arg("place"))
            else {
                panic!("{diagnostic:?}");
            };
            format!("{place}: {letter} ({number})")
        })
        .collect();
    let expects = |place: &str, letter: &str| {
        assert!(
            diagnostics_of
                .iter()
                .any(|diagnostics_of| diagnostics_of.starts_with(place) && diagnostics_of.contains(letter)),
            "{place} {letter}: {diagnostics_of:#?}"
        );
    };
    expects("日本語", "日 (U+65E5)");
    expects("日本語", "ع");
    expects("Un", "U+E000");
    expects("été", "ḁ (U+1E01)");
    // Emoji are printed, skin tones and joiners are left out, and a sign is told once.
    assert!(diagnostics_of.iter().all(|told| !told.starts_with("Feu") && !told.starts_with("#Titre")));
    assert_eq!(diagnostics_of.iter().filter(|told| told.contains("日 (")).count(), 1);
}

/// Any text: characters of many scripts, marks without a base character, symbols, controls.
fn any_text(random: &mut RandomNumbers) -> String {
    let blocks =
        [0x20..0x7f, 0xa0..0x250, 0x300..0x370, 0x370..0x530, 0x1e00..0x2000, 0x2000..0x2c00, 0..0x11_0000];
    let mut letter = || {
        let block = random.pick(&blocks).clone();
        char::from_u32(block.start + u32::try_from(random.below(block.len())).expect("a block is small"))
            .unwrap_or('a')
    };
    (0..40).map(|_| letter()).collect()
}

#[test]
fn any_text_can_be_printed() {
    let kit = kit();
    (0..16_u64).into_par_iter().for_each(|seed| {
        let mut random = RandomNumbers::new(seed);
        let tasks: Vec<SheetTask> = (0..12).map(|n| task(&format!("t{n}"), &any_text(&mut random))).collect();
        let mut sheet =
            sheet("tout", &any_text(&mut random), vec![sheets::section(&any_text(&mut random), tasks)]);
        sheet.facts = vec![(any_text(&mut random), any_text(&mut random))];
        sheet.guide = any_text(&mut random);
        let made = printed(&kit, &sheet, Size::Usual);
        assert!(
            made.diagnostics.iter().all(|diagnostic| diagnostic.code == codes::OUTPUT_PDF_LETTER),
            "{seed}: {:#?}",
            made.diagnostics
        );
        std::fs::write(folder().join(format!("any-{seed}.pdf")), made.value).expect("a file can be written");
    });
}

#[test]
fn a_guide_may_have_fonts_of_its_own() {
    let font = std::fs::read(package_root().join("themes/default/pdf/fonts/JalonSigns-Regular.ttf"))
        .expect("a font");
    let mut sources = guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n"),
        ("guide/index.md", "---\ntitle: Un guide\n---\n\nBonjour.\n"),
    ]);
    put(&mut sources, "guide/theme/pdf/fonts/Autre-Regular.ttf", &font);
    assert_eq!(clean_build(&sources, options()).diagnostics, []);
}

#[test]
fn one_thread_or_many_give_the_same_bytes() {
    let kit = kit();
    let some = |n: usize| {
        let mut sheet = if n.is_multiple_of(2) { sheets::leak() } else { sheets::english() };
        sheet.title = format!("{} {n}", sheet.title);
        sheet
    };
    let alone: Vec<_> = (0..12).map(|n| printed(&kit, &some(n), Size::Usual).value).collect();
    let other = self::kit();
    let many: Vec<_> =
        (0..12).into_par_iter().map(|n| printed(&other, &some(n), Size::Usual).value).collect();
    assert!(alone == many);
    assert_eq!(kit, other);
    assert_ne!(alone[0], alone[2]);
}

#[test]
fn a_theme_replaces_the_tokens_alone() {
    let tokens = text_of("themes/default/pdf/tokens.typ");
    let changed = tokens.replace("#0b5147", "#5a0a4a").replace("#e3ece5", "#f6e6f2");
    assert_ne!(tokens, changed);
    let theme = files(&[("tokens.typ", &changed)]);
    assert_eq!(theme.diagnostics, []);
    assert_ne!(theme.value, kit());
    let made = keep(&theme.value, "tokens", &sheets::leak(), Size::Usual, [1, 1], &json!({ "like": "leak" }));
    assert_eq!(made.diagnostics, []);
}

/// Line and column of the error in a replaced file, and the reason.
fn place_of(name: &str, text: &str) -> (Code, String, usize, usize, String) {
    let kit = files(&[(name, text)]);
    let made = render(&kit.value, &labels(&sheets::leak()), &sheets::leak(), Size::Usual, &about());
    let diagnostics: Vec<Diagnostic> = [kit.diagnostics, made.diagnostics].concat();
    let diagnostic = diagnostics.first().expect("a diagnostic");
    assert_eq!(made.value.is_none(), diagnostic.code == codes::THEME_PDF_ERROR);
    let before = &text[..text.len().min(diagnostic.span.start as usize)];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
    let Some((_, Arg::Text(why))) = diagnostic.args.first() else { panic!("{diagnostic:?}") };
    (diagnostic.code, diagnostic.span.file.to_string(), line, column, why.clone())
}

#[test]
fn an_error_in_a_theme_has_its_place() {
    let tokens = text_of("themes/default/pdf/tokens.typ");
    let (code, file, line, column, why) = place_of("tokens.typ", &format!("{tokens}#let b = (\n"));
    assert_eq!((code, file.as_str()), (codes::THEME_PDF_ERROR, "guide/theme/pdf/tokens.typ"));
    assert_eq!((line, column, why.as_str()), (tokens.lines().count() + 1, 10, "unclosed delimiter"));

    let unknown = tokens.replace("rgb(\"#0b5147\")", "blau");
    let at = unknown.lines().position(|line| line.contains("blau")).expect("it is there") + 1;
    let (code, _, line, _, why) = place_of("tokens.typ", &unknown);
    assert_eq!((code, line), (codes::THEME_PDF_ERROR, at));
    assert!(why.starts_with("unknown variable: blau"), "{why}");

    let lost = tokens.replace("Atkinson Hyperlegible Next", "Police Perdue");
    let (code, _, _, _, why) = place_of("tokens.typ", &lost);
    assert_eq!((code, why.as_str()), (codes::THEME_PDF_WARNING, "unknown font family: police perdue"));

    let (code, _, _, _, why) = place_of("fonts/form.ttf", "no font");
    assert_eq!((code, why.as_str()), (codes::THEME_PDF_ERROR, "not a font"));
}

#[test]
fn an_invalid_field_is_refused() {
    let list = text_of("themes/default/pdf/checklist.typ");
    for (more, why) in [
        ("#field(\"check\", \"notes\", \"Deux fois\", box(width: 5mm, height: 5mm))", "stands once"),
        ("#field(\"check\", \"a.b\", \"Un point\", box(width: 5mm, height: 5mm))", "kind, name and tip"),
        ("#field(\"radio\", \"a\", \"Un genre\", box(width: 5mm, height: 5mm))", "kind, name and tip"),
        ("#field(\"check\", \"a\", \"Du texte\", [texte #box(width: 5mm, height: 5mm)])", "shapes alone"),
    ] {
        let (code, _, _, _, diagnostics_of) = place_of("checklist.typ", &format!("{list}\n{more}\n"));
        assert_eq!(code, codes::THEME_PDF_ERROR);
        assert!(diagnostics_of.contains(why), "{more}: {diagnostics_of}");
    }
}

#[test]
fn a_logo_of_the_theme_or_the_settings_is_printed() {
    let drawn = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z" fill="#0b5147"/></svg>"##;
    let kit = files(&[("logo.svg", drawn)]);
    assert_eq!(kit.diagnostics, []);
    let mut sheet = sheets::leak();
    "logo".clone_into(&mut sheet.id);
    // It has an alternative text, without which the PDF would not be accessible, and no text of its own.
    let made = keep(&kit.value, "logo", &sheet, Size::Usual, [1, 2], &json!({}));
    assert_eq!(made.diagnostics, []);
    assert_ne!(made.value, printed(&self::kit(), &sheet, Size::Usual).value);
}

#[test]
fn a_card_shows_a_title_in_its_colours() {
    let colours = [[251, 248, 242], [36, 33, 28], [11, 81, 71]];
    let draw = |title: &str, colours| {
        let card = jalon::pdf::social_card(&kit(), title, "guide.example.org", colours).expect("it is drawn");
        assert_eq!(card[..8], *b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes([card[at], card[at + 1], card[at + 2], card[at + 3]]);
        assert_eq!((number(16), number(20)), (1200, 630));
        assert!(card.len() <= 15_000, "{} bytes", card.len());
        card
    };
    let card = draw("Réussir l’accueil", colours);
    assert_eq!(card, draw("Réussir l’accueil", colours));
    assert_ne!(card, draw("Réussir le départ", colours));
    assert_ne!(card, draw("Réussir l’accueil", [colours[1], colours[0], colours[2]]));
    draw(&"Un titre très long ".repeat(30), colours);
    draw(&"x".repeat(300), colours);
    draw("日本語", colours);
}

#[test]
fn two_tasks_with_one_key_give_no_pdf() {
    let twice =
        sheet("deux", "Deux", vec![sheets::section("Deux", vec![task("a", "Un"), task("a", "Deux")])]);
    let made = render(&kit(), &labels(&twice), &twice, Size::Usual, &about());
    assert!(made.value.is_none());
    assert_eq!(made.diagnostics.len(), 1);
}

#[test]
fn theme_files_get_every_label() {
    let files: String =
        ["kit", "checklist", "book"].map(|name| text_of(format!("themes/default/pdf/{name}.typ"))).concat();
    for key in LABELS {
        let name = key.trim_start_matches("pdf-");
        let seen = files.contains(&format!("labels.{name}"));
        assert!(seen || ["read-do", "do-confirm"].contains(&name), "{key} is shown");
    }
}

/// Tells the process that it was started for this measurement.
const ALONE: &str = "JALON_TEST_ALONE";

#[test]
fn fifty_sheets_cost_little() {
    if std::env::var_os(ALONE).is_none() {
        // Memory is counted for a whole process, so another one prints these sheets and does nothing else.
        let program = std::env::current_exe().expect("it runs");
        let name = "pdf::fifty_sheets_cost_little";
        let output = std::process::Command::new(program)
            .args(["--exact", name, "--nocapture"])
            .env(ALONE, "1")
            .output();
        let output = output.expect("it starts again");
        let diagnostics_of = [output.stdout, output.stderr]
            .map(|diagnostics_of| String::from_utf8_lossy(&diagnostics_of).into_owned())
            .concat();
        assert!(output.status.success() && diagnostics_of.contains("1 passed"), "{diagnostics_of}");
        return;
    }
    let start = used();
    let kit = kit();
    let mut size = 0;
    for n in 0..50 {
        let mut sheet = sheets::leak();
        sheet.title = format!("{} {n}", sheet.title);
        for (at, section) in sheet.sections.iter_mut().enumerate() {
            section.title = format!("{} {n}.{at}", section.title);
        }
        size += printed(&kit, &sheet, Size::Usual).value.len();
    }
    let cost = used().saturating_sub(start);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    let peak: usize = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    let summary = format!("50 sheets: {cost:?} of the processor, peak {peak} kB, {} bytes each", size / 50);
    // The daily profile, which asserts, may take three times as long as a release.
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 12 } else { 4 });
    assert!(cost < limit && peak < 200_000, "{summary}");
    std::fs::write(folder().join("cost.txt"), summary).expect("a file can be written");
}
