//! Addresses that a site no longer had, as its settings and front matter name them: pages keep them, and links to them lead on.
use super::{imported, report};

/// What the guide of a tree has to hold.
fn holds(tree: &[(&str, &str)], parts: &[&str]) {
    let (kind, _, texts) = imported(tree);
    for part in parts {
        assert!(texts.contains(part), "{kind}: {part}\n{texts}");
    }
}

const DOCUSAURUS: &str = "\
const made = (page) => ({ from: `/x/${page}`, to: '/docs/new' });
const redirects = [
  ...['a', 'b'].map(made),
  { from: '/docs/oldest', to: '/docs/old' },
  { from: ['/docs/old', '/older'], to: '/docs/new#place' },
  { from: '/docs/video', to: 'https://b.fr/video' },
  { from: '/docs/nothing', to: '/docs/no-page' },
];
const config = {
  title: 'Site', url: 'https://a.fr', baseUrl: '/',
  presets: [['classic', { docs: {} }]],
  plugins: [['@docusaurus/plugin-client-redirects', { redirects, createRedirects(path) { return [path + '/x']; } }]],
};
export default config;
";

#[test]
fn docusaurus_redirects() {
    let home = "---\nslug: /\n---\n\n# Home\n\n[a](/docs/old), [b](/docs/oldest/), [c](/older#own), [d](https://a.fr/docs/old), [e](/docs/video).\n";
    let tree = [
        ("docusaurus.config.js", DOCUSAURUS),
        ("docs/home.md", home),
        ("docs/new.md", "# New\n\n## Place\n\n## Own\n\nText.\n"),
    ];
    let place = "1-new.md#place";
    holds(
        &tree,
        &[
            &format!("[a]({place}), [b]({place}), [c](1-new.md#own), [d]({place}), [e](https://b.fr/video)."),
            "- \"/docs/old/\"\n",
            "- \"/docs/oldest/\"\n",
            "- \"/older/\"\n",
        ],
    );
    let (said, _) = report(&tree);
    for part in [
        "what `redirects` makes of addresses cannot be known",
        "what `createRedirects` makes of addresses cannot be known",
        "`/docs/video` led to `https://b.fr/video`",
        "`/docs/nothing` was to lead to `/docs/no-page`, which does not exist",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn mkdocs_redirects() {
    let settings = "site_name: S\nsite_url: https://a.fr/base/\nplugins:\n  - search\n  - redirects:\n      redirect_maps:\n        was/index.md: new.md\n        old.md: new.md#place\n        gone.md: https://b.fr/\n";
    let home = "# Home\n\n[a](/base/old/), [b](https://a.fr/base/was/), [c](/base/gone/).\n";
    let new = ("docs/new.md", "# New\n\n## Place\n\nText.\n");
    holds(
        &[("mkdocs.yml", settings), ("docs/index.md", home), new],
        &["[a](1-new.md#place), [b](1-new.md), [c](https://b.fr/).", "- \"/old/\"", "- \"/was/\""],
    );
    let flat = format!("{settings}use_directory_urls: false\n");
    holds(
        &[("mkdocs.yml", &flat), ("docs/index.md", "# Home\n\n[a](/base/old.html)\n"), new],
        &["[a](1-new.md#place)", "- \"/old.html\""],
    );
}

#[test]
fn mdbook_and_gitbook_redirects() {
    let settings = "[book]\ntitle = \"B\"\n[output.html.redirect]\n\"/part/old.html\" = \"new.html#place\"\n\"/was.html\" = \"/part/new.html\"\n\"/b.html\" = \"https://b.fr/\"\n";
    holds(
        &[
            ("book.toml", settings),
            ("src/SUMMARY.md", "[Home](home.md)\n\n- [New](part/new.md)\n"),
            ("src/home.md", "# Home\n\n[a](part/old.html), [b](was.html), [c](b.html).\n"),
            ("src/part/new.md", "# New\n\n## Place\n\nText.\n"),
        ],
        &["new.md#place), [b](", "- \"/part/old.html\"", "- \"/was.html\"", "[c](https://b.fr/)"],
    );
    holds(
        &[
            (".gitbook.yaml", "redirects:\n  old/page: part/new.md\n  /was: part/new.md\n"),
            ("SUMMARY.md", "* [Home](README.md)\n* [New](part/new.md)\n"),
            ("README.md", "# Home\n\n[a](/old/page), [b](was).\n"),
            ("part/new.md", "# New\n\nText.\n"),
        ],
        &["[a](1-new.md), [b](1-new.md).", "- \"/old/page/\"", "- \"/was/\""],
    );
}

#[test]
fn starlight_redirects() {
    let settings = "import starlight from '@astrojs/starlight';\nexport default defineConfig({ redirects: { '/old': '/new', '/was/it': { status: 302, destination: '/new/#place' }, '/all/[...slug]': '/new' },\n  integrations: [starlight({ title: 'Site' })] });\n";
    let tree = [
        ("astro.config.mjs", settings),
        ("src/content/docs/index.md", "---\ntitle: Home\n---\n\n[a](/old), [b](/was/it/).\n"),
        ("src/content/docs/new.md", "---\ntitle: New\n---\n\n## Place\n\nText.\n"),
    ];
    holds(&tree, &["[a](1-new.md), [b](1-new.md#place).", "- \"/old/\"", "- \"/was/it/\""]);
    let (said, _) = report(&tree);
    assert!(said.contains("`/all/[...slug]` led to `/new`"), "{said}");
}

#[test]
fn aliases_of_hugo_zola_and_jekyll() {
    let home = |link: &str| format!("---\ntitle: Home\n---\n\n[a]({link})\n");
    holds(
        &[
            ("hugo.toml", "baseURL = 'https://a.fr/'\ntitle = 'S'\n"),
            ("content/_index.md", &home("/old/b/")),
            ("content/part/b.md", "---\ntitle: B\naliases: [/old/b, was.html]\n---\n\nText.\n"),
        ],
        &["[a](1-part/1-b.md)", "- \"/old/b/\"", "- \"/part/was.html\""],
    );
    holds(
        &[
            ("config.toml", "base_url = \"https://a.fr\"\ntitle = \"S\"\n"),
            ("content/_index.md", "+++\ntitle = \"Home\"\n+++\n\n[a](/old/b/), [b](/was.html).\n"),
            ("content/b.md", "+++\ntitle = \"B\"\naliases = [\"old/b\", \"/was.html\"]\n+++\n\nText.\n"),
        ],
        &["[a](1-b.md), [b](1-b.md).", "- \"/old/b/\"", "- \"/was.html\""],
    );
    holds(
        &[
            ("_config.yml", "title: Site\nplugins: [jekyll-redirect-from]\n"),
            ("index.md", &home("/was/it/")),
            ("b.md", "---\ntitle: B\nredirect_from:\n  - /was/it/\n  - /old.html\n---\n\nText.\n"),
        ],
        &["[a](1-b.md)", "- \"/was/it/\"", "- \"/old.html\""],
    );
}

#[test]
fn rewrites_of_vitepress() {
    let settings = "import { defineConfig } from 'vitepress';\nexport default defineConfig({ title: 'S', rewrites: { 'en/:rest*': ':rest*', 'packages/:name/docs/use.md': 'use/:name.md' } });\n";
    let more = "import { defineAdditionalConfig } from 'vitepress';\nexport default defineAdditionalConfig({ themeConfig: { sidebar: side() } });\nfunction side() { return [{ text: 'First', link: '/guide/first' }, { text: 'Pkg', link: '/use/one' }]; }\n";
    holds(
        &[
            (".vitepress/config.ts", settings),
            ("config.ts", more),
            ("en/index.md", "# Home\n\n[a](/guide/first), [b](./use/one), [c](guide/first.md).\n"),
            ("en/guide/first.md", "# First\n\n[d](../use/one).\n"),
            ("packages/one/docs/use.md", "# Use\n\nText.\n"),
        ],
        &[
            "- \"/guide/first.html\"",
            "- \"/use/one.html\"",
            "First\n\n[d](2-use.md)",
            "[b](2-use.md), [c](1-first.md).",
            "[a](1-first.md)",
        ],
    );
}

#[test]
fn addresses_in_front_matter_of_vuepress() {
    holds(
        &[
            (
                ".vuepress/config.js",
                "module.exports = { title: 'S', themeConfig: { sidebar: ['/', '/b'] } }\n",
            ),
            ("README.md", "# Home\n\n[a](/own/way.html)\n"),
            ("b.md", "---\npermalink: /own/way.html\n---\n\n# B\n\nText.\n"),
        ],
        &["[a](1-b.md)", "- \"/own/way.html\"", "- \"/b.html\""],
    );
}

#[test]
fn the_address_of_a_site_is_its_home_page() {
    holds(
        &[
            ("config.toml", "base_url = \"https://a.fr/guide\"\ntitle = \"S\"\n"),
            (
                "content/b.md",
                "+++\ntitle = \"B\"\n+++\n\n[a](https://a.fr/guide/), [b](/guide/), [c](https://b.fr/).\n",
            ),
        ],
        &["[a](index.md), [b](index.md), [c](https://b.fr/)."],
    );
}
