//! Keys of other generators that decide about publication, each with how its value is judged.
use super::sense::Sense;
use crate::model::DayRole;
use crate::text::slug::slug;

/// How the value of a key is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// A flag that withholds the page when it has this value.
    Flag(bool, Sense),
    /// `published`: a flag, a day or a word.
    Published,
    /// A word such as `draft`; unknown words mean nothing.
    Status,
    /// What sort of page it is; of some words only, such as `draft`, it is kept from readers.
    Sort,
    /// A word such as `private`; who reads an unknown word cannot know.
    Visibility,
    /// Anything but nothing withholds the page.
    Password,
    /// Instructions for search engines.
    Robots,
    /// Whether, and how, the page is on the site map.
    Sitemap,
    /// Whether a page is made of the file.
    Render,
    /// An address, or `false` for none.
    Address,
    /// The name by which other pages know it.
    Id,
    /// Parts of the page to hide, or the page itself.
    Hide,
    /// A day, in a key that is for nothing else.
    Day(DayRole),
    /// A day that may mean something else.
    AnyDay,
    /// A map whose keys may be any of these.
    Inside,
}

/// Keys without capitals, accents and the signs between words, by rule.
const RULES: &[(Rule, &str)] = &[
    (Rule::Published, "published publish ispublished publie publiee publier dgpublish"),
    (
        Rule::Flag(false, Sense::Draft),
        "public ispublic online enligne enabled active live routable output ready isready pret prete",
    ),
    (
        Rule::Flag(true, Sense::Draft),
        "draft drafts isdraft saveasdraft brouillon private isprivate prive privee headless disabled trashed \
         deleted supprime confidential confidentiel confidentielle secret restricted protected membersonly \
         nopublish donotpublish norender exclude excluded wip workinprogress unfinished unready",
    ),
    (Rule::Flag(true, Sense::Unsure), "archived archive archivee expired"),
    (
        Rule::Flag(true, Sense::Hidden),
        "hidden ishidden unlisted isunlisted cache cachee masque masquee invisible bookhidden dghide \
         eleventyexcludefromcollections excludefromcollections navexclude excludefromnav \
         navhidden hidefromnav hideinnav sidebarhidden hidefromsidebar hideinsidebar menuhidden hidefrommenu \
         hideinmenu",
    ),
    (Rule::Flag(false, Sense::Hidden), "visible isvisible listed islisted discoverable"),
    (
        Rule::Flag(true, Sense::Search),
        "noindex nosearch searchexclude excludesearch excludefromsearch searchexcluded hiddenfromsearch \
         searchhidden hidefromsearch booksearchexclude disablesearch robotsnoindex robotsdisallow sitemapexclude \
         sitemapignore excludefromsitemap nositemap",
    ),
    (
        Rule::Flag(false, Sense::Search),
        "searchable insearch includeinsearch searchinclude insearchindex pagefind indexed indexable index searchindex search",
    ),
    (
        Rule::Status,
        "status statut state etat poststatus pagestatus publishstatus publicationstatus publishingstatus",
    ),
    (Rule::Sort, "type kind layout posttype pagetype"),
    (Rule::Visibility, "visibility visibilite access acces privacy"),
    (Rule::Password, "password passwd motdepasse passphrase encrypt encrypted pagepassword"),
    (Rule::Robots, "robots googlebot metarobots robotstag xrobotstag"),
    (Rule::Sitemap, "sitemap"),
    (Rule::Render, "build render"),
    (Rule::Address, "permalink url path"),
    (Rule::Id, "id"),
    (Rule::Hide, "hide"),
    (
        Rule::Day(DayRole::First),
        "publishdate publishat publishon publishtime publisheddate publishedat publishedon pubdate pubdatetime \
         publicationdate publicationday datepublished datepublication datedepublication releasedate golive \
         golivedate embargo embargodate embargountil embargoed scheduled scheduledat scheduledfor scheduledate \
         availablefrom",
    ),
    (
        Rule::Day(DayRole::Last),
        "expirydate expiry expirationdate expires expireson expiresat expire expiration unpublish unpublished \
         unpublishdate unpublishat unpublishon validuntil availableuntil dateexpiration datedexpiration",
    ),
    (Rule::AnyDay, "date"),
    (Rule::Inside, "params cascade head meta metadata seo htmlmeta eleventycomputed"),
];

/// How the value of a key is judged; none for a key that has nothing to do with publication.
pub(super) fn rule(key: &str) -> Option<Rule> {
    let folded = slug(key).replace('-', "");
    RULES.iter().find(|(_, keys)| keys.split_whitespace().any(|known| known == folded)).map(|(rule, _)| *rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_in_any_spelling() {
        for key in ["publishDate", "publish_date", "PublishDate", "publish-date"] {
            assert_eq!(rule(key), Some(Rule::Day(DayRole::First)), "{key}");
        }
        assert_eq!((rule("_build"), rule("Publié")), (Some(Rule::Render), Some(Rule::Published)));
        assert_eq!((rule("titre"), rule("")), (None, None));
    }

    #[test]
    fn no_key_has_two_rules() {
        let mut keys: Vec<&str> = RULES.iter().flat_map(|(_, keys)| keys.split_whitespace()).collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
}
