//! The pictures that other sites show with links: where the address of the site is known, of the guide and of its pages.
use crate::support::{clean_build, guide_of, options, page};
use jalon::model::{Bytes, Noted, Options, OutPath};
use jalon::pipeline::{Build, build};
use std::sync::Arc;

/// The picture of the guide.
const OF_GUIDE: &str = "theme/social-card.png";

#[test]
fn a_site_whose_address_is_known_has_a_social_card() {
    let settings = |more: &str| format!("title: Guide\nlanguage: fr\n{more}");
    let built = |more: &str| {
        let guide = guide_of(&[("guide/jalon.yaml", &settings(more)), ("guide/index.md", "# Accueil\n")]);
        clean_build(&guide, options())
    };
    let card = OutPath::new(OF_GUIDE);
    let known = built("base_url: https://guide.example/a/\n");
    assert!(known.files.contains_key(&card));
    assert_eq!(named(page(&known, "index.html")), Some("https://guide.example/a/theme/social-card.png"));
    let unknown = built("");
    assert!(!unknown.files.contains_key(&card) && named(page(&unknown, "index.html")).is_none());
}

#[test]
fn pages_have_their_own_where_they_are_not_too_many() {
    let small = guide_with(3, "Un", options(), &Build::default());
    let (one, other) = (card(&small, "p1"), card(&small, "p2"));
    assert_ne!(one.value, other.value);
    let address = "https://guide.example/theme/social-cards/p1.png";
    assert_eq!(named(page(&small, "p1/index.html")), Some(address));
    assert_eq!(named(page(&small, "index.html")), Some("https://guide.example/theme/social-card.png"));

    let large = guide_with(201, "Un", options(), &Build::default());
    assert!(cards(&large).eq([OF_GUIDE]));
    assert_eq!(named(page(&large, "p1/index.html")), Some("https://guide.example/theme/social-card.png"));
}

#[test]
fn a_new_title_makes_one_picture_anew() {
    let before = guide_with(3, "Un", options(), &Build::default());
    let after = guide_with(3, "Autre", options(), &before);
    assert_ne!(card(&after, "p1").value, card(&before, "p1").value);
    assert!(Arc::ptr_eq(card(&after, "p2"), card(&before, "p2")));
    let clean = guide_with(3, "Autre", options(), &Build::default());
    assert!(cards(&after).eq(cards(&clean)));
    assert_eq!(card(&after, "p1").value, card(&clean, "p1").value);
}

#[test]
fn a_server_makes_none_unless_asked() {
    let served = guide_with(3, "Un", Options { whole: false, ..options() }, &Build::default());
    assert_eq!(cards(&served).count(), 0);
    assert_eq!(named(page(&served, "p1/index.html")), None);
}

/// The picture that a page names.
fn named(html: &str) -> Option<&str> {
    let (_, after) = html.split_once("<meta property=\"og:image\" content=\"")?;
    after.split('"').next()
}

/// A guide of so many pages, of which the second has this title.
fn guide_with(pages: usize, title: &str, options: Options, before: &Build) -> Build {
    let settings = "title: Guide\nlanguage: fr\nbase_url: https://guide.example/\n";
    let of_page = |at: usize| if at == 1 { format!("# {title}\n") } else { format!("# Page {at}\n") };
    let texts: Vec<_> = (1..pages).map(|at| (format!("guide/p{at}.md"), of_page(at))).collect();
    let pages = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let others = [("guide/jalon.yaml", settings), ("guide/index.md", "# Accueil\n")];
    let files: Vec<_> = others.into_iter().chain(pages).collect();
    build(&guide_of(&files), &[], options, before)
}

/// The picture of a page.
fn card<'a>(built: &'a Build, page: &str) -> &'a Arc<Noted<Bytes>> {
    let path = OutPath::new(format!("theme/social-cards/{page}.png"));
    &built.files.get(&path).unwrap_or_else(|| panic!("{page} has a picture")).value
}

/// The addresses of all pictures.
fn cards(built: &Build) -> impl Iterator<Item = &str> {
    built.files.iter().map(|(path, _)| path.as_str()).filter(|path| path.contains("social-card"))
}
