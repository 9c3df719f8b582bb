//! The cover: a drawing for the shelf of a reading program, and the first page.
use super::names::{text, write_to};
use super::package::Package;
use super::pictures::PictureFile;
use crate::language;
use crate::model::GuideBook;

/// How many letters a line of the title holds, and how many lines are shown.
const LINE: usize = 20;
const LINES: usize = 9;

/// Adds the cover, which shows the title and who publishes.
pub(super) fn add(package: &mut Package<'_>, pictures: &[Option<PictureFile<'_>>]) {
    let book = package.book;
    package.cover_picture(&drawing(book, package.accent()));
    let mut body = String::from("<div class=\"cover\">\n");
    if let Some(logo) = book.logo.and_then(|number| pictures.get(number)?.as_ref()) {
        let name = book.publisher.as_deref().unwrap_or(&book.title);
        write_to(
            &mut body,
            format_args!("<p class=\"logo\"><img src=\"{}\" alt=\"{}\"/></p>\n", logo.path, text(name)),
        );
    }
    write_to(&mut body, format_args!("<h1>{}</h1>\n", text(&book.title)));
    let day = book.published.map(|day| language::date(book.language, day));
    let day = day.map(|day| format!("{} {day}", package.words.published));
    let lines =
        [book.description.clone(), book.publisher.clone(), book.edition.clone(), day, book.license.clone()];
    for line in lines.iter().flatten() {
        write_to(&mut body, format_args!("<p>{}</p>\n", text(line)));
    }
    if let Some(url) = &book.url {
        write_to(&mut body, format_args!("<p><a href=\"{0}\">{0}</a></p>\n", text(url)));
    }
    body.push_str("</div>\n");
    let title = package.words.cover.clone();
    package.page("cover.xhtml", None, &title, &body);
}

/// The title on a ground of the theme's colour.
fn drawing(book: &GuideBook, accent: &str) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 800\" width=\"600\" height=\"800\">\n\
         <rect width=\"600\" height=\"800\" fill=\"{accent}\"/>\n<rect x=\"50\" y=\"150\" width=\"500\" height=\"4\" fill=\"#ffffff\"/>\n\
         <g fill=\"#ffffff\" font-family=\"sans-serif\" font-weight=\"bold\" font-size=\"46\">\n"
    );
    let mut y = 220;
    for line in lines(&book.title) {
        write_to(&mut out, format_args!("<text x=\"50\" y=\"{y}\">{}</text>\n", text(&line)));
        y += 60;
    }
    out.push_str("</g>\n");
    if let Some(publisher) = &book.publisher {
        let name = lines(publisher).into_iter().next().unwrap_or_default();
        write_to(
            &mut out,
            format_args!(
                "<text x=\"50\" y=\"740\" fill=\"#ffffff\" font-family=\"sans-serif\" font-size=\"28\">{}</text>\n",
                text(&name)
            ),
        );
    }
    out.push_str("</svg>\n");
    out
}

/// The lines of a title; a word that is too long has one of its own, cut.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        let word: String = word.chars().take(LINE).collect();
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines.truncate(LINES);
    lines
}
