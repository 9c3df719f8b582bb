//! A PDF made on request is the one that a build publishes.
use crate::support::{assert_same, clean_build, first_guide, guide_of, jalon, options, page, run};
use jalon::model::{Files, Options, OutPath, codes};
use jalon::output::pdf_at;
use jalon::pipeline::{Build, build};
use std::fs;

#[test]
fn a_pdf_on_request_is_the_pdf_that_a_build_publishes() {
    let sources = first_guide();
    let whole = clean_build(&sources, options());
    let later = clean_build(&sources, Options { whole: false, ..options() });
    let pdfs = |built: &Build| -> Vec<String> {
        let all = built.files.keys().map(ToString::to_string);
        all.filter(|path| path.ends_with(".pdf")).collect()
    };
    assert_eq!((pdfs(&whole).len(), pdfs(&later).len()), (9, 0));
    let role = page(&later, "roles/rh-administratif/index.html");
    assert!(role.contains("listes/rh-administratif.pdf") && !role.contains("\u{a0}ko"));
    let site = later.site.as_ref().expect("a site");
    let none = Files::new();
    for path in pdfs(&whole) {
        let made = pdf_at(site, &later.parsed, &later.engine, &path, &none);
        let (at, made) = made.unwrap_or_else(|| panic!("{path} is made"));
        assert_eq!(at.as_str(), path);
        assert_eq!(made.value.value, whole.files[&at].value.value, "{path}");
    }
    assert!(pdf_at(site, &later.parsed, &later.engine, "listes/autre.pdf", &none).is_none());
}

#[test]
fn a_book_is_published_where_the_settings_ask_for_it_and_follows_each_page() {
    let path = OutPath::new("guide.pdf");
    let guide = |settings: &str, text: &str| {
        guide_of(&[
            ("guide/jalon.yaml", &format!("title: Guide\nlanguage: en\n{settings}")),
            ("guide/index.md", text),
        ])
    };
    let plain = clean_build(&guide("", "# Home\n\nOne.\n"), options());
    assert!(!plain.files.contains_key(&path));
    let first = clean_build(&guide("pdf: {book: true}\n", "# Home\n\nOne.\n"), options());
    let after = guide("pdf: {book: true}\n", "# Home\n\nTwo.\n");
    let warm = build(&after, &[], options(), &first);
    let bytes = |built: &Build| built.files[&path].value.value.clone();
    assert_ne!(bytes(&warm), bytes(&first));
    assert_eq!(bytes(&warm), bytes(&clean_build(&after, options())));
    let pages = first.files[&OutPath::new("index.html")].value.value.clone();
    assert!(String::from_utf8_lossy(&pages).contains("href=\"guide.pdf\""));
    // In `serve`, the file is made when it is asked for.
    let lazy = build(&after, &[], Options { whole: false, ..options() }, &Build::default());
    assert!(!lazy.files.contains_key(&path));
    let (_, made) = lazy.book_at("guide.pdf", &lazy.files).expect("the book is made");
    assert_eq!(made.value.value, bytes(&warm));
}

#[test]
fn a_kept_book_has_the_diagnostics_of_its_own_guide() {
    let guide = |text: &str| {
        guide_of(&[
            (
                "guide/jalon.yaml",
                "title: Guide\nlanguage: en\nmarkdown: {html: trusted}\npdf: {book: true}\n",
            ),
            ("guide/index.md", text),
        ])
    };
    let first = clean_build(&guide("# Home\n\n<video>t</video>\n"), options());
    let lost =
        |built: &Build| built.diagnostics.iter().filter(|one| one.code == codes::OUTPUT_BOOK_HTML).count();
    assert_eq!(lost(&first), 1);
    // The book stays as it is, and what is said about it does not.
    let after = guide("# Home\n\n<canvas>t</canvas>\n");
    let warm = build(&after, &[], options(), &first);
    assert_same(&warm, &clean_build(&after, options()), "another element that a book cannot show");
    let after = guide("# Home\n\n<p>t</p>\n");
    let warm = build(&after, &[], options(), &warm);
    assert_same(&warm, &clean_build(&after, options()), "an element that a book can show");
    assert_eq!(lost(&warm), 0);
}

#[test]
fn links_in_a_book_may_lead_into_tables_headings_and_code() {
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: Guide\nlanguage: en\nmarkdown: {html: trusted}\npdf: {book: true}\n"),
        (
            "guide/index.md",
            "# Home\n\n[a](#a) [b](#b) [c](#c) [d](#d) [e](#e)\n\n\
             ## One <a id=\"a\"></a>\n\n| A | B |\n|---|---|\n| <a id=\"b\"></a>x | <code>k<a id=\"c\"></a></code> |\n\n\
             <p>So <code id=\"f\">k<a id=\"d\"></a></code>.</p>\n\n<pre>a\n<a id=\"e\"></a>b</pre>\n",
        ),
    ]);
    let built = clean_build(&sources, options());
    assert!(built.files.contains_key(&OutPath::new("guide.pdf")), "{:?}", built.diagnostics);
}

#[test]
fn a_book_replaces_a_book_and_no_checklist_and_each_diagnostic_is_printed_once() {
    let root = tempfile::tempdir().expect("a folder for the test");
    let at = |name: &str| root.path().join(name);
    fs::create_dir(at("guide")).expect("a folder of the guide");
    let write = |name: &str, bytes: &[u8]| fs::write(at(name), bytes).expect("the disk takes a file");
    write("guide/jalon.yaml", b"title: Guide\nlanguage: en\nmarkdown: {html: trusted}\n");
    write("guide/index.md", b"# Home\n\n<video>t</video>\n\n## Do\n\n- [ ] One\n- [ ] Two\n");
    let book = |name: &str| {
        let path = at(name);
        let path = path.to_str().expect("a name in UTF-8");
        let output = run(&mut jalon(root.path(), &["book", path, "--format", "short"]));
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (status, said) = book("book.pdf");
    assert_eq!(status, Some(0), "{said}");
    for code in ["output/book-html", "settings/trusted-html"] {
        assert_eq!(said.matches(code).count(), 1, "{code} in {said}");
    }
    assert_eq!(book("book.pdf").0, Some(0));
    assert_eq!((book("book.epub").0, book("book.epub").0), (Some(0), Some(0)));
    let later = clean_build(&first_guide(), Options { whole: false, ..options() });
    let site = later.site.as_ref().expect("a site");
    let made = pdf_at(site, &later.parsed, &later.engine, "listes/rh-administratif.pdf", &Files::new());
    let checklist = made.expect("the checklist is made").1.value.value.clone();
    write("filled-in.pdf", &checklist);
    assert_eq!(book("filled-in.pdf").0, Some(2));
    assert_eq!(fs::read(at("filled-in.pdf")).expect("the checklist"), checklist);
}
