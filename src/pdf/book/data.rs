//! A book in the form that `book.typ` reads; `themes/README.md` documents it.
use super::nodes::{NodeWriter, PicturePlace};
use crate::language;
use crate::model::{GuideBook, IndexLine};
use crate::pdf::data::is_link;
use crate::pdf::glyphs::{GlyphChecker, plain};
use crate::pdf::labels::Labels;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Collects the data. Empty texts and missing values are left out, so that a theme can test for them.
pub(super) fn of(
    book: &GuideBook,
    labels: &Labels,
    pictures: &[PicturePlace],
    glyphs: &mut GlyphChecker<'_>,
) -> Vec<u8> {
    let mut data = Map::new();
    let mut put = |key: &str, value: Value| {
        if !(value.is_null() || value.as_str().is_some_and(str::is_empty)) {
            data.insert(key.to_owned(), value);
        }
    };
    put("lang", book.language.tag().into());
    put("title", glyphs.printable(&book.title).into());
    let description = book.description.as_deref().unwrap_or_default();
    put("properties", json!({ "title": plain(&book.title), "description": plain(description) }));
    put("description", glyphs.printable(description).into());
    put("publisher", book.publisher.as_deref().map(|name| glyphs.printable(name)).into());
    put("edition", book.edition.as_deref().map(|edition| glyphs.printable(edition)).into());
    put("license", book.license.as_deref().map(|license| glyphs.printable(license)).into());
    if let Some(url) = book.url.as_deref().filter(|url| is_link(url)) {
        put("url", url.into());
        put("address", glyphs.printable(url).into());
    }
    put("published-words", book.published.map(|day| language::date(book.language, day)).into());
    put("labels", json!(labels.by_name().collect::<BTreeMap<_, _>>()));
    let mut writer = NodeWriter { pictures, sizes: &book.pictures, glyphs };
    put("logo", book.logo.and_then(|number| writer.logo(number)).into());
    let mut chapters = Vec::new();
    for chapter in &book.chapters {
        writer.glyphs.begin_part(&chapter.title);
        chapters.push(json!({
            "id": chapter.id,
            "title": writer.glyphs.printable(&chapter.title),
            "level": chapter.level,
            "c": writer.nodes(&chapter.nodes),
        }));
    }
    put("chapters", chapters.into());
    let index: Vec<Value> = book.index.iter().map(|line| index_line(line, writer.glyphs)).collect();
    put("index", index.into());
    Value::Object(data).to_string().into_bytes()
}

fn index_line(line: &IndexLine, glyphs: &mut GlyphChecker<'_>) -> Value {
    let way = |(words, href): &(String, String), glyphs: &mut GlyphChecker<'_>| {
        let words = glyphs.printable_narrow(words);
        if is_link(href) { json!({ "text": words, "href": href }) } else { json!({ "text": words }) }
    };
    json!({
        "name": glyphs.printable_narrow(&line.name),
        "ways": line.ways.iter().map(|one| way(one, glyphs)).collect::<Vec<_>>(),
        "places": line.places.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>(),
    })
}
