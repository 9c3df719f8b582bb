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
    let mut writer = NodeWriter::new(pictures, &book.pictures, glyphs);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Align, BookCell, BookElement, BookLink, BookNode, BookTag, Chapter, SourcePath, Span,
    };
    use crate::pdf::Kit;

    fn element(tag: BookTag, id: Option<&str>, nodes: Vec<BookNode>) -> BookNode {
        BookNode::Element(BookElement { tag, id: id.map(str::to_owned), language: None, nodes })
    }

    /// An element with an id, and a place and a text inside.
    fn with_place(tag: BookTag, name: &str) -> BookNode {
        let inside = format!("{name}-inside");
        let place = element(BookTag::Span, Some(&inside), Vec::new());
        element(tag, Some(name), vec![place, BookNode::Text("text".to_owned())])
    }

    /// The ids in the data, one for each time that they stand there.
    fn ids(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(parts) => parts.iter().for_each(|part| ids(part, found)),
            Value::Object(parts) => {
                found.extend(parts.get("id").and_then(Value::as_str).map(str::to_owned));
                parts.values().for_each(|part| ids(part, found));
            }
            _ => {}
        }
    }

    #[test]
    fn each_id_stands_once() {
        let cell = BookCell { is_header: false, align: Align::None, columns: 1, rows: 1 };
        let nested = element(
            BookTag::Row(false),
            Some("nested-row"),
            vec![with_place(BookTag::Cell(cell), "nested-cell")],
        );
        let nested = element(BookTag::Table, Some("nested"), vec![nested]);
        let cells = vec![
            element(
                BookTag::Cell(cell),
                Some("cell"),
                vec![with_place(BookTag::Code, "code-in-cell"), nested],
            ),
            with_place(BookTag::Cell(cell), "cell-2"),
        ];
        let table =
            vec![with_place(BookTag::Caption, "caption"), element(BookTag::Row(true), Some("row"), cells)];
        let ticked = element(BookTag::TickBox(true), Some("box"), Vec::new());
        let task = element(BookTag::Task(None, None), Some("task"), vec![ticked]);
        let to = BookLink::Inside("cell".to_owned());
        let nodes = vec![
            with_place(BookTag::Heading(2), "heading"),
            element(BookTag::Heading(2), Some("empty-heading"), Vec::new()),
            element(BookTag::Table, Some("table"), table),
            element(BookTag::Table, Some("empty-table"), Vec::new()),
            element(BookTag::Paragraph, None, vec![with_place(BookTag::Code, "code")]),
            with_place(BookTag::CodeBlock, "pre"),
            element(BookTag::Picture(0, String::new()), Some("lost-picture"), Vec::new()),
            element(BookTag::Link(to), Some("empty-link"), Vec::new()),
            element(BookTag::Tasks(None), None, vec![task]),
        ];
        let mut wanted = BTreeMap::from([("p1".to_owned(), 1)]);
        collect(&nodes, &mut wanted);
        let chapter = Chapter { id: "p1".to_owned(), title: String::new(), level: 1, nodes };
        let book = GuideBook { chapters: vec![chapter], ..GuideBook::default() };
        let (kit, about) = (Kit::new(&[]).value, Span::start_of(&SourcePath::new("guide/index.md")));
        let data = of(&book, &Labels::new(str::to_owned), &[], &mut GlyphChecker::new(&kit, "", &about));
        let data: Value = serde_json::from_slice(&data).expect("the data are JSON");
        let mut found = Vec::new();
        ids(&data["chapters"], &mut found);
        let mut counts = BTreeMap::new();
        for id in found {
            *counts.entry(id).or_insert(0) += 1;
        }
        assert_eq!(counts, wanted);
    }

    /// Each id of nodes, once.
    fn collect(nodes: &[BookNode], into: &mut BTreeMap<String, usize>) {
        for node in nodes {
            if let BookNode::Element(element) = node {
                into.extend(element.id.clone().map(|id| (id, 1)));
                collect(&element.nodes, into);
            }
        }
    }
}
