//! A small tree of each program: what it is taken for, the files of the guide, and that nothing is wrong in it.
use super::{import, imported, report, write};

#[test]
fn gitbook_hints_files_and_summary() {
    let (kind, pages, texts) = imported(&[
        (
            "README.md",
            "# Accueil\n\n{% hint style=\"info\" %}\nVoir [la suite](un/README.md#premiere-etape).\n{% endhint %}\n",
        ),
        (
            "SUMMARY.md",
            "# Table of contents\n\n* [Accueil](README.md)\n\n## Partie\n\n* [Un](un/README.md)\n  * [Deux](un/deux.md)\n",
        ),
        (
            "un/README.md",
            "---\ndescription: Le début.\n---\n\n# Un\n\n## Première étape <a href=\"#debut\" id=\"debut\"></a>\n\n\
             {% content-ref url=\"deux.md\" %}\n[deux.md](deux.md)\n{% endcontent-ref %}\n\n{% embed url=\"https://a.fr/video\" %}\n",
        ),
        (
            "un/deux.md",
            "# Deux\n\nLe [début](./#debut). {% file src=\"../.gitbook/assets/plan du site.pdf\" %}\n",
        ),
        (".gitbook/assets/plan du site.pdf", "%PDF"),
        ("un/oubli.md", "# Oubli\n\nTexte.\n"),
    ]);
    assert_eq!(kind, "GitBook (SUMMARY.md)");
    assert_eq!(
        pages,
        [
            "1-partie/1-un/1-deux.md",
            "1-partie/1-un/index.md",
            "1-partie/index.md",
            "2-other-pages/1-oubli.md",
            "2-other-pages/index.md",
            "index.md"
        ]
    );
    for part in [
        "> [!NOTE]\n> Voir [la suite](1-partie/1-un/index.md",
        "description: Le début.",
        "<!-- anchor: debut -->\n## Première étape",
        "[deux.md](1-deux.md)",
        "[a.fr/video](https://a.fr/video)",
        "[début](index.md#debut)",
        "(../../gitbook/assets/plan%20du%20site.pdf)",
        "draft: true",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
}

#[test]
fn html_in_sentences_is_markdown() {
    let (_, _, texts) = imported(&[
        (
            "README.md",
            "# A[^1]\n\nA <strong>bold</strong> and <em>stressed</em> <a href=\"b.md#x\" title=\"T\">way</a>, <s>old</s>new, \
             <mark>marked</mark>, <code>a &lt; b</code>.\n\n<mark>\n\nA block.\n\n</mark>\n\n<details name=\"q\" id=\"one\">\n\
             <summary>Q</summary>\n\nA.\n\n</details>\n\n| a | b |\n| - | - |\n| <b>c</b> | <a href=\"b.md\">d</a> |\n\n\
             <table id=\"t\"><tr><th>A</th></tr><tr><td>p[][0] <a href=\"b.md\">e</a></td></tr></table>\n\n[^1]:\n    A note.\n\n    Its end.\n",
        ),
        ("b.md", "# B\n\n##\n\n<div id=\"x\">\n\nText.\n\n</div>\n"),
    ]);
    for part in [
        "# A\n\nA **bold** and *stressed* [way](b.md#x \"T\"), ~~old~~new, <mark>marked</mark>, `a < b`.[^1]\n",
        "\n\nA block.\n",
        "<!-- anchor: one -->\n<details name=\"q\">\n<summary>Q</summary>",
        "| **c** | [d](b.md) |",
        "<!-- anchor: t -->\n| A |\n| --- |\n| p\\[\\][0] [e](b.md) |",
        "[^1]: A note.\n\n    Its end.",
        "# B\n\n<!-- anchor: x -->\nText.",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
}

#[test]
fn python_markdown_takes_blanks_and_ids_that_others_do_not() {
    let (_, _, texts) = imported(&[
        (
            "mkdocs.yml",
            "site_name: X\nmarkdown_extensions:\n  - pymdownx.tabbed:\n      slugify: !!python/name:x.y\n",
        ),
        (
            "docs/index.md",
            "# A\n\n[b](a b.md) and [words][the-id].\n\nA **name**{ #one } and\nmore.\n\nText.\n{: #two }\n\n\
             === \"First tab\"\n\n    Text.[^1]\n\n=== \"Second\"\n\n    Text.\n\n  [^1]:\n    Note.\n",
        ),
        ("docs/a b.md", "# B\n\n## C { #the-id }\n"),
    ]);
    for part in [
        "[b](1-a-b.md) and [words](1-a-b.md#the-id)",
        "<!-- anchor: one -->\nA **name** and",
        "<!-- anchor: two -->\nText.",
        "<!-- anchor: first-tab -->\nText.[^1]",
        "\n[^1]: Note.",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
}

#[test]
fn people_on_several_pages_are_proposed() {
    let folder = tempfile::tempdir().expect("a folder is made");
    write(
        &folder.path().join("source"),
        &[
            ("a.md", "# A\n\nÉcrire à Anne Durand <a.durand@exemple.fr>.\n"),
            (
                "b.md",
                "# B\n\n| Anne Durand | a.durand@exemple.fr |\n| - | - |\n| Jean Martin | 01 23 45 67 89 |\n",
            ),
            ("c.md", "# C\n\n**Jean Martin**\n01 23 45 67 89\n"),
        ],
    );
    let done = import(folder.path(), &["source", "new", "--language", "en"]);
    assert!(done.status.success());
    let report =
        std::fs::read_to_string(folder.path().join("new/import-report.md")).expect("there is a report");
    for part in [
        "Anne Durand, a.durand@exemple.fr, stands on 2 pages",
        "Jean Martin, 01 23 45 67 89, stands on 2 pages",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
    assert!(!folder.path().join("new/guide/registry").exists(), "nobody is invented");
}

#[test]
fn hugo_weights_aliases_and_shortcodes() {
    let (kind, pages, texts) = imported(&[
        ("hugo.toml", "title = \"Site\"\nbaseURL = \"https://a.fr/base/\"\n"),
        ("content/_index.md", "+++\ntitle = \"Start\"\n+++\nSee [b]({{< relref \"part/b.md#t\" >}}).\n"),
        ("content/part/_index.md", "---\ntitle: Part\nweight: 1\n---\n"),
        (
            "content/part/b.md",
            "---\ntitle: B\nweight: 2\naliases: [/old/b/]\n---\n\n## T\n\n{{% alert title=\"Look\" color=\"warning\" %}}\nText.\n{{% /alert %}}\n\n{{< figure src=\"/x.svg\" alt=\"X\" >}}\n",
        ),
        ("content/part/a.md", "---\ntitle: A\nweight: 1\ndraft: true\n---\n\nNot yet.\n"),
        ("static/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"></svg>"),
    ]);
    assert_eq!(kind, "Hugo (hugo.toml)");
    assert_eq!(pages, ["1-part/1-a.md", "1-part/2-b.md", "1-part/index.md", "index.md"]);
    for part in [
        "[b](1-part/2-b.md#t)",
        "> [!WARNING] Look\n> Text.",
        "![X](../x.svg)",
        "  - \"/old/b/\"",
        "draft: true",
        "base_url: \"https://a.fr/base/\"",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
}

#[test]
fn vitepress_sidebar_and_containers() {
    let (kind, pages, texts) = imported(&[
        (
            ".vitepress/config.ts",
            "import { defineConfig } from 'vitepress'\nexport default defineConfig({\n  title: 'Site', base: '/docs/',\n  themeConfig: {\n    \
             sidebar: [{ text: 'Guide', items: [{ text: 'Begin', link: '/guide/begin' }, { text: 'Go on', link: '/guide/go' }] }],\n  },\n})\n",
        ),
        ("index.md", "---\ntitle: Home\n---\n\nTo [begin](/docs/guide/begin.html#c-est-parti).\n"),
        (
            "guide/begin.md",
            "# Begin\n\n## C'est parti !\n\n::: danger Stop\nNow.\n:::\n\n::: code-group\n```sh [npm]\nnpm i\n```\n```sh [pnpm]\npnpm i\n```\n:::\n",
        ),
        ("guide/go.md", "# Go on\n\n<!--@include: ./part.md-->\n\n<Badge type=\"tip\" text=\"new\" />\n"),
        ("guide/part.md", "From another file.\n"),
    ]);
    assert_eq!(kind, "VitePress (.vitepress/config.ts)");
    assert_eq!(pages[..3], ["1-guide/1-begin.md", "1-guide/2-go.md", "1-guide/index.md"]);
    for part in [
        "[begin](1-guide/1-begin.md#c-est-parti)",
        "> [!CAUTION] Stop",
        "<summary>npm</summary>",
        "From another file.",
        "(new)",
        "/guide/begin.html",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
}

#[test]
fn docusaurus_positions_and_components() {
    let (kind, pages, texts) = imported(&[
        (
            "docusaurus.config.js",
            "module.exports = { title: 'Site', url: 'https://a.fr', baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' } }]] };\n",
        ),
        (
            "docs/intro.md",
            "---\nslug: /\nsidebar_position: 1\n---\n\n# Intro\n\nTo [the next](./part/next.mdx).\n",
        ),
        ("docs/part/_category_.json", "{ \"label\": \"The part\", \"position\": 2 }"),
        (
            "docs/part/next.mdx",
            "---\ntitle: Next\n---\nimport Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';\n\n<Tabs>\n  <TabItem value=\"a\" label=\"One\">\n\n  First.\n\n  </TabItem>\n  \
             <TabItem value=\"b\" label=\"Two\">Second.</TabItem>\n</Tabs>\n\n:::tip[Look]\n\nText.\n\n:::\n\n{/* hidden */}\n",
        ),
    ]);
    assert_eq!(kind, "Docusaurus (docusaurus.config.js)");
    assert_eq!(pages, ["1-part/1-next.md", "1-part/index.md", "index.md"]);
    for part in [
        "title: The part",
        "[the next](1-part/1-next.md)",
        "<summary>One</summary>\n\nFirst.",
        "<summary>Two</summary>\n\nSecond.",
        "> [!TIP] Look",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
    assert!(!texts.contains("import Tabs") && !texts.contains("hidden"), "{texts}");
}

#[test]
fn docusaurus_sets_and_versions() {
    let (_, pages, texts) = imported(&[
        (
            "docusaurus.config.ts",
            "import type { Config } from '@docusaurus/types';\nconst config: Config = {\n  title: 'Site', url: 'https://a.fr', baseUrl: '/',\n  \
             presets: [['classic', { docs: { sidebarPath: require.resolve('./sidebars.js') }, blog: { path: 'blog' } }]],\n  \
             plugins: ['other', [require.resolve('@docusaurus/plugin-content-docs'), { id: 'team', path: 'of-team', routeBasePath: 't/h', sidebarPath: './team.ts' }],\n  \
             ['@docusaurus/plugin-client-redirects', { redirects: [{ from: ['/old'], to: '/t/h/way' }] }]],\n  \
             themeConfig: { navbar: { items: [{ docsPluginId: 'team', label: 'The team' }] } },\n};\nexport default config;\n",
        ),
        ("sidebars.js", "module.exports = { main: ['intro', 'use'] };\n"),
        (
            "team.ts",
            "import type { S } from 's';\nconst sides: S = { one: [{ type: 'doc', id: 'way' }] };\n\nexport default sides;\n",
        ),
        ("versions.json", "[\"2.0\", \"1.0\"]"),
        ("docs/intro.md", "---\nslug: /\n---\n\n# Unpublished\n"),
        (
            "versioned_docs/version-2.0/intro.md",
            "---\nslug: /\n---\n\n# Intro\n\n[a](/t/h/way#x), [b](/docs/1.0/use), [c](/docs/next/use), [d](/docs/use).\n",
        ),
        ("versioned_docs/version-2.0/use.md", "# Use\n"),
        ("versioned_docs/version-1.0/use.md", "# Use, of old\n"),
        ("versioned_sidebars/version-2.0-sidebars.json", "{\"main\": [\"intro\", \"use\"]}"),
        ("of-team/way.md", "# Way\n\n## X\n\n[Back](/docs/use) and [in file](./way.md#x)\n"),
    ]);
    assert_eq!(pages, ["1-use.md", "2-of-team/1-way.md", "2-of-team/index.md", "index.md"], "{texts}");
    for part in [
        "[a](2-of-team/1-way.md#x), [b](1-use.md), [c](1-use.md), [d](1-use.md).",
        "[Back](../1-use.md)",
        "title: The team",
        "/t/h/way.html",
        "/docs/use.html",
        "- \"/old/\"",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
    assert!(!texts.contains("Unpublished") && !texts.contains("of old"), "{texts}");
}

#[test]
fn links_out_of_the_source_are_no_errors_of_the_guide() {
    let text = "# A\n\n[std](../std/x.html#y), [none](#), [ref], [made][m].\n\n[ref]: ../ref/\n[m]: javascript:x()\n";
    let settings = "[book]\ntitle = \"B\"\n";
    let (said, page) =
        report(&[("book.toml", settings), ("src/SUMMARY.md", "[A](a.md)\n"), ("src/a.md", text)]);
    assert!(page.contains("std, none, ref, made.") && !page.contains("]:"), "{page}");
    assert!(said.contains("`src/a.md:3`: `../std/x.html#y` leads out of the source"), "{said}");
    assert!(said.contains("`#` led nowhere"), "{said}");

    let text = "# A\n\n[up](../std/), [icon](img/i.ico), [`a.b`][] [`b`][a.b] ![c][a.b].\n\n::: a.b.C\n    options:\n      x: y\n\n--8<-- \"docs/my-plan.svg\"\n\n\
                Last [c].\n[c]: part/d.md\n";
    let (said, page) = report(&[
        (
            "mkdocs.yml",
            "site_name: S\nsite_url: https://a.fr/docs/\nplugins: [search, autorefs, literate-nav]\nnav: [index.md, part/]\n",
        ),
        ("docs/index.md", text),
        ("docs/part/SUMMARY.md", "# Part\n\n- [The D](d.md)\n"),
        ("docs/part/d.md", "# D\n"),
        ("docs/my-plan.svg", "<svg><text id='x'>Plan</text></svg>\n"),
    ]);
    let expected = "[up](https://a.fr/std/), [icon](https://a.fr/docs/img/i.ico), `a.b` `b` c.\n\n![my plan](my-plan.svg)\n\nLast [c].\n\n[c]: 1-part/1-d.md";
    assert!(page.contains(expected), "{page}");
    assert!(said.contains("https://a.fr/std/` is no part of the guide"), "{said}");
    assert!(said.contains("`::: a.b.C` has no counterpart"), "{said}");

    let made = "# A\n\n<a href=\"{{ x.url }}\">a</a>, <img src=\"{{ x.y }}\" alt=\"b\">.\n";
    let (said, page) = report(&[("_config.yml", "title: S\n"), ("index.md", made)]);
    assert!(page.contains("\na, b.\n") && said.contains("a template of the site made one of it"), "{page}");

    let broken = "# A\n\n[a](broken-reference), [b](/broken/pages/x1), [c](../../b.md).\n";
    let (said, page) = report(&[("SUMMARY.md", "* [A](README.md)\n"), ("README.md", broken)]);
    assert!(page.contains("\na, b, c.\n"), "{page}");
    assert!(said.contains("`README.md:3`: `broken-reference`: the page was gone already"), "{said}");
}

#[test]
fn alternatives_of_docfx_and_programs_of_mdx() {
    let tabs = "# A\n\n# [Linux](#tab/linux)\n\nOn Linux.\n\n```sh\n# [no](#tab/x)\n---\n```\n\n# [Windows](#tab/win)\n\nOn Windows.\n\n---\n\nAfter.\n";
    let (_, page) = report(&[("docfx.json", "{}"), ("toc.yml", "- href: index.md\n"), ("index.md", tabs)]);
    let parts = [
        "<details name=\"tabs-1\">\n<summary>Linux</summary>",
        "# [no](#tab/x)\n---",
        "<summary>Windows</summary>",
    ];
    assert!(
        parts.iter().all(|part| page.contains(part)) && page.ends_with("</details>\n\nAfter.\n"),
        "{page}"
    );

    let mdx = "---\nslug: /\n---\n\nimport Part from './_part.mdx';\n\n<h1>\n  The <b>title</b>\n</h1>\n\nexport const B = () => (\n\n  <b>x</b>\n);\n\n{[\n  { label: \"gone\" },\n].map((a) => <b>{a}</b>)}\n\n\
               <ThemedImage\n  alt=\"Both\"\n  sources={{\n    light: useBaseUrl(\"/img/a.png\"),\n  }}\n/>\n\n<Part />\n\n<Tabs\n  values={[\n    {\n      label: 'One',\n    },\n  ]}>\n\nKept.\n\n</Tabs>\n";
    let (said, page) = report(&[
        ("docusaurus.config.js", "module.exports = {title: 'S'};"),
        ("docs/a.mdx", mdx),
        ("docs/_part.mdx", "import X from 'x';\n\nA shared part.\n\nKept.\n"),
        ("static/img/a.png", ""),
    ]);
    assert!(
        page.contains("# The **title**\n") && page.contains("![Both](img/a.png)\n\nA shared part.\n"),
        "{page}"
    );
    assert!(!page.contains("gone") && !page.contains('{') && said.matches("`{…}`").count() == 1, "{page}");
}

#[test]
fn starlight_zola_jekyll_and_docfx() {
    let (kind, pages, texts) = imported(&[
        (
            "astro.config.mjs",
            "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Site', sidebar: [{ label: 'Guides', items: ['a'] }] })] };\n",
        ),
        (
            "src/content/docs/index.mdx",
            "---\ntitle: Home\n---\n\n<Aside type=\"caution\">Mind.</Aside>\n\n[A](/a/#b)\n",
        ),
        ("src/content/docs/a.md", "---\ntitle: A\n---\n\n## B\n\nText.\n"),
    ]);
    assert_eq!(
        (kind.as_str(), pages),
        (
            "Starlight (astro.config.mjs)",
            vec!["1-guides/1-a.md".into(), "1-guides/index.md".into(), "index.md".into()]
        )
    );
    assert!(texts.contains("> [!CAUTION]\n> Mind.") && texts.contains("[A](1-guides/1-a.md#b)"), "{texts}");

    let (kind, pages, texts) = imported(&[
        ("config.toml", "base_url = \"https://a.fr\"\ntitle = \"Site\"\n"),
        ("content/_index.md", "+++\ntitle = \"Home\"\n+++\n\n[b](@/docs/b.md)\n"),
        ("content/docs/_index.md", "+++\ntitle = \"Docs\"\nsort_by = \"weight\"\n+++\n"),
        ("content/docs/b.md", "+++\ntitle = \"B\"\nweight = 1\n[extra]\nx = 1\n+++\n\nText.\n"),
    ]);
    assert_eq!((kind.as_str(), pages.len()), ("Zola (config.toml)", 3));
    assert!(texts.contains("[b](1-docs/1-b.md)"), "{texts}");

    let (kind, pages, texts) = imported(&[
        ("_config.yml", "title: Site\nbaseurl: /base\ncollections:\n  docs:\n    output: true\n"),
        (
            "index.md",
            "---\ntitle: Home\n---\n\n[A]({{ site.baseurl }}/docs/a.html), [post]({% post_url 2020-01-02-hello %})\n",
        ),
        ("_docs/a.md", "---\ntitle: A\nredirect_from: /was/\n---\n\nText.\n{: .note }\n"),
        ("_posts/2020-01-02-hello.md", "---\ntitle: Hello\n---\n\nText.\n"),
    ]);
    assert_eq!(kind, "Jekyll (_config.yml)");
    assert_eq!(
        pages,
        ["1-docs/1-a.md", "1-docs/index.md", "2-posts/1-2020-01-02-hello.md", "2-posts/index.md", "index.md"]
    );
    assert!(
        texts.contains("[A](1-docs/1-a.md)")
            && texts.contains("/was/")
            && texts.contains("/2020/01/02/hello.html")
            && !texts.contains(".note"),
        "{texts}"
    );

    let (kind, pages, texts) = imported(&[
        ("docfx.json", "{ \"build\": { \"globalMetadata\": { \"_appTitle\": \"Site\" } } }"),
        ("toc.yml", "- name: Articles\n  href: articles/\n- name: Home\n  href: index.md\n"),
        ("articles/toc.yml", "- name: One\n  href: one.md\n"),
        ("articles/one.md", "# One\n\n[!INCLUDE [part](../includes/part.md)]\n"),
        ("includes/part.md", "Included.\n"),
        ("index.md", "# Home\n\n[One](articles/one.md)\n"),
    ]);
    assert_eq!(
        (kind.as_str(), pages),
        (
            "DocFX (docfx.json)",
            vec!["1-articles/1-one.md".into(), "1-articles/index.md".into(), "index.md".into()]
        )
    );
    assert!(texts.contains("Included."), "{texts}");
}

#[test]
fn parts_of_jekyll_keep_their_words() {
    let page = "---\ntitle: Home\n---\n\n{% include note.html content=\"See [the other][b] and\n  *more*.\" %}\n\n{% include odd.html title=\"T\" content=\"Words\" %}\n\n\
                ```\n{%raw%}{% include note.html content=\"code\" %}{%endraw%}\n```\n\n{% include links.html %}\n";
    let tree = [
        ("_config.yml", "title: Site\ninclude: [_pages]\n"),
        (
            "_includes/note.html",
            "<div markdown=\"span\" class=\"alert alert-info\"><b>Note:</b> {{include.content}}</div>\n",
        ),
        ("_includes/odd.html", "{% for x in site.pages %}{{ include.content }}{% endfor %}\n"),
        (
            "_includes/links.html",
            "{% for page in site.pages %}[{{ page.name }}]: {{ page.url }}{% endfor %}\n",
        ),
        ("index.md", page),
        ("_pages/b.md", "---\ntitle: B\npermalink: /b.html\n---\n\nText. ![P](img/p.png)\n"),
        ("img/p.png", "PNG"),
    ];
    let (_, pages, texts) = imported(&tree);
    assert!(pages.iter().any(|page| page.ends_with("b.md")), "{pages:?}");
    for part in [
        "> [!NOTE]\n> **Note:** See [the other](1-pages/1-b.md) and *more*.\n",
        "\nT\n\nWords\n",
        "![P](../img/p.png)",
        "\n{% include note.html content=\"code\" %}\n",
    ] {
        assert!(texts.contains(part), "{part}\n{texts}");
    }
    assert!(report(&tree).0.contains("what `odd.html` makes of its words is not known"));
}
