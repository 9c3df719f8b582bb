//! The faults to plant: what is written, and where the diagnostics must point.

/// How a page is changed.
pub(crate) enum Fault {
    /// Appended to the page after an empty line. `⟦` marks where a diagnostic must point, in the order of the codes;
    /// `№` stands for a number that no other page has, `§` for letters.
    Body(&'static str, &'static [&'static str]),
    /// Appended to the front matter.
    Head(&'static str, &'static [&'static str]),
}

use Fault::{Body, Head};

impl Fault {
    /// The page with the fault in it, and its diagnostics: line and column, both from 1, columns in characters.
    pub(crate) fn planted(
        &self,
        page: &str,
        number: usize,
        windows: bool,
    ) -> (String, Vec<(u64, u64, &'static str)>) {
        let (marked, codes) = match self {
            Body(text, codes) => (format!("{}\n\n{text}\n", page.trim_end()), *codes),
            Head(text, codes) => {
                let end = page.find("\n---\n").expect("every generated page has a head") + 1;
                (format!("{}{text}\n{}", &page[..end], &page[end..]), *codes)
            }
        };
        let letters: String =
            number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'A')).collect();
        let marked = marked.replace('№', &number.to_string()).replace('§', &letters);
        let mut places = Vec::new();
        let (mut line, mut column) = (1, 1);
        let mut text = String::with_capacity(marked.len());
        let mut codes = codes.iter();
        for letter in marked.chars() {
            if letter == '⟦' {
                places.push((line, column, *codes.next().expect("a code for each mark")));
                continue;
            }
            if letter == '\n' {
                if windows {
                    text.push('\r');
                }
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
            text.push(letter);
        }
        assert!(codes.next().is_none(), "a mark for each code");
        (text, places)
    }
}

/// All faults, used in turn.
pub(crate) const FAULTS: &[Fault] = &[
    Body("Été 😀 : voir [la fiche №](⟦nulle-part-№.md).", &["link/missing-page"]),
    Body("Été 😀 : voir [la suite №](⟦#rien-de-tel-№).", &["link/missing-anchor"]),
    Body("Été 😀 : voir [le plan № (PDF)](⟦plan-№.pdf).", &["link/missing-asset"]),
    Body("Été 😀 : voir ⟦[le vide №]().", &["link/empty"]),
    Body("Été 😀 : voir [le dièse №](⟦#).", &["link/hash-only"]),
    Body("Été 😀 : voir [le code №](⟦javascript:alert(№)).", &["link/forbidden-scheme"]),
    Body("Été 😀 : voir [l'hôte №](⟦//exemple.fr/№).", &["link/protocol-relative"]),
    Body("Été 😀 : voir [le dehors №](⟦../../../../../../№.md).", &["link/outside"]),
    Body("Été 😀 : voir [la racine №](⟦/contacts/№/).", &["link/absolute"]),
    Body("Été 😀 : voir ⟦[la note №][note-№].", &["link/undefined-reference"]),
    Body("Été 😀 : [cliquez ici](⟦https://exemple.fr/№).", &["link/unclear-text"]),
    Body("Été 😀 : voir [](⟦https://exemple.fr/№).", &["link/no-text"]),
    Body("Été 😀 : voir [le site №](⟦https://exemple .fr/№).", &["link/bad-address"]),
    Body("Été 😀 : appelez <⟦contact:personne-№>.", &["registry/unknown-id"]),
    Body("Été 😀 : écrivez à ⟦appui-1@example.org pour le №.", &["registry/typed-by-hand"]),
    Body("Été 😀 : ⟦[À COMPLÉTER : la date №]", &["placeholder/open"]),
    Body("⟦# Été № 😀", &["heading/second-title"]),
    Body("⟦##### Été № 😀\n\nTexte.", &["heading/skipped-level"]),
    Body("⟦**Été № 😀**", &["heading/bold-paragraph"]),
    Body("Été 😀 : ⟦<script>alert(№)</script>", &["html/forbidden"]),
    Body("Été 😀 : ![](⟦⟦image-№.png)", &["image/no-alt", "link/missing-asset"]),
    Body("⟦<!-- until: 2026-02-30 -->\n\nÉté № 😀.", &["date/impossible"]),
    Body("⟦<!-- until: 2026-01-19 -->\n\nÉté № 😀.", &["date/until-passed"]),
    Body("Été 😀 : la séance № du ⟦31/06/2026.", &["date/impossible"]),
    Body("Été 😀 : la séance № du ⟦samedi 24 novembre 2026.", &["date/wrong-weekday"]),
    Body("Été 😀 : la séance №, du ⟦12 au 3 mars 2027.", &["date/end-before-start"]),
    Body("Été 😀 : écrivez avant le ⟦12 janvier 2026 pour le №.", &["date/past-as-future"]),
    Body("Été 😀 : inscrivez-vous avant le ⟦12 janvier 2026 pour le №.", &["date/past-as-future"]),
    Body("Été 😀 : ⟦actuellement, le № est fermé.", &["date/relative"]),
    Body("Été 😀 : le № a été vu le ⟦12/01/26.", &["date/two-digit-year"]),
    Body("Été 😀 : le ⟦ZQ§ répond.", &["term/unexplained"]),
    Body("| Été 😀 |⟦  |\n|---|---|\n| № | a |", &["table/empty-header"]),
    Body("- [ ] <⟦role:personne-№> Signer le dossier №.", &["task/unknown-role"]),
    Body("![Été 😀](⟦https://exemple.fr/№.png)", &["image/remote"]),
    Head("last_reviewed_on: ⟦2027-01-01", &["date/review-in-future"]),
    Head("last_reviewed_on: ⟦2024-01-01\nreview_in: 6 mois", &["date/review-overdue"]),
    Body("⟦<!-- allow link/unclear-text: été № 😀 -->\n\nTexte.", &["waiver/unused"]),
    Head("⟦titre: \"Été № 😀\"", &["front/unknown-key"]),
    Head("slug: ⟦\"Été № 😀\"", &["front/bad-slug"]),
    Head("draft: ⟦\"été № 😀\"", &["front/wrong-type"]),
    Head("expires: ⟦31/06/2026", &["date/impossible"]),
    Head("roles: [⟦personne-№]", &["registry/unknown-id"]),
    Head("⟦title: \"Été № 😀\"", &["yaml/duplicate-key"]),
    Head("aliases: [⟦sans-barre-№]", &["front/bad-alias"]),
    Head("⟦published: false", &["dialect/withheld"]),
    Head("⟦status: draft", &["dialect/withheld"]),
    Body("⟦<<<<<<< HEAD\nÉté №.\n=======\nHiver №.\n>>>>>>> autre", &["dialect/conflict-markers"]),
    Body("⟦::: tip\nÉté № 😀.\n:::", &["dialect/callout"]),
    Body("⟦{% hint style=\"info\" %}\nÉté № 😀.\n{% endhint %}", &["dialect/callout"]),
    Body("⟦=== \"Été №\"\n\n    Texte.", &["dialect/tabs"]),
    Body("⟦--8<-- \"ete-№.md\"", &["dialect/include"]),
    Body("Été 😀 : voir ⟦{{< youtube № >}}", &["dialect/shortcode"]),
    Body("Été 😀 : écrivez à ⟦{{ site.email }} pour le №.", &["dialect/template"]),
    Body("Été 😀 : voir ⟦[[la page №]].", &["dialect/wiki-link"]),
    Body("Été 😀 ⟦:warning: №.", &["dialect/emoji-name"]),
    Body("⟦[TOC]", &["dialect/toc"]),
    Body("- ⟦[] Été № 😀.", &["task/bad-box"]),
    Body("⟦##Été № 😀", &["heading/no-blank"]),
    Body("⟦• Été № 😀\n• Hiver №\n• Printemps №", &["list/not-a-list"]),
    Body("| Été № | Hiver |\n|---|---|\n| 😀 | b | ⟦c |", &["table/too-many-cells"]),
    Body("⟦| Été № | Hiver |\n| 😀 | b |\n| c | d |", &["table/no-dashes"]),
    Body("Été 😀 : le délai №⟦[^ete№] est long.", &["footnote/undefined"]),
    Body("⟦[^ete№]: Sauf en août.", &["footnote/unused"]),
    Body("1. Été №\n  ⟦- 😀\n2. Hiver", &["markdown/shallow-indent"]),
    Body("Été 😀 : ⟦**le № :**suit.", &["markdown/stray-emphasis"]),
    Body("⟦Appelez la mairie pour le №.\n---", &["heading/underlined-sentence"]),
];
