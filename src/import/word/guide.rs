//! What a guide takes from a document besides its text: the title, the language, the places of findings.
use super::finding::{WordFinding, WordFindingKind};
use super::kind::WordFormat;
use super::pages::WordPage;
use super::refusal::WordRefusal;
use super::shaped::{ShapedText, WordPhrases};
use super::text::{WordBlock, WordText};
use super::write::WrittenPage;
use crate::failure::Failure;
use crate::import::imported::{Imported, ImportedLinks, ImportedPage, ImportedSettings};
use crate::import::layout;
use crate::import::rich::{RichContent, RichRun, plain};
use crate::language;
use crate::messages::{sentence, words};
use crate::model::{ForeignKind, ImportFinding, Language};
use crate::text::slug::slug;
use std::collections::BTreeMap;

/// How much text tells the language of a document, in bytes.
const ENOUGH_TEXT: usize = 200_000;

/// Titles that programs write into the properties of a document.
const MADE_TITLES: [&str; 6] =
    ["microsoft word", "document", "word document", "présentation powerpoint", "sans titre", "untitled"];

/// The guide without its text: pages with their paths.
pub(super) fn lay_out(pages: &[WordPage], title: String, language: Language, format: WordFormat) -> Imported {
    let page = |page: &WordPage| ImportedPage {
        level: page.level,
        is_home: page.is_home,
        name: plain(&page.title),
        ..ImportedPage::default()
    };
    let mut pages: Vec<ImportedPage> = pages.iter().map(page).collect();
    layout::place(&mut pages, true);
    for page in &mut pages {
        page.source = in_guide(&page.path);
    }
    Imported {
        kind: match format {
            WordFormat::Docx => ForeignKind::Docx,
            WordFormat::Odt => ForeignKind::Odt,
        },
        seen: Vec::new(),
        settings: ImportedSettings { title, language, ..ImportedSettings::default() },
        pages,
        files: Vec::new(),
        terms: Vec::new(),
        findings: Vec::new(),
        links: ImportedLinks::default(),
    }
}

fn in_guide(path: &str) -> String {
    format!("guide/{path}")
}

pub(super) fn phrases(language: Language) -> WordPhrases {
    let words = words(language);
    WordPhrases {
        label: language::of(language).placeholder_labels[0],
        link: sentence(&words, "import-word-link", &[]),
        picture: sentence(&words, "import-word-picture", &[]),
    }
}

/// The title of the guide: the document's, that of its properties, else the name of the file.
pub(super) fn title(shaped: &ShapedText, properties: Option<&str>, file: &str) -> Vec<RichRun> {
    if let Some(title) = &shaped.title
        && !plain(title).is_empty()
    {
        return title.clone();
    }
    let is_own = |title: &&str| {
        let small = title.to_lowercase();
        !MADE_TITLES.iter().any(|made| {
            small
                .strip_prefix(made)
                .is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || rest.is_empty())
        })
    };
    let named = properties.filter(is_own).map_or_else(|| file.replace(['_', '-'], " "), str::to_owned);
    vec![RichRun::text(named)]
}

/// The language of a document: that of its words, for templates keep the language of their program.
pub(super) fn language_of(text: &WordText, fallback: Language) -> Language {
    let mut sample = String::new();
    for block in &text.blocks {
        if let WordBlock::Paragraph(paragraph) = block {
            sample.push_str(&plain(&paragraph.runs).to_lowercase());
            sample.push(' ');
        }
        if sample.len() > ENOUGH_TEXT {
            break;
        }
    }
    let count = |language: Language| {
        let known = &language::of(language).stop_words;
        sample
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| known.contains(&slug(word)))
            .count()
    };
    let tag = text.language.as_deref().unwrap_or_default().to_lowercase();
    let by_tag = Language::ALL.into_iter().find(|language| tag.starts_with(language.tag()));
    let first = by_tag.unwrap_or(fallback);
    let others = Language::ALL.into_iter().filter(|language| *language != first);
    others.fold(first, |best, other| if count(other) > count(best) { other } else { best })
}

/// Footnotes hold text alone.
pub(super) fn leave_out_pictures_of_footnotes(shaped: &mut ShapedText) {
    let told = &mut shaped.findings;
    for block in shaped.footnotes.iter_mut().flatten() {
        block.each_runs(&mut |runs| {
            for run in runs {
                if let RichContent::Picture(picture) = &run.content {
                    let text = format!("{} {}", picture.target, picture.alt);
                    told.push(WordFinding { kind: WordFindingKind::PictureMissing, block: 0, text });
                    run.content = RichContent::Text(picture.alt.clone());
                }
            }
        });
    }
}

/// Findings with the page and the line where their text stands now; what stands nowhere belongs to the document.
pub(super) fn findings(
    told: &[WordFinding],
    written: &[WrittenPage],
    paths: &[String],
    name: &str,
) -> Vec<ImportFinding> {
    let mut lines: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (page, written) in written.iter().enumerate() {
        for (number, line) in &written.lines {
            lines.entry(*number).or_insert((page, *line));
        }
    }
    let findings = told.iter().map(|finding| {
        let (kind, key) = finding.kind.in_report();
        // What became nothing stood behind the block before it.
        let place = lines.range(..=finding.block).next_back().filter(|_| !finding.kind.is_of_document());
        let (file, line) = place.map_or((name.to_owned(), 0), |(_, (page, line))| {
            (in_guide(&paths[*page]), u32::try_from(*line).unwrap_or(0))
        });
        let text = finding.text.split_whitespace().collect::<Vec<_>>().join(" ");
        ImportFinding::new(kind, key, file, line).arg("text", text)
    });
    findings.collect()
}

/// Why a document is not read, for the user.
pub(super) fn failure(refusal: &WordRefusal, name: &str) -> Failure {
    let (what, why) = match refusal {
        WordRefusal::Encrypted => ("failure-import-encrypted", String::new()),
        WordRefusal::OtherKind("?") => ("failure-import-no-document", String::new()),
        WordRefusal::OtherKind(kind) => ("failure-import-other-kind", (*kind).to_owned()),
        WordRefusal::BrokenArchive(why) => ("failure-import-document", why.clone()),
        WordRefusal::MissingPart(part) => ("failure-import-document", part.clone()),
        WordRefusal::BrokenXml { part, why } => ("failure-import-document", format!("{part}: {why}")),
        WordRefusal::DocumentType { part } => ("failure-import-document-type", part.clone()),
        WordRefusal::TooDeep { part, limit } => ("failure-import-document-deep", format!("{part}: {limit}")),
        WordRefusal::TooManyElements { part, limit } => {
            ("failure-import-document-large", format!("{part}: {limit}"))
        }
        WordRefusal::TooManyParts { limit } => ("failure-import-document-large", limit.to_string()),
        WordRefusal::TooLarge { part, limit } => {
            ("failure-import-document-large", format!("{part}: {limit}"))
        }
    };
    Failure { what, at: name.to_owned(), why }
}
