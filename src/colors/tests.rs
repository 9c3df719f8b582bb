//! Code in many languages, with its parts in brackets: `c` comment, `k` keyword, `t` text, `n` number, `f` name, `y` type.
use super::*;
use crate::model::CodePart;

/// The code with its coloured parts in brackets.
#[cfg(feature = "colors")]
fn shown(language: &str, code: &str) -> String {
    let Colored::Tokens(tokens) = colored(language, code, None) else { return "grammar".to_owned() };
    in_brackets(code, &tokens)
}

fn in_brackets(code: &str, tokens: &Tokens) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for (range, kind) in tokens {
        let letter = match kind {
            CodePart::Comment => "c",
            CodePart::Keyword => "k",
            CodePart::Text => "t",
            CodePart::Number => "n",
            CodePart::Name => "f",
            CodePart::Type => "y",
            CodePart::Added => "+",
            CodePart::Removed => "-",
        };
        assert!(at <= range.start && range.start < range.end, "{range:?} behind {at} in {code}");
        out.push_str(&code[at..range.start]);
        out.extend(["[", letter, " ", &code[range.clone()], "]"]);
        at = range.end;
    }
    out + &code[at..]
}

#[cfg(feature = "colors")]
#[test]
fn common_languages_are_read_without_grammars() {
    for (language, code, expected) in [
        (
            "rust",
            "let a: &'a str = r#\"x\"y\"#; // b",
            "[k let] a: &[y 'a] [y str] = [t r#\"x\"y\"#]; [c // b]",
        ),
        (
            "rs",
            "'\\n' 'é' println!(\"{}\\\"\", 1_0.5) 0..2",
            "[t '\\n'] [t 'é'] [f println]!([t \"{}\\\"\"], [n 1_0.5]) [n 0]..[n 2]",
        ),
        ("js", "const a = `x\ny`; f(1e3) // b", "[k const] a = [t `x\ny`]; [f f]([n 1e3]) [c // b]"),
        (
            "python",
            "def f(x):\n    \"\"\"a\n    b\"\"\" # c",
            "[k def] [f f](x):\n    [t \"\"\"a\n    b\"\"\"] [c # c]",
        ),
        (
            "sh",
            "if [ -f x ]; then rm $A \"b\"; fi # c",
            "[k if] [ -f x ]; [k then] [f rm] [y $A] [t \"b\"]; [k fi] [c # c]",
        ),
        ("console", "$ ls -l\ntotal 0\n", "[c $] [f ls] -l\ntotal 0\n"),
        ("yaml", "a: 1 # b\n- c d: \"e: f\"\n", "[f a]: [n 1] [c # b]\n- [f c d]: [t \"e: f\"]\n"),
        ("toml", "[a.b]\nc = true # d\n", "[y [a.b]]\n[f c] = [n true] [c # d]\n"),
        ("json", "{\"a\": [1, null, \"b\"]}", "{[f \"a\"]: [[n 1], [n null], [t \"b\"]]}"),
        (
            "html",
            "<a href=\"x\">é &amp; b</a><!-- c",
            "<[f a] [y href]=[t \"x\"]>é [n &amp;] b</[f a]>[c <!-- c]",
        ),
        ("css", "a { color: #fff; } /* b */", "a { [f color]: [y #fff]; } [c /* b */]"),
        (
            "sql",
            "SELECT a FROM b WHERE c = 'd''e' -- f",
            "[k SELECT] a [k FROM] b [k WHERE] c = [t 'd'][t 'e'] [c -- f]",
        ),
        ("diff", "@@ -1 +1 @@\n-a\n+b\n c\n", "[k @@ -1 +1 @@]\n[- -a]\n[+ +b]\n c\n"),
        ("text", "if 1 \"a\"", "if 1 \"a\""),
        ("", "if 1", "if 1"),
    ] {
        assert_eq!(shown(language, code), expected, "{language}");
    }
}

#[cfg(feature = "colors")]
#[test]
fn other_languages_are_read_with_grammars() {
    assert_eq!(shown("php", "<?php echo 1;"), "grammar");
    let grammars = grammars().expect("this program has them");
    let read = |language: &str, code: &str| match colored(language, code, Some(&grammars)) {
        Colored::Tokens(tokens) => in_brackets(code, &tokens),
        Colored::NeedsGrammars => panic!("they are loaded"),
    };
    let php = read("php", "<?php\nfunction f($x) { return \"a\" . 1; } // b\n");
    assert!(php.contains("[t \"a\"]") && php.contains("[n 1]") && php.contains("[c // b"), "{php}");
    let lua = read("lua", "-- a\nlocal x = 'b'\n");
    assert!(lua.starts_with("[c -- a]\n") && lua.contains("[t 'b']"), "{lua}");
    assert_eq!(read("klingon", "a = 'b'\n"), "a = 'b'\n");
    let long = "a = 'b' ".repeat(1_000);
    assert_eq!(read("lua", &long), long);
}

/// Pieces of which codes that nobody wrote are made.
const PIECES: [&str; 26] = [
    "\"", "'", "`", "\\", "\n", "#", "/*", "*/", "//", "<", "<!--", ">", "&", ";", "${", "}", "[", "]", "é",
    "😀", " ", "a", "r#\"", "1.", "=", ":",
];

#[test]
fn parts_are_in_order_whatever_the_code() {
    let languages = [
        "rust",
        "js",
        "python",
        "sh",
        "console",
        "yaml",
        "toml",
        "json",
        "html",
        "css",
        "sql",
        "diff",
        "ruby",
        "powershell",
    ];
    let mut state = 7_u32;
    let mut random = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % below
    };
    for _ in 0..3_000 {
        let length = random(12);
        let code: String = (0..length).map(|_| PIECES[random(PIECES.len())]).collect();
        for language in languages {
            if let Colored::Tokens(tokens) = colored(language, &code, None) {
                in_brackets(&code, &tokens);
            }
        }
    }
}
