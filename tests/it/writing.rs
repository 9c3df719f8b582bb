//! What pages are made of beyond `CommonMark`: what is published of it, for eyes, ears, the search and paper.
#[cfg(feature = "colors")]
use crate::support::{assert_same, rebuilt_files};
use crate::support::{clean_build, guide_of, options, page, put};
use jalon::model::{Run, Sources};
use jalon::output;
#[cfg(feature = "colors")]
use jalon::pipeline::build;

const SETTINGS: (&str, &str) = ("guide/jalon.yaml", "title: Un guide\nlanguage: fr\n");
const HOME: (&str, &str) = ("guide/index.md", "# Accueil\n");
const ROLES: (&str, &str) = ("guide/registry/roles.yaml", "agent: {name: Agent}\n");

/// A guide with one page.
fn guide(body: &str) -> Sources {
    guide_of(&[SETTINGS, HOME, ROLES, ("guide/a.md", body)])
}

/// The text of the page that the search knows.
fn searched(body: &str) -> String {
    let built = clean_build(&guide(body), options());
    let site = built.site.as_ref().expect("the guide is built");
    let docs = output::search_docs(site, &built.parsed);
    docs.filter(|doc| *doc.origin == *"guide/a.md").map(|doc| doc.text.into_string()).collect()
}

#[test]
fn the_title_of_a_callout_may_hold_what_a_sentence_holds() {
    let body = "# A\n\n> [!warning] Avant de *signer* `x`\n> Relire.\n";
    let built = clean_build(&guide(body), options());
    let html = page(&built, "a/index.html");
    let title = "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\"><span class=\"visually-hidden\">Attention\u{a0}:</span> <span>Avant de <em>signer</em> <code>x</code></span></p>\n<p>Relire.</p>\n</div>";
    assert!(html.contains(title), "{html}");
    assert_eq!(searched(body), "Avant de signer x\nRelire.");
}

#[test]
fn paper_sets_the_title_of_a_callout_apart() {
    let body =
        "# A\n\n## Étapes\n<role:agent>\n\n- [ ] Signer.\n\n  > [!NOTE] Avant de *signer*\n  > Relire.\n";
    let sources = guide(body);
    let built = clean_build(&sources, options());
    let site = built.site.as_ref().expect("the guide is built");
    let sheets = output::sheets(site, &built.parsed, &sources, &built.engine);
    let help = &sheets[0].sections[0].tasks[0].help;
    let text = |text: &str| Run::Text(text.to_owned());
    let title = Run::Strong(vec![text("Avant de "), Run::Emphasis(vec![text("signer")])]);
    assert_eq!(*help, [vec![title], vec![text("Relire.")]]);
}

#[test]
fn a_mark_behind_a_backslash_is_a_quotation() {
    let built = clean_build(&guide("# A\n\n> \\[!NOTE] Une citation.\n"), options());
    assert!(page(&built, "a/index.html").contains("<blockquote>\n<p>[!NOTE] Une citation.</p>"));
}

#[test]
fn a_picture_alone_with_a_title_is_a_figure() {
    let picture = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>";
    let built = |body: &str| {
        let mut sources = guide(body);
        put(&mut sources, "guide/rond.svg", picture);
        clean_build(&sources, options())
    };
    let body = "# A\n\n![Un rond](rond.svg \"L'accueil, le matin [TODO : date]\")\n\n![Un rond](rond.svg \"Un titre\") et du texte.\n\n[![Un rond](rond.svg 'Agrandir')](rond.svg)\n\n![Un rond](rond.svg)\n";
    let built = built(body);
    let html = page(&built, "a/index.html");
    for part in [
        "<figure>\n<img src=\"../rond.svg\" alt=\"Un rond\" width=\"2\" height=\"1\" decoding=\"async\">\n<figcaption>L’accueil, le matin <span class=\"placeholder\">",
        "</figcaption>\n</figure>\n<p><img src=\"../rond.svg\" alt=\"Un rond\" title=\"Un titre\"",
        "<figure>\n<a href=\"../rond.svg\"><img src=\"../rond.svg\" alt=\"Un rond\" width=\"2\" height=\"1\" loading=\"lazy\" decoding=\"async\"></a>\n<figcaption>Agrandir</figcaption>\n</figure>\n<p><img",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert_eq!(html.matches("<figure>").count(), 2);
    let site = built.site.as_ref().expect("the guide is built");
    let mut docs = output::search_docs(site, &built.parsed);
    let found = docs.find(|doc| *doc.origin == *"guide/a.md").expect("the page is known");
    assert!(found.text.contains("Un rond\nL’accueil, le matin"), "{}", found.text);
}

/// The HTML of the blocks of code of a page.
fn code(body: &str) -> String {
    let built = clean_build(&guide(body), options());
    let html = page(&built, "a/index.html");
    let main = html.split_once("<div class=\"page-main\">\n").expect("the page has a body").1;
    main.split_once("\n<div class=\"page-foot\">").expect("and a foot").0.trim().to_owned()
}

#[cfg(feature = "colors")]
#[test]
fn code_has_colours_a_file_and_marked_lines_and_no_styles() {
    let body = "# A\n\n```rust title=\"src/<main>.rs\" {2-3}\n// a\nlet a = r\"b\n<c>\";\n```\n";
    let expected = "<figure class=\"code\">\n<figcaption>src/&lt;main&gt;.rs</figcaption>\n<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"code-comment\">// a</span>\n<mark><span class=\"code-keyword\">let</span> a = <span class=\"code-text\">r&quot;b</span></mark>\n<mark><span class=\"code-text\">&lt;c&gt;&quot;</span>;</mark>\n</code></pre>\n</figure>";
    assert_eq!(code(body), expected);
    assert!(searched(body).starts_with("src/<main>.rs\n// a\nlet"), "{}", searched(body));
}

#[cfg(feature = "colors")]
#[test]
fn code_in_any_container_and_language_keeps_its_text() {
    let body = "# A\n\n> - ```php\n>   <?php echo \"é\"; // b\n>\n>   \tf();\n>   ```\n\n```klingon {1}\na\n```\n\n    if a\n";
    let found = code(body);
    assert!(found.contains("<span class=\"code-comment\">// b"), "{found}");
    assert!(found.contains("<code class=\"language-klingon\"><mark>a</mark>\n</code>"), "{found}");
    assert!(found.contains("<pre tabindex=\"0\"><code>if a\n</code></pre>"), "{found}");
    let plain = |html: &str| {
        html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<String>()
    };
    assert!(plain(&found).contains("&lt;?php echo &quot;é&quot;; // b\n\n\tf();\n"), "{found}");
}

#[test]
fn only_pages_with_code_load_what_code_needs() {
    let built = clean_build(&guide("# A\n\n```rust\nlet a = 1;\n```\n"), options());
    let loads = |path: &str| {
        let html = page(&built, path);
        (html.contains("theme/code.css"), html.contains("theme/code.js"))
    };
    assert_eq!(loads("a/index.html"), (true, true));
    assert_eq!(loads("guide-complet/index.html"), (true, true));
    assert_eq!(loads("index.html"), (false, false));
    assert!(
        page(&built, "a/index.html")
            .contains("data-words=\"Copier le code|Copié|Non copié\u{a0}: appuyez sur Ctrl+C\"")
    );
}

#[cfg(feature = "colors")]
#[test]
fn grammars_that_come_later_change_no_page_and_no_stamp() {
    let first = guide("# A\n\n```rust\nlet a = 1;\n```\n");
    let mut second = first.clone();
    put(&mut second, "guide/b.md", b"# B\n\n```php\n<?php echo 1; // a\n```\n");
    let clean = clean_build(&second, options());
    let warm = build(&second, &[], options(), &clean_build(&first, options()));
    assert_same(&warm, &clean, "a page whose code needs grammars");
    let again = build(&second, &[], options(), &warm);
    assert_same(&again, &clean, "nothing");
    assert!(rebuilt_files(&warm, &again).is_empty());
}

/// A `<details>` of a name with a summary and a text.
fn folded(tag: &str, words: &str) -> String {
    format!("{tag}\n<summary>{words}</summary>\n\nTexte {words}.\n\n</details>\n")
}

#[test]
fn blocks_of_one_name_are_alternatives() {
    let (plain, open, other) = ("<details name=\"a\">", "<details name=\"a\" open>", "<details name=\"b\">");
    let blocks = [
        folded(plain, "Un"),
        folded(open, "Deux"),
        folded(open, "Trois"),
        "Entre.\n\n".to_owned(),
        folded(plain, "Quatre"),
        "\n".to_owned(),
        folded(plain, "Cinq"),
        "\n## Suite\n\n".to_owned(),
        folded(other, "Six"),
    ];
    let body = format!("# A\n\n{}", blocks.concat());
    let found = code(&body);
    assert_eq!(found.matches("<div class=\"tabs\">").count(), 2, "{found}");
    let tags: Vec<&str> = found.split("<details").skip(1).filter_map(|part| part.split('>').next()).collect();
    let expected =
        [" name=\"g1\"", " name=\"g1\" open", " name=\"g1\"", " name=\"g2\" open", " name=\"g2\"", ""];
    assert_eq!(tags, expected, "{found}");
    let built = clean_build(&guide(&body), options());
    let whole = page(&built, "guide-complet/index.html");
    assert!(whole.contains("<details name=\"p2-g1\" open>") && whole.contains("theme/tabs.css"), "{whole}");
    assert!(!page(&built, "index.html").contains("tabs.css"));
}

#[test]
fn alternatives_may_stand_in_each_other_and_in_help() {
    let inner = folded("<details name=\"b\">", "Un") + &folded("<details name=\"b\">", "Deux");
    let body = format!(
        "# A\n\n<details name=\"a\">\n<summary>Dehors</summary>\n\n{inner}\n</details>\n{}",
        folded("<details name=\"a\">", "Autre")
    );
    let found = code(&body);
    assert_eq!(found.matches("<div class=\"tabs\">").count(), 2, "{found}");
    assert_eq!(found.matches("name=\"g1\"").count(), 2, "{found}");
    let task =
        format!("# A\n\n## Étapes\n<role:agent>\n\n- [ ] Signer.\n\n  {}", inner.replace('\n', "\n  "));
    let found = code(&task);
    assert!(found.contains("<div class=\"task-help\" id=\"help-t-signer\"><div class=\"tabs\">"), "{found}");
}
