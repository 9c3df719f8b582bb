//! Checklists as PDF: which are made, where, and what pages say about them.
use super::theme::Printer;
use super::{Engine, Outputs, Prepared};
use crate::model::{Date, Diagnostic, Files, Noted, Options, OutPath, Sheet, Sources, Span, codes};
use crate::stamp::Stamp;
use crate::{assemble, load, parse};
use std::path::Path;

/// A file that names the sheet it was made from.
fn printed(sheet: &Sheet, _: &Span) -> Noted<Option<Vec<u8>>> {
    Noted::clean(Some(format!("%PDF of {} ({})", sheet.id, sheet.sections.len()).into_bytes()))
}

/// A larger file with a diagnostic.
fn printed_with_diagnostic(sheet: &Sheet, _: &Span) -> Noted<Option<Vec<u8>>> {
    let place = Span::start_of(&crate::model::SourcePath::new("guide/index.md"));
    let diagnostic = Diagnostic::new(codes::OUTPUT_TOO_LARGE, place).arg("path", sheet.id.as_str());
    Noted { value: Some(vec![b'x'; 49 << 10]), diagnostics: vec![diagnostic] }
}

/// Replaces the printer of the theme.
type Render = fn(&Sheet, &Span) -> Noted<Option<Vec<u8>>>;

fn sources() -> Sources {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    load::load(home).expect("the first guide is read").value
}

fn made(sources: &Sources, before: &Files, render: Option<Render>) -> Outputs {
    let parsed = parse::all(sources, parse::ParsedBefore::default()).parsed;
    let today = Date::parse("2026-11-23").expect("a day");
    let site = assemble::site(&parsed, sources, Options { whole: true, ..Options::on(today) }).value;
    let printer = render.map(|render| Printer {
        stamp: Stamp::default(),
        render: Box::new(render),
        render_book: Box::new(|_, _| Noted::clean(None)),
        draw_social_card: Box::new(|_, _, _| None),
    });
    let before = Outputs { files: before.clone(), ..Outputs::default() };
    let theme = Engine::default().refreshed(&site, sources);
    let files = (&site, &parsed, sources);
    Prepared::with_printer(files, (&before, None), theme, (printer.as_ref(), Vec::new())).all()
}

fn text(made: &Outputs, path: &str) -> String {
    let file = made.files.get(&OutPath::new(path)).unwrap_or_else(|| panic!("{path} is published"));
    String::from_utf8_lossy(&file.value.value).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn without_a_printer_no_page_names_a_pdf() {
    let made = made(&sources(), &Files::new(), None);
    assert!(made.files.keys().all(|path| !path.as_str().contains(".pdf")));
    for page in ["index.html", "roles/rh-administratif/index.html"] {
        assert!(!text(&made, page).contains(".pdf"), "{page} has no dead link");
    }
}

#[test]
fn each_list_has_a_pdf_and_its_page_says_the_size() {
    let made = made(&sources(), &Files::new(), Some(printed_with_diagnostic));
    let pdfs: Vec<_> = made.files.keys().map(OutPath::as_str).filter(|path| path.contains(".pdf")).collect();
    assert_eq!(pdfs.len(), 9, "six lists and three roles that have something to do: {pdfs:?}");
    assert!(pdfs.iter().all(|path| path.starts_with("listes/")));
    let role = text(&made, "roles/rh-administratif/index.html");
    assert!(role.contains("href=\"../../listes/rh-administratif.pdf\""), "{role}");
    assert!(role.contains("PDF remplissable, A4, 49 ko"), "{role}");
    let page = text(&made, "recruter/convention/index.html");
    assert!(page.contains("href=\"../../listes/recruter-convention-verifier-la-convention.pdf\""));
    // A role without a task has no list.
    assert!(!text(&made, "roles/coordinateur/index.html").contains(".pdf"));
    // The diagnostics of a printer are kept with its file.
    let file = &made.files[&OutPath::new(pdfs[0])];
    assert_eq!(file.value.diagnostics.len(), 1);
}

#[test]
fn a_pdf_is_made_again_only_when_its_sheet_changes_and_a_page_when_the_size_does() {
    let before = made(&sources(), &Files::new(), Some(printed));
    // Nothing changed, so every file is kept.
    let again = made(&sources(), &before.files, Some(printed));
    for (path, file) in &again.files {
        assert_eq!(file.from, before.files[path].from, "{path:?}");
    }
    // The size of a PDF is part of the input of its page.
    let larger = made(&sources(), &Files::new(), Some(printed_with_diagnostic));
    let stamp = |outcome: &Outputs, path: &str| outcome.files[&OutPath::new(path)].from;
    let page = "recruter/convention/index.html";
    assert_ne!(stamp(&before, page), stamp(&larger, page));
    assert_eq!(stamp(&before, "ressources/index.html"), stamp(&larger, "ressources/index.html"));
}

#[test]
fn too_many_or_too_long_lists_are_not_printed_and_get_a_diagnostic() {
    let mut sources = sources();
    let settings = crate::model::SourcePath::new("guide/jalon.yaml");
    let text = String::from_utf8_lossy(&sources[&settings].bytes()).into_owned() + "\npdf: {lists: 5}\n";
    sources.insert(settings, crate::model::Source::new(text.into_bytes()));
    let few = made(&sources, &Files::new(), Some(printed));
    let paths = |made: &Outputs| {
        made.files.keys().map(OutPath::to_string).filter(|path| path.contains(".pdf")).collect::<Vec<_>>()
    };
    assert_eq!(paths(&few).len(), 3, "those of the roles are left");
    let count_of = |made: &Outputs, name: &str| {
        made.diagnostics().filter(|diagnostic| diagnostic.code.name == name).count()
    };
    assert_eq!(count_of(&few, "output/too-many-lists"), 1);

    let path = crate::model::SourcePath::new("guide/3-la-coop.md");
    let tasks: String =
        (0..501).map(|number| format!("- [ ] <role:conum> Tâche {number}\n")).collect::<Vec<_>>().concat();
    let text = format!("# A\n\n{tasks}");
    sources.insert(path, crate::model::Source::new(text.into_bytes()));
    let long = made(&sources, &Files::new(), Some(printed));
    assert_eq!(count_of(&long, "output/list-too-long"), 1, "{:?}", long.about_all);
    assert!(!paths(&long).contains(&"listes/conum.pdf".to_owned()));
}
