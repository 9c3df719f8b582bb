//! Marks of other programs, each alone, in a list, in a quotation and in a task; and what `check --fix` makes of them.
use super::support::{RandomNumbers, clean_build, first_guide, guide_of, options, put};
use jalon::model::{Diagnostic, Fix, Severity, SourcePath, Sources};
use rayon::prelude::*;
use std::sync::LazyLock;

/// A mark, the code that is expected, and whether it has a fix.
struct Mark {
    text: &'static str,
    code: &'static str,
    fix: bool,
}

const fn mark(text: &'static str, code: &'static str) -> Mark {
    Mark { text, code, fix: false }
}

const fn fixed(text: &'static str, code: &'static str) -> Mark {
    Mark { text, code, fix: true }
}

const MARKS: &[Mark] = &[
    // Callouts.
    fixed("::: tip\nTexte.\n:::", "dialect/callout"),
    fixed("::: warning Mise à jour\nTexte.\n\n- a\n- b\n:::", "dialect/callout"),
    fixed(":::tip[Mise à jour]\n\nTexte.\n\n:::", "dialect/callout"),
    fixed("::::info\nTexte.\n::::", "dialect/callout"),
    fixed("::: {.callout-note}\nTexte.\n:::", "dialect/callout"),
    fixed("::: {.callout-note title=\"Titre\"}\nTexte.\n:::", "dialect/callout"),
    fixed(":::{note}\nTexte.\n:::", "dialect/callout"),
    fixed("::: details Plus\nTexte.\n:::", "dialect/callout"),
    fixed("::: DANGER\nTexte.\n:::", "dialect/callout"),
    mark("::: tip\nTexte.", "dialect/callout"),
    mark("::: question\nTexte.\n:::", "dialect/callout"),
    mark("::: right\nTexte.\n:::", "dialect/directive"),
    mark("::: code-group\nTexte.\n:::", "dialect/tabs"),
    mark("::: mermaid\nTexte.\n:::", "dialect/diagram"),
    fixed("!!! note\n    Texte.", "dialect/callout"),
    fixed("!!! warning \"Titre\"\n\n    Texte.\n\n    - a", "dialect/callout"),
    fixed("??? note \"Titre\"\n    Texte.", "dialect/callout"),
    fixed("???+ note \"Titre\"\n    Texte.", "dialect/callout"),
    mark("!!! quote\n    Texte.", "dialect/callout"),
    mark("!!! note", "dialect/callout"),
    fixed("{% hint style=\"info\" %}\nTexte.\n{% endhint %}", "dialect/callout"),
    fixed("{% hint style=\"danger\" %}\n\nTexte.\n\n{% endhint %}", "dialect/callout"),
    mark("{% hint style=\"info\" %} Texte. {% endhint %}", "dialect/callout"),
    fixed("{{% notice tip \"Titre\" %}}\nTexte.\n{{% /notice %}}", "dialect/callout"),
    fixed("{{< hint info >}}\nTexte.\n{{< /hint >}}", "dialect/callout"),
    fixed("{% callout type=\"note\" %}\nTexte.\n{% /callout %}", "dialect/callout"),
    fixed("> [!INFO]\n> Texte.", "dialect/callout"),
    fixed("> [!tip]- Titre\n> Texte.", "dialect/callout"),
    fixed("> [!success] Titre\n> Texte.", "dialect/callout"),
    mark("> [!faq]- Titre\n> Texte.", "dialect/callout"),
    mark("> [!xyz]\n> Texte.", "dialect/callout"),
    fixed(">>>\nTexte.\n\nSuite.\n>>>", "dialect/callout"),
    fixed("```{note}\nTexte.\n```", "dialect/callout"),
    mark(".. note::", "dialect/callout"),
    mark("!> Texte.", "dialect/callout"),
    // Tabs.
    mark("=== \"Un\"\n\n    Texte.\n\n=== \"Deux\"\n\n    Suite.", "dialect/tabs"),
    mark("{% tabs %}\n{% tab title=\"Un\" %}\nTexte.\n{% endtab %}\n{% endtabs %}", "dialect/tabs"),
    mark("{{< tabs >}}\n{{< tab \"Un\" >}}\nTexte.\n{{< /tab >}}\n{{< /tabs >}}", "dialect/tabs"),
    // Files.
    mark("--8<-- \"horaires.md\"", "dialect/include"),
    mark("!include horaires.md", "dialect/include"),
    mark("<<< @/horaires.md", "dialect/include"),
    mark("{{#include horaires.md}}", "dialect/include"),
    mark("{% include \"horaires.md\" %}", "dialect/include"),
    mark("{!horaires.md!}", "dialect/include"),
    // Commands.
    fixed("{% embed url=\"https://exemple.fr/x\" %}", "dialect/shortcode"),
    fixed(
        "{% content-ref url=\"https://exemple.fr/\" %}\n[Texte](https://exemple.fr/)\n{% endcontent-ref %}",
        "dialect/shortcode",
    ),
    mark("{% file src=\"plan.pdf\" %}", "dialect/shortcode"),
    fixed("{% code lineNumbers=\"true\" %}\n```sh\nls\n```\n{% endcode %}", "dialect/shortcode"),
    mark("{% raw %}\n{{ x }}\n{% endraw %}", "dialect/shortcode"),
    mark("{% if x %}\nTexte.\n{% else %}\nSuite.\n{% endif %}", "dialect/shortcode"),
    mark("{% youtube(id=\"x\") %}", "dialect/shortcode"),
    mark("Voir {{< youtube x >}} ici.", "dialect/shortcode"),
    mark("{{< figure src=\"a.png\" >}}", "dialect/shortcode"),
    mark("{{%/* notice */%}}", "dialect/shortcode"),
    fixed("\\newpage", "dialect/shortcode"),
    mark("Écrivez à {{ site.email }}.", "dialect/template"),
    mark("{{ youtube(id=\"x\") }}", "dialect/template"),
    mark("```{toctree}\nun\ndeux\n```", "dialect/directive"),
    mark("Voir {doc}`horaires`.", "dialect/directive"),
    mark("Voir :ref:`horaires`.", "dialect/directive"),
    mark(".. figure:: plan.png", "dialect/directive"),
    mark("import Tabs from '@theme/Tabs';", "dialect/script"),
    mark("export const a = 1;", "dialect/script"),
    // Attributes.
    fixed("Texte.\n{: .note}", "dialect/attributes"),
    fixed("Texte {.note}", "dialect/attributes"),
    fixed("Un [mot]{.smallcaps} ici.", "dialect/attributes"),
    fixed("[Le site](https://exemple.fr/){target=\"_blank\"}", "dialect/attributes"),
    mark("Texte {#place}", "dialect/attributes"),
    // Links.
    mark("Voir [[Horaires]].", "dialect/wiki-link"),
    mark("Voir [[horaires|les horaires]].", "dialect/wiki-link"),
    mark("![[plan.png]]", "dialect/wiki-link"),
    mark("![[horaires]]", "dialect/wiki-link"),
    // Inside a line.
    fixed(":warning: Fermé.", "dialect/emoji-name"),
    fixed("Bravo :+1:", "dialect/emoji-name"),
    mark("Voir :material-check: ici.", "dialect/emoji-name"),
    mark("Soit $x^2 + 1$.", "dialect/math"),
    mark("$$\nx = 1\n$$", "dialect/math"),
    mark("Soit $$\\frac{1}{2}$$.", "dialect/math"),
    mark("Soit \\(x = 1\\).", "dialect/math"),
    mark("\\[x^2 = 1\\]", "dialect/math"),
    fixed("Le dépôt est ==obligatoire==.", "dialect/inline-mark"),
    mark("Le dépôt est ++obligatoire++.", "dialect/inline-mark"),
    fixed("De l'H~2~O.", "dialect/inline-mark"),
    fixed("Des m^2^.", "dialect/inline-mark"),
    mark("Un {++ajout++} ici.", "dialect/inline-mark"),
    mark("Un ^[renvoi écrit ici] ici.", "dialect/inline-mark"),
    fixed("Texte %%à revoir%%", "dialect/comment"),
    fixed("{/* à revoir */}", "dialect/comment"),
    mark("{% comment %}\nÀ revoir.\n{% endcomment %}", "dialect/comment"),
    // Lines.
    fixed("[TOC]", "dialect/toc"),
    fixed("[[toc]]", "dialect/toc"),
    fixed("[[_TOC_]]", "dialect/toc"),
    fixed("${toc}", "dialect/toc"),
    fixed("{{TOC}}", "dialect/toc"),
    mark("*[HTML]: Hyper Text", "dialect/abbreviation"),
    mark("```mermaid\ngraph TD\n```", "dialect/diagram"),
    mark("~~~plantuml\n@startuml\n~~~", "dialect/diagram"),
    mark("```math\nx\n```", "dialect/diagram"),
];

/// Boxes, lists and headings with a slip, and what `--fix` makes of them.
const SLIPS: &[(&str, &str, &str)] = &[
    ("- [] Signer.", "task/bad-box", "- [ ] Signer."),
    ("-[ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("-[x] Signer.", "task/bad-box", "- [x] Signer."),
    ("* [x]Signer.", "task/bad-box", "* [x] Signer."),
    ("- [ ]Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [  ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [ x ] Signer.", "task/bad-box", "- [x] Signer."),
    ("-\u{a0}[ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [\u{a0}] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [ ]\u{202f}Signer.", "task/bad-box", "- [ ] Signer."),
    ("1.[ ] Signer.", "task/bad-box", "1. [ ] Signer."),
    ("– [ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("• [ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("[ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("☐ Signer.", "task/bad-box", "- [ ] Signer."),
    ("- ☐ Signer.", "task/bad-box", "- [ ] Signer."),
    ("☑ Signer.", "task/bad-box", "- [x] Signer."),
    ("□ Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [x ] Signer.", "task/bad-box", "- [x] Signer."),
    ("- [X ] Signer.", "task/bad-box", "- [x] Signer."),
    ("- [v] Signer.", "task/bad-box", "- [x] Signer."),
    ("- [×] Signer.", "task/bad-box", "- [x] Signer."),
    ("- [✓] Signer.", "task/bad-box", "- [x] Signer."),
    ("- ( ) Signer.", "task/bad-box", "- [ ] Signer."),
    ("- (x) Signer.", "task/bad-box", "- [x] Signer."),
    ("- ［ ］ Signer.", "task/bad-box", "- [ ] Signer."),
    ("- ［\u{3000}］Signer.", "task/bad-box", "- [ ] Signer."),
    ("--[ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("-- [x] Signer.", "task/bad-box", "- [x] Signer."),
    ("‐ [ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("― [ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [\u{2003}] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [\u{200b}] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [ ]\u{2003}Signer.", "task/bad-box", "- [ ] Signer."),
    ("-\u{2003}[ ] Signer.", "task/bad-box", "- [ ] Signer."),
    ("- [ ]. Signer.", "task/bad-box", "- [ ] Signer."),
    ("##Titre##", "heading/no-blank", "## Titre"),
    ("##Titre ##", "heading/no-blank", "## Titre ##"),
    ("##C#", "heading/no-blank", "## C#"),
    ("##Titre", "heading/no-blank", "## Titre"),
    ("##\u{a0}Titre", "heading/no-blank", "## Titre"),
    ("###\u{202f}Titre", "heading/no-blank", "### Titre"),
    ("• Un\n• Deux\n• Trois", "list/not-a-list", "- Un\n- Deux\n- Trois"),
    ("•\tUn", "list/not-a-list", "- Un"),
    ("\u{f0b7}\tUn\n\u{f0b7}\tDeux", "list/not-a-list", "- Un\n- Deux"),
    ("– Un\n– Deux", "list/not-a-list", "– Un\n– Deux"),
    ("· Un\n· Deux", "list/not-a-list", "· Un\n· Deux"),
    ("-Un\n-Deux", "list/not-a-list", "- Un\n- Deux"),
    ("-\u{a0}Un", "list/not-a-list", "- Un"),
    ("1.Un\n2.Deux", "list/not-a-list", "1. Un\n2. Deux"),
    ("1.\u{a0}Un", "list/not-a-list", "1. Un"),
];

/// Text that is meant as it stands.
const PROSE: &[&str] = &[
    "\\- [ ] Signer.",
    "#tag et #autre",
    "☐ oui ☐ non",
    "- ☐ oui / ☐ non",
    "□ Mme   □ M.",
    "[x] est une case.",
    "[ ] et [x] sont des cases.",
    "- [a] note",
    "- [1] Dupont",
    "- [x](https://exemple.fr/)",
    "- [x][ref]\n\n[ref]: https://exemple.fr/",
    "- (a) premier cas",
    "- () rien",
    "- [-] annulé",
    "-5 °C le matin",
    "–5 °C le matin",
    "- Un\n- Deux",
    "1) Un\n2) Deux",
    "1.5 million",
    "12:30:45",
    "Le prix est de $5 et celui-là de $10.",
    "Entre 5$ et 10$.",
    "Voir `{{ x }}`, `{% y %}` et `[[z]]`.",
    "La classe `std::vec::Vec`, ou std::vec::Vec.",
    "C++ et C++ encore, i++ aussi.",
    "if a == b && c == d",
    "if a==b, alors c==d",
    "– Bonjour.\n\n– Bonsoir.",
    "Il vint – enfin – le soir.",
    "Les agent·e·s.",
    "Le 1er mars, voir 3.a et www.exemple.",
    "Titre\n=====\n\nSuite",
    "Titre\n=======\n\nSuite",
    "> > > > > > > Sept",
    "[texte](https://exemple.fr/a_:b:_c)",
    "<https://exemple.fr/a:smile:b>",
    "[a]: https://exemple.fr/$x$\n\n[a]",
    "Une note[^1].\n\n[^1]: Texte.",
    "\\{{ x }}",
    "\\:warning:",
    "a ~~b~~ c",
    "2^10 = 1024",
    "100 % et 50 %",
    "Un \\$x\\$ ici.",
    "Le tableau [[1, 2], [3, 4]].",
    "\\[TODO\\] et \\[x\\]",
    "Prix : 3 000 $ et 4 000 $",
    "## Titre {#titre}",
    "> [!NOTE]\n> Texte.",
    "> [!WARNING] Titre\n> Texte.",
    "| a | b |\n|:--|--:|\n| – | ✓ |\n| • x | ☐ |",
    "Import de données et export des pages",
    "important : voir\nexport des données",
    "smile :smile et :) et :-)",
    "a :b: c",
    "!!! Attention !!!",
    "??? quoi",
    "Très important !!!",
    "a < b << c",
    "Le <kbd>Ctrl</kbd> et <mark>mot</mark>",
    "-v pour plus\nTexte",
    "*[lien](https://exemple.fr/)*",
    "~/.bashrc et ~/x",
    "Term\n: Définition",
];

/// Places for a mark: a name, the text before it, what its further lines begin with.
const PLACES: [(&str, &str, &str); 4] = [
    ("alone", "", ""),
    ("in a list", "- Un\n- Deux\n\n  ", "  "),
    ("in a quotation", "> ", "> "),
    ("in a task", "## Liste\n<role:agent>\n\n- [ ] Signer.\n\n  ", "  "),
];

fn placed(mark: &str, (_, before, prefix): (&str, &str, &str)) -> String {
    let mut lines = mark.lines();
    let mut text = format!("# Titre\n\nDébut.\n\n{before}{}", lines.next().unwrap_or_default());
    for line in lines {
        text.push('\n');
        text.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        text.push_str(line);
    }
    text + "\n\nFin.\n"
}

/// A guide without the page, read once.
static GUIDE: LazyLock<Sources> = LazyLock::new(|| {
    guide_of(&[
        ("guide/jalon.yaml", "title: Guide\nlanguage: fr\n"),
        ("guide/index.md", "# Accueil\n"),
        ("guide/registry/roles.yaml", "agent: {name: Agent}\n"),
    ])
});

/// What is said about a page with this text.
fn said(text: &str) -> Vec<Diagnostic> {
    let mut guide = GUIDE.clone();
    put(&mut guide, "guide/a.md", text.as_bytes());
    clean_build(&guide, options()).diagnostics
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    let of_mark = |name: &&str| {
        ["dialect/", "list/", "task/bad-box", "heading/no-blank"].iter().any(|begin| name.starts_with(begin))
    };
    diagnostics.iter().map(|diagnostic| diagnostic.code.name).filter(of_mark).collect()
}

/// The text after the first fixes that do not touch each other, as `jalon check --fix` applies them.
fn once(text: &str) -> String {
    let file = SourcePath::new("guide/a.md");
    let diagnostics = said(text);
    let mut fixes: Vec<&Fix> =
        diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_deref()).collect();
    fixes.retain(|fix| fix.span.file == file);
    fixes.sort();
    let mut after = String::new();
    let mut at = 0;
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        if start > at || at == 0 {
            after.push_str(&text[at..start]);
            after.push_str(&fix.text);
            at = end;
        }
    }
    after + &text[at..]
}

/// The text after all fixes.
fn all(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let after = once(&text);
        if after == text {
            return text;
        }
        text = after;
    }
    panic!("fixes without end: {text}");
}

/// Runs a check for each item in parallel and fails with what is wrong.
fn none_is_wrong<T: Sync>(items: &[T], check: impl Fn(&T) -> Vec<String> + Sync + Send) {
    let wrong: Vec<String> = items.par_iter().flat_map_iter(check).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_mark_is_reported_once_wherever_it_stands() {
    none_is_wrong(MARKS, |mark| {
        let mut wrong = Vec::new();
        for place in PLACES {
            let diagnostics = said(&placed(mark.text, place));
            if codes(&diagnostics) != [mark.code] {
                wrong.push(format!("{} {:?}: {:?}", place.0, mark.text, codes(&diagnostics)));
            }
            let names: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
            if place.0 == "alone" && names.contains(&"term/unexplained") {
                wrong.push(format!("{:?} makes noise: {names:?}", mark.text));
            }
        }
        wrong
    });
}

#[test]
fn windows_line_ends_change_nothing() {
    none_is_wrong(MARKS, |mark| {
        let text = placed(mark.text, PLACES[0]).replace('\n', "\r\n");
        let found = said(&text);
        let after = all(&text);
        let same_ends = after.matches('\n').count() == after.matches("\r\n").count();
        let wrong = codes(&found) != [mark.code] || !same_ends;
        wrong.then(|| format!("{:?}: {:?} {after:?}", mark.text, codes(&found))).into_iter().collect()
    });
}

#[test]
fn marks_in_code_and_comments_are_silent() {
    none_is_wrong(MARKS, |mark| {
        let mut texts = vec![
            format!("# T\n\n`````md\n{}\n`````\n", mark.text),
            format!("# T\n\n<!--\n{}\n-->\n", mark.text.replace("-->", "")),
            placed(mark.text, ("indented", "    ", "    ")),
        ];
        if !mark.text.contains(['\n', '`']) {
            texts.push(format!("# T\n\nVoir `{}` ici.\n", mark.text));
        }
        texts.retain(|text| !codes(&said(text)).is_empty());
        texts
    });
}

#[test]
fn fixes_are_final_and_keep_the_words() {
    none_is_wrong(MARKS, |mark| {
        let mut wrong = Vec::new();
        for place in PLACES {
            let text = placed(mark.text, place);
            let after = all(&text);
            if (after != text) != mark.fix && place.0 == "alone" {
                wrong.push(format!("{:?} fixed: {}", mark.text, after != text));
            }
            if after == text {
                continue;
            }
            let left = said(&after);
            let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
            if !codes(&left).is_empty() || left.iter().any(is_error) {
                wrong.push(format!("{} {:?} after its fix: {left:?}\n{after}", place.0, mark.text));
            }
            for words in WORDS {
                if text.matches(words).count() != after.matches(words).count() {
                    wrong.push(format!("{} {:?} lost {words}:\n{after}", place.0, mark.text));
                }
            }
        }
        wrong
    });
}

/// A page whose lines come from marks, at random, each with an indent or a container of its own.
fn mixture(numbers: &mut RandomNumbers) -> String {
    let lines: Vec<&str> = MARKS.iter().flat_map(|mark| mark.text.lines()).collect();
    let befores = ["", "", "", "  ", "    ", "        ", "\t", "> ", "> > ", "- ", "1. ", "- [ ] ", "é "];
    let mut text = String::from("# Titre\n\n");
    for _ in 0..=numbers.below(14) {
        text.push_str(befores[numbers.below(befores.len())]);
        text.push_str(lines[numbers.below(lines.len())]);
        text.push_str(["\n", "\n", "\n\n", "\r\n"][numbers.below(4)]);
    }
    text
}

#[test]
fn fixes_of_random_mixtures_end_and_lose_no_word() {
    let seeds: Vec<u64> = (1..=400).collect();
    none_is_wrong(&seeds, |seed| {
        let text = mixture(&mut RandomNumbers::new(*seed));
        let after = all(&text);
        let lost =
            WORDS.iter().filter(|words| text.matches(**words).count() > after.matches(**words).count());
        lost.map(|words| format!("{seed}: lost {words}\n{text}\nbecame\n{after}")).collect()
    });
}

/// The words that the marks are about.
const WORDS: [&str; 9] =
    ["Début", "Texte", "Suite", "Titre", "Mise à jour", "Plus", "obligatoire", "Fermé", "Fin"];

#[test]
fn slips_are_reported_and_corrected() {
    none_is_wrong(SLIPS, |(written, code, right)| {
        let mut wrong = Vec::new();
        for place in PLACES {
            let text = placed(written, place);
            let found = said(&text);
            let after = all(&text);
            if codes(&found) != [*code] || after != placed(right, place) {
                wrong.push(format!("{} {written:?}: {:?} becomes {after:?}", place.0, codes(&found)));
            }
        }
        let hidden = [format!("# T\n\n```\n{written}\n```\n"), format!("# T\n\n<!--\n{written}\n-->\n")];
        wrong.extend(hidden.into_iter().filter(|text| !codes(&said(text)).is_empty()));
        wrong
    });
}

#[test]
fn prose_is_silent() {
    none_is_wrong(PROSE, |text| {
        let texts = PLACES.map(|place| placed(text, place));
        let found = texts.iter().map(|text| (text, said(text)));
        found
            .filter(|(_, said)| !codes(said).is_empty())
            .map(|(text, said)| format!("{text}{:?}", codes(&said)))
            .collect()
    });
}

#[test]
fn the_first_guide_has_no_marks() {
    assert!(codes(&clean_build(&first_guide(), options()).diagnostics).is_empty());
}
