//! Terms are marked where they are used first, whatever the text around them.
use crate::support::{clean_build, guide_of, options, page};

#[test]
fn a_term_is_found_within_a_piece_of_text_and_not_across_pieces() {
    let terms = "anct:\n  name: ANCT\n  expansion: Agence nationale\nconum:\n  name: Conum\n  definition: Un métier.\n";
    let body = "# Fin\n\nmot**ANCT**\n\nCo**num** et AN*CT*, puis *Conum*, `ANCT` ; l’ANCT encore.\n";
    let sources = guide_of(&[
        ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n"),
        ("guide/index.md", "# Un guide\n"),
        ("guide/page.md", body),
        ("guide/registry/terms.yaml", terms),
    ]);
    let built = clean_build(&sources, options());
    let page = page(&built, "page/index.html");
    let from = page.find("<p>mot").expect("the text is there");
    let text = &page[from..page[from..].find("encore.").map_or(page.len(), |at| from + at)];
    let uses: Vec<_> = text.split("class=\"term\"").skip(1).map(|use_of| &use_of[..40]).collect();
    assert_eq!(uses.len(), 2, "{text}");
    assert!(
        text.contains("mot<strong><a class=\"term\"") && text.contains("<em><a class=\"term\""),
        "{text}"
    );
    assert!(text.contains("Co<strong>num</strong> et AN<em>CT</em>") && text.contains("l’ANCT"), "{text}");
}
