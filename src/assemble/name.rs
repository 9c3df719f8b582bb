//! What the names of folders say: an order, a part of the address, a title.
use crate::text::slug::slug;
use std::borrow::Cow;

/// The number in front of a name and the name without it: `1-recruter` is 1 and `recruter`.
pub(super) fn split_order(name: &str) -> (Option<u32>, &str) {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let number = name[..digits].parse().ok();
    match (number, name[digits..].strip_prefix('-')) {
        (Some(number), Some(rest)) if !rest.is_empty() => (Some(number), rest),
        _ => (None, name),
    }
}

/// A folder's part of the address, from its name.
pub(super) fn folder_part(name: &str) -> String {
    let part = slug(split_order(name).1);
    if part.is_empty() { "section".to_owned() } else { part }
}

/// A page's part of the address, from the slug of its outline. A slug that would lead out of its folder is made a
/// plain name; the parser has said what is wrong with it.
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

/// A title for a folder that has no page to name it: `2-la_coop` is "La coop".
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
    fn a_number_in_front_is_an_order_and_not_a_name() {
        assert_eq!(split_order("1-recruter"), (Some(1), "recruter"));
        assert_eq!(split_order("01-a-b"), (Some(1), "a-b"));
        assert_eq!(split_order("2026"), (None, "2026"));
        assert_eq!(split_order("1-"), (None, "1-"));
        assert_eq!(split_order("99999999999-a"), (None, "99999999999-a"));
        assert_eq!(folder_part("2-La Coop"), "la-coop");
        assert_eq!(folder_part("1-—"), "section");
        assert_eq!(folder_title("2-prise_de-poste"), "Prise de poste");
        assert_eq!(folder_title("élus"), "Élus");
    }

    #[test]
    fn a_slug_never_leads_out_of_its_folder() {
        assert_eq!(page_part("convention"), "convention");
        assert_eq!(page_part("../x"), "x");
        assert_eq!(page_part(".."), "page");
        assert_eq!(page_part(""), "page");
    }
}
