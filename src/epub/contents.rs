//! The contents as a tree of chapters, and the index of contacts.
use super::names::{href, text, write_to};
use super::words::EpubWords;
use crate::model::GuideBook;

/// The contents, with the marks that reading programs look for.
pub(super) fn nav(book: &GuideBook, words: &EpubWords) -> String {
    let mut out =
        format!("<nav epub:type=\"toc\" role=\"doc-toc\">\n<h1>{}</h1>\n<ol>\n", text(&words.contents));
    let mut level = 1;
    for (number, chapter) in book.chapters.iter().enumerate() {
        if number > 0 && chapter.level > level {
            out.push_str("\n<ol>\n");
            level += 1;
        } else if number > 0 {
            out.push_str("</li>\n");
            for _ in chapter.level..level {
                out.push_str("</ol></li>\n");
            }
            level = chapter.level.min(level);
        }
        write_to(&mut out, format_args!("<li><a href=\"{}.xhtml\">{}</a>", chapter.id, text(&chapter.title)));
    }
    if !book.chapters.is_empty() {
        out.push_str("</li>\n");
    }
    for _ in 1..level {
        out.push_str("</ol></li>\n");
    }
    if !book.index.is_empty() {
        write_to(&mut out, format_args!("<li><a href=\"contacts.xhtml\">{}</a></li>\n", text(&words.index)));
    }
    out.push_str("</ol>\n</nav>\n");
    out
}

/// Every contact with how to reach it and where the book speaks of it.
pub(super) fn index(book: &GuideBook, words: &EpubWords) -> String {
    let mut out = format!("<h1>{}</h1>\n<ul class=\"plain\">\n", text(&words.index));
    for line in &book.index {
        write_to(&mut out, format_args!("<li><p><strong>{}</strong></p>\n", text(&line.name)));
        let ways: Vec<_> = line
            .ways
            .iter()
            .map(|(way, address)| format!("<a href=\"{}\">{}</a>", text(address), text(way)))
            .collect();
        let places: Vec<_> = line
            .places
            .iter()
            .map(|(title, place)| format!("<a href=\"{}\">{}</a>", href(place), text(title)))
            .collect();
        for row in [ways, places] {
            if !row.is_empty() {
                write_to(&mut out, format_args!("<p class=\"note\">{}</p>\n", row.join(" · ")));
            }
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
    out
}
