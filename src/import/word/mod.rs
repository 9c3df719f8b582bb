//! Documents of word processors, `.docx` and `.odt`, to a guide.
//!
//! 1. `kind` looks at the bytes: a name may be wrong. `archive` opens the ZIP file, `xml` reads its files into trees; what
//!    cannot be read is a `refusal`.
//! 2. `docx` and `odt` give the document in the types of `text`; `role`, `symbol` and `colour` say what names of styles, signs
//!    and colours mean, `letters` how letters look, `embedded` reads texts of other formats that a document holds.
//! 3. `shape` makes blocks of Markdown of it, as `shaped` holds them, `pages` cuts them at headings, `links` leads links to
//!    pages and headings, `pictures` names pictures, `write` writes pages.
//! 4. `guide` adds the title and the language, and puts each `finding` into the report.
//!
//! HTML that somebody pastes is shaped and written in the same way.
mod archive;
mod colour;
mod docx;
mod embedded;
mod finding;
mod guide;
mod kind;
mod letters;
mod links;
mod odt;
mod pages;
mod pictures;
mod refusal;
mod role;
mod shape;
mod shaped;
mod symbol;
mod text;
mod write;
mod xml;

pub(super) use kind::recognise;

use super::ImportRequest;
use super::imported::Imported;
use super::layout;
use crate::failure::Failure;
use crate::import::rich::{heading, plain, write_blocks};
use crate::model::{ForeignTree, Language};
use archive::WordArchive;
use finding::{WordFinding, WordFindingKind};
use kind::WordFormat;
use pages::WordPage;

/// Reads the document that a tree consists of.
pub(super) fn read(tree: &ForeignTree, request: ImportRequest) -> Result<Imported, Failure> {
    let (name, bytes) = kind::lone_document(tree)
        .ok_or_else(|| Failure::plain("failure-import-one-document", tree.name.as_str()))?;
    let refused = |refusal| guide::failure(&refusal, name);
    kind::must_be_archive(bytes).map_err(refused)?;
    let mut archive = WordArchive::open(bytes).map_err(refused)?;
    let format = kind::format_of(&mut archive).map_err(refused)?;
    let text = match format {
        WordFormat::Docx => docx::read(&mut archive),
        WordFormat::Odt => odt::read(&mut archive),
    };
    let mut text = text.map_err(refused)?;
    if !name.to_lowercase().ends_with(format.ending()) {
        let text_of = format.ending().to_owned();
        text.findings.push(WordFinding { kind: WordFindingKind::OtherExtension, block: 0, text: text_of });
    }
    let language = request.language.unwrap_or_else(|| guide::language_of(&text, request.fallback));
    let phrases = guide::phrases(language);
    let properties = text.title.take();
    let mut shaped = shape::shape(text, &phrases);
    let title = guide::title(&shaped, properties.as_deref(), &tree.name);
    let depth = pages::affordable_depth(&shaped, request.split);
    if depth < request.split {
        let kind = WordFindingKind::PagesJoined;
        shaped.findings.push(WordFinding { kind, block: 0, text: depth.to_string() });
    }
    let mut pages = pages::cut(&mut shaped, title.clone(), depth);
    let mut imported = guide::lay_out(&pages, plain(&title), language, format);
    guide::leave_out_pictures_of_footnotes(&mut shaped);
    let paths: Vec<String> = imported.pages.iter().map(|page| page.path.clone()).collect();
    let way = |from: usize, to: usize| layout::relative(&paths[from], &paths[to]);
    links::resolve(&mut pages, &mut shaped.footnotes, &way, &mut shaped.findings);
    let way = |from: usize, to: &str| layout::relative(&paths[from], to);
    let media = pictures::place(&mut archive, &mut pages, &phrases, &way, &mut shaped.findings);
    imported.files = media.map_err(refused)?;
    let written: Vec<_> = pages.iter_mut().map(|page| write::write(page, &shaped.footnotes)).collect();
    imported.findings = guide::findings(&shaped.findings, &written, &paths, name);
    for (page, written) in imported.pages.iter_mut().zip(written) {
        page.body = written.text;
    }
    Ok(imported)
}

/// HTML that somebody pastes, as Markdown for a guide in this language. Headings begin at the second level, below the title of a
/// page; links that lead into the document that it was copied from leave their words.
pub(super) fn pasted(html: &str, language: Language) -> String {
    let mut shaped = shape::shape(embedded::html(html), &guide::phrases(language));
    let title = shaped.title.take().unwrap_or_default();
    let mut pages = pages::cut(&mut shaped, title, 0);
    let way = |_, _| String::new();
    links::resolve(&mut pages, &mut shaped.footnotes, &way, &mut shaped.findings);
    let mut text = String::new();
    for WordPage { title, blocks, .. } in &pages {
        if !plain(title).trim().is_empty() {
            text += &(heading(2, title, None) + "\n");
        }
        text += &write_blocks(blocks.iter().map(|(_, block)| block)).text;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_becomes_markdown() {
        let of = |html: &str| pasted(html, Language::French);
        assert_eq!(
            of("<p>Un <b>mot</b> et <a href='https://example.org/a'>un lien</a>.</p>"),
            "Un **mot** et [un lien](https://example.org/a).\n"
        );
        assert_eq!(of("<!--StartFragment--><ul><li>un</li><li>deux</li></ul>"), "- un\n- deux\n");
        assert_eq!(of("<h2>Titre</h2><p>Texte</p>"), "## Titre\n\nTexte\n");
        let table = of("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>");
        assert!(table.contains("| A | B |") && table.contains("| 1 | 2 |"), "{table}");
        assert_eq!(of("<p>a *b* &lt;script&gt;</p><script>alert(1)</script>").trim(), "a \\*b\\* \\<script>");
        assert_eq!(of(""), "");
    }
}
