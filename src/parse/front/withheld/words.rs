//! What people write for yes and no, and the words for a page that is not for everybody.
use crate::parse::yaml::{Yaml, YamlNode};
use crate::text::slug::slug;

/// What words say of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    /// Nobody, or not everybody.
    Restricted,
    /// Those who know its address.
    Hidden,
    /// Everybody.
    Public,
}

const RESTRICTED: &str = "archive archived archivee attente brouillon confidential confidentiel \
    confidentielle deleted depublie depubliee disabled draft drafts embargo embargoed future inactif inactive \
    inherit interne internal jamais member members membres never offline paid password payant pending planifie \
    planifiee prive privee private programme programmee protected protege protegee relecture relire removed \
    restreint restreinte restricted review scheduled secret supprime supprimee trash trashed unpublished wip";

const HIDDEN: &str = "cache cachee hidden invisible masque masquee unlisted";

const PUBLIC: &str = "all anyone everybody everyone live online open public publie publiee publish published \
    publique sent tous";

const NOT: &str = "non not pas";

/// Whether a value says yes or no; none if it says neither.
pub(super) fn truth(value: &Yaml) -> Option<bool> {
    let text = match &value.node {
        YamlNode::Flag(flag) => return Some(*flag),
        YamlNode::Number(number) => return [false, true].get(usize::try_from(*number).ok()?).copied(),
        YamlNode::Text(text) => text.trim().to_lowercase(),
        _ => return None,
    };
    match text.as_str() {
        "true" | "yes" | "on" | "y" | "oui" | "vrai" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "non" | "faux" | "0" => Some(false),
        _ => None,
    }
}

/// Whether nothing is written.
pub(super) fn is_empty(value: &Yaml) -> bool {
    match &value.node {
        YamlNode::Null => true,
        YamlNode::Text(text) => text.trim().is_empty(),
        YamlNode::List { items, .. } => items.is_empty(),
        YamlNode::Map { pairs, .. } => pairs.is_empty(),
        _ => false,
    }
}

/// Who may see a page by the words of a value, at any depth; none if they do not say.
pub(super) fn audience(value: &Yaml) -> Option<Audience> {
    match &value.node {
        YamlNode::Text(text) => audience_of(text),
        YamlNode::List { items, .. } => strictest(items.iter()),
        YamlNode::Map { pairs, .. } => strictest(pairs.iter().map(|(_, value)| value)),
        _ => None,
    }
}

fn strictest<'a>(values: impl Iterator<Item = &'a Yaml>) -> Option<Audience> {
    values.filter_map(audience).min_by_key(|audience| match audience {
        Audience::Restricted => 0,
        Audience::Hidden => 1,
        Audience::Public => 2,
    })
}

fn audience_of(text: &str) -> Option<Audience> {
    let folded = slug(text);
    let has = |list: &str| folded.split('-').any(|word| list.split_whitespace().any(|known| known == word));
    match (has(RESTRICTED), has(HIDDEN), has(PUBLIC)) {
        (true, _, _) => Some(Audience::Restricted),
        (_, _, true) if has(NOT) => Some(Audience::Restricted),
        (_, true, _) => Some(Audience::Hidden),
        (_, _, true) => Some(Audience::Public),
        _ => None,
    }
}

/// Whether a value is the word for a page that is not finished, or one for those who may see it.
pub(super) fn is_draft(value: &Yaml) -> bool {
    let YamlNode::Text(text) = &value.node else { return false };
    ["brouillon", "draft", "drafts", "hidden", "private", "prive", "privee", "wip"]
        .contains(&slug(text).as_str())
}

/// Whether a text, at any depth of a value, asks search engines to leave the page out.
pub(super) fn asks_for_no_index(value: &Yaml) -> bool {
    match &value.node {
        YamlNode::Text(text) => {
            let folded = slug(text);
            folded == "none" || folded.split('-').any(|word| word == "noindex") || folded.contains("no-index")
        }
        YamlNode::List { items, .. } => items.iter().any(asks_for_no_index),
        YamlNode::Map { pairs, .. } => pairs.iter().any(|(key, value)| {
            let key = slug(&key.value).replace('-', "");
            asks_for_no_index(value)
                || key == "noindex" && truth(value) != Some(false)
                || key == "index" && truth(value) == Some(false)
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_who_may_see_a_page() {
        for text in ["draft", "Draft v2", "PRIVATE", "en attente", "À relire", "non publié", "pending_review"]
        {
            assert_eq!(audience_of(text), Some(Audience::Restricted), "{text}");
        }
        assert_eq!(audience_of("Hidden"), Some(Audience::Hidden));
        assert_eq!(audience_of("published"), Some(Audience::Public));
        for text in ["new", "stable", "deprecated", "reviewed", ""] {
            assert_eq!(audience_of(text), None, "{text}");
        }
    }
}
