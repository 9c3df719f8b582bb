//! Every page of a guide can be reached from the home page by links.
use crate::markup;
use crate::sites::{follow, is_external};
use crate::support::{
    clean_build, diagnostics_of, first_guide, guide_of, options, package_root, page, read, site_guides,
};
use jalon::model::Sources;
use jalon::pipeline::Build;
use std::collections::BTreeSet;

/// Pages that cannot be reached without opening these pages.
fn missed(built: &Build, closed: &[&str]) -> Vec<String> {
    let mut seen = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        let read = markup::read(page(built, &path)).unwrap_or_else(|why| panic!("{path}: {why}"));
        let links = read.named("a").into_iter().filter_map(|link| link.attribute("href"));
        for href in links.filter(|href| !is_external(href)) {
            let (target, _) = follow(&path, href);
            let opens = target.ends_with(".html") && !closed.contains(&target.as_str());
            if opens && seen.insert(target.clone()) {
                waiting.push(target);
            }
        }
    }
    let site = built.site.as_ref().expect("a site");
    let all = site.pages.iter().map(|page| page.url.file().to_string());
    all.filter(|path| !seen.contains(path)).collect()
}

/// Pages that list all others.
const MAPS: [&str; 6] = [
    "plan-du-site/index.html",
    "site-map/index.html",
    "recherche/index.html",
    "search/index.html",
    "guide-complet/index.html",
    "whole-guide/index.html",
];

#[test]
fn every_page_is_reached_from_the_home_page() {
    let starter =
        |language: &str| read(&package_root().join(format!("src/language/{language}/templates/starter")));
    let mut guides: Vec<(String, Sources)> = site_guides();
    guides.push(("the first guide".to_owned(), first_guide()));
    for language in ["fr", "en"] {
        let mut sources = first_guide();
        sources = sources.into_iter().filter(|(path, _)| path.in_guide().is_none()).collect();
        sources.extend(starter(language).into_iter().filter(|(path, _)| path.in_guide().is_some()));
        guides.push((format!("the starter in {language}"), sources));
    }
    for (name, sources) in guides {
        let built = clean_build(&sources, options());
        assert_eq!(missed(&built, &MAPS), [""; 0], "{name}");
        assert!(!diagnostics_of(&built, &sources).contains("link/orphan-page"), "{name}");
    }
}

#[test]
fn every_page_of_a_section_with_a_short_menu_is_reached() {
    let settings = ("guide/jalon.yaml", "title: G\nlanguage: fr\n");
    let page = |number| format!("---\nslug: p-{number}\n---\n\n# Page {number}\n");
    let wide: Vec<_> = (10..80).map(|number| (format!("guide/s/{number}-p.md"), page(number))).collect();
    let guide = |index: &str| {
        let mut files = vec![settings, ("guide/index.md", "# Accueil\n"), ("guide/s/index.md", index)];
        files.extend(wide.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        guide_of(&files)
    };
    let listed = guide("# Section\n");
    let built = clean_build(&listed, options());
    assert_eq!(missed(&built, &MAPS), [""; 0]);
    assert!(!diagnostics_of(&built, &listed).contains("link/orphan-page"));
    // A journey of two steps replaces the list of pages: the others are counted, and the site map lists them.
    let journey = guide("---\nsteps: [10-p.md, 79-p.md]\n---\n\n# Section\n");
    let built = clean_build(&journey, options());
    assert_eq!(missed(&built, &[]), [""; 0]);
    assert_eq!(diagnostics_of(&built, &journey).matches("link/orphan-page").count(), 68);
}
