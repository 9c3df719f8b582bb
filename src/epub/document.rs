//! A page of the e-book.
use super::names::text;
use super::pictures::PictureFile;
use super::xhtml::XhtmlWriter;
use crate::model::Chapter;

/// A chapter with its title.
pub(super) fn chapter(chapter: &Chapter, pictures: &[Option<PictureFile<'_>>]) -> String {
    let out = format!("<h1>{}</h1>\n", text(&chapter.title));
    let mut writer = XhtmlWriter { pictures, level: chapter.level, out };
    writer.nodes(&chapter.nodes);
    writer.out
}

/// A whole document around a body.
pub(super) fn page(language: &str, title: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        text(title)
    )
}
