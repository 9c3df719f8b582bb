//! Pictures: named after the text near them, told where they lack an alternative text.
use super::archive::WordArchive;
use super::finding::{WordFinding, WordFindingKind};
use super::pages::WordPage;
use super::refusal::WordRefusal;
use super::shaped::WordPhrases;
use crate::import::imported::{ImportedContent, ImportedFile};
use crate::import::rich::{RichBlock, RichContent, RichPicture, RichRun, plain};
use crate::model::Bytes;
use crate::text::slug::{Unique, slug};
use std::collections::HashMap;

/// Endings of pictures that browsers show.
const SHOWN: [&str; 8] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "jfif"];

/// What programs write into alternative texts that they make.
const MADE: [&str; 5] = [
    "générée automatiquement",
    "générée par l’ia",
    "automatically generated",
    "ai-generated content",
    "généré par ia",
];

/// The most letters of a name.
const LONGEST_NAME: usize = 48;

/// Gives pictures their files. `way` gives the way from a page to a file.
pub(super) fn place(
    archive: &mut WordArchive<'_>,
    pages: &mut [WordPage],
    phrases: &WordPhrases,
    way: &dyn Fn(usize, &str) -> String,
    told: &mut Vec<WordFinding>,
) -> Result<Vec<ImportedFile>, WordRefusal> {
    let mut files = PictureFiles {
        archive,
        phrases,
        told,
        names: Unique::default(),
        known: HashMap::new(),
        media: Vec::new(),
    };
    for (at, page) in pages.iter_mut().enumerate() {
        let mut near = plain(&page.title);
        for (number, block) in &mut page.blocks {
            let mut refusal = None;
            block.each_runs(&mut |runs| {
                let text = plain(runs);
                if !text.is_empty() {
                    near = text;
                }
                for run in runs.iter_mut() {
                    if refusal.is_none() {
                        refusal = files.place(run, &near, *number, &|path: &str| way(at, path)).err();
                    }
                }
            });
            if let Some(refusal) = refusal {
                return Err(refusal);
            }
            if let RichBlock::Heading { runs, .. } = block {
                near = plain(runs);
            }
        }
    }
    Ok(files.media)
}

struct PictureFiles<'a, 'b> {
    archive: &'a mut WordArchive<'b>,
    phrases: &'a WordPhrases,
    told: &'a mut Vec<WordFinding>,
    names: Unique,
    /// The path of each file of the archive; none where it is not shown.
    known: HashMap<String, Option<String>>,
    media: Vec<ImportedFile>,
}

impl PictureFiles<'_, '_> {
    fn place(
        &mut self,
        run: &mut RichRun,
        near: &str,
        number: usize,
        way: &dyn Fn(&str) -> String,
    ) -> Result<(), WordRefusal> {
        let RichContent::Picture(picture) = &mut run.content else { return Ok(()) };
        let part = picture.target.clone();
        if is_file_name(&picture.alt) {
            picture.alt.clear();
        }
        let path = match self.known.get(&part) {
            Some(path) => path.clone(),
            None => self.load(&part, picture, near, number)?,
        };
        self.known.insert(part.clone(), path.clone());
        let name =
            [picture.caption.as_str(), picture.alt.as_str(), near].into_iter().find(|text| !text.is_empty());
        let name = name.unwrap_or_default().to_owned();
        let Some(path) = path else {
            let missing = format!("{} « {name} » ({part})", self.phrases.picture);
            run.content = RichContent::Placeholder(self.phrases.label, missing);
            return Ok(());
        };
        picture.target = way(&path);
        let alt = picture.alt.to_lowercase();
        if alt.is_empty() {
            self.tell(WordFindingKind::PictureWithoutAlt, number, format!("{path} ({name})"));
        } else if MADE.iter().any(|made| alt.contains(made)) {
            let text = format!("{path}: {}", picture.alt);
            self.tell(WordFindingKind::PictureWithMadeAlt, number, text);
        }
        Ok(())
    }

    /// Loads a file and names it; none where it cannot be shown.
    fn load(
        &mut self,
        part: &str,
        picture: &RichPicture,
        near: &str,
        number: usize,
    ) -> Result<Option<String>, WordRefusal> {
        let ending = part.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase());
        if !SHOWN.contains(&ending.as_str()) {
            self.tell(WordFindingKind::PictureFormat, number, part.to_owned());
            return Ok(None);
        }
        let Some(bytes) = self.archive.picture(part)? else {
            self.tell(WordFindingKind::PictureMissing, number, part.to_owned());
            return Ok(None);
        };
        let about = [picture.caption.as_str(), picture.alt.as_str(), near];
        let about = about.into_iter().map(slug).find(|text| !text.is_empty()).unwrap_or_default();
        let name = self.names.name(shortened(&about), "image");
        let path = format!("images/{name}.{ending}");
        self.media
            .push(ImportedFile { path: path.clone(), content: ImportedContent::Bytes(Bytes::from(bytes)) });
        Ok(Some(path))
    }

    fn tell(&mut self, kind: WordFindingKind, block: usize, text: String) {
        self.told.push(WordFinding { kind, block, text });
    }
}

/// A name cut at a word.
fn shortened(name: &str) -> &str {
    if name.len() <= LONGEST_NAME {
        return name;
    }
    let cut = name.floor_char_boundary(LONGEST_NAME);
    name[..cut].rfind('-').map_or(&name[..cut], |at| &name[..at])
}

/// Whether an alternative text is only the name of a file, or what a program calls a picture.
fn is_file_name(alt: &str) -> bool {
    let small = alt.trim().to_lowercase();
    let ends = SHOWN
        .iter()
        .chain(&["bmp", "tif", "tiff", "emf", "wmf"])
        .any(|ending| small.strip_suffix(ending).is_some_and(|name| name.ends_with('.')));
    let kind = small.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    ends || matches!(kind, "image" | "picture" | "graphique" | "graphic" | "grafik" | "image1")
}
