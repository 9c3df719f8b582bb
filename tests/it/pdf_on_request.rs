//! A PDF made on request is the one that a build publishes.
use crate::support::{clean_build, first_guide, options, page};
use jalon::model::{Files, Options};
use jalon::output::pdf_at;
use jalon::pipeline::Build;

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
