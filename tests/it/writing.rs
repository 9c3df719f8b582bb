//! What pages are made of beyond `CommonMark`: what is published of it, for eyes, ears, the search and paper.
use crate::support::{clean_build, guide_of, options, page};
use jalon::model::{Run, Sources};
use jalon::output;

const SETTINGS: (&str, &str) = ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n");
const HOME: (&str, &str) = ("guide/index.md", "# Accueil\n");
const ROLES: (&str, &str) = ("guide/registry/roles.yaml", "agent: {name: Agent}\n");

/// A guide with one page.
fn guide(body: &str) -> Sources {
    guide_of(&[SETTINGS, HOME, ROLES, ("guide/a.md", body)])
}

/// The text of the page that the search knows.
fn searched(body: &str) -> String {
    let built = clean_build(&guide(body), options());
    let site = built.site.as_ref().expect("the guide is built");
    let docs = output::search_docs(site, &built.parsed);
    docs.iter().filter(|doc| doc.origin == "guide/a.md").map(|doc| doc.text.clone()).collect()
}

#[test]
fn the_title_of_a_callout_may_hold_what_a_sentence_holds() {
    let body = "# A\n\n> [!warning] Avant de *signer* `x`\n> Relire.\n";
    let built = clean_build(&guide(body), options());
    let html = page(&built, "a/index.html");
    let title = "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\"><span class=\"visually-hidden\">Attention\u{a0}:</span> <span>Avant de <em>signer</em> <code>x</code></span></p>\n<p>Relire.</p>\n</div>";
    assert!(html.contains(title), "{html}");
    assert_eq!(searched(body), "Avant de signer x\nRelire.");
}

#[test]
fn paper_sets_the_title_of_a_callout_apart() {
    let body =
        "# A\n\n## Étapes\n<role:agent>\n\n- [ ] Signer.\n\n  > [!NOTE] Avant de *signer*\n  > Relire.\n";
    let sources = guide(body);
    let built = clean_build(&sources, options());
    let site = built.site.as_ref().expect("the guide is built");
    let sheets = output::sheets(site, &built.parsed, &sources, &built.engine);
    let help = &sheets[0].sections[0].tasks[0].help;
    let text = |text: &str| Run::Text(text.to_owned());
    let title = Run::Strong(vec![text("Avant de "), Run::Emphasis(vec![text("signer")])]);
    assert_eq!(*help, [vec![title], vec![text("Relire.")]]);
}

#[test]
fn a_mark_behind_a_backslash_is_a_quotation() {
    let built = clean_build(&guide("# A\n\n> \\[!NOTE] Une citation.\n"), options());
    assert!(page(&built, "a/index.html").contains("<blockquote>\n<p>[!NOTE] Une citation.</p>"));
}
