//! Parts of addresses and titles, made from the names of files and folders.
use crate::model::split_order;
use crate::text::slug::slug;
use std::borrow::Cow;

/// A folder's part of the address, from its name.
pub(super) fn folder_part(name: &str) -> String {
    let part = slug(split_order(name).1);
    if part.is_empty() { "section".to_owned() } else { part }
}

/// A page's part of the address, from the slug of its outline. A slug with a slash or a dot in front is reported by the
/// parser; here it becomes a plain name, so that the page stays in its folder.
pub(super) fn page_part(slug_of_outline: &str) -> Cow<'_, str> {
    if slug_of_outline.is_empty() {
        Cow::Borrowed("page")
    } else if slug_of_outline.contains(['/', '\\']) || slug_of_outline.starts_with('.') {
        let part = slug(slug_of_outline);
        Cow::Owned(if part.is_empty() { "page".to_owned() } else { part })
    } else {
        Cow::Borrowed(slug_of_outline)
    }
}

/// The title of a folder without an index page: `2-la_coop` is "La coop".
pub(super) fn folder_title(name: &str) -> String {
    let mut title = String::with_capacity(name.len());
    for word in split_order(name).1.split(['-', '_', ' ']).filter(|word| !word.is_empty()) {
        if title.is_empty() {
            let mut letters = word.chars();
            title.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            title.push_str(letters.as_str());
        } else {
            title.push(' ');
            title.push_str(word);
        }
    }
    if title.is_empty() { name.to_owned() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_front_is_not_part_of_the_name() {
        assert_eq!(folder_part("2-La Coop"), "la-coop");
        assert_eq!(folder_part("1-—"), "section");
        assert_eq!(folder_title("2-prise_de-poste"), "Prise de poste");
        assert_eq!(folder_title("élus"), "Élus");
    }

    #[test]
    fn a_slug_stays_in_its_folder() {
        assert_eq!(page_part("convention"), "convention");
        assert_eq!(page_part("../x"), "x");
        assert_eq!(page_part(".."), "page");
        assert_eq!(page_part(""), "page");
    }
}
