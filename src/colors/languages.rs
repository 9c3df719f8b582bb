//! Common languages: their names, and how they are written.

/// How code in a language is read.
#[derive(Clone, Copy)]
pub(super) enum Syntax {
    /// It is no code.
    None,
    Words(&'static WordLanguage),
    Lines(Form),
    Tags,
}

/// A form of code that is made of lines.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    Difference,
    Terminal,
    Json,
    /// Keys in front of this separator.
    Keys(char),
}

/// A string in a language.
pub(super) struct Quote {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    /// Whether a backslash takes the meaning from what follows.
    pub(super) has_escapes: bool,
    pub(super) spans_lines: bool,
}

/// What is particular to a language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// The first word of a line is a command.
    Commands,
    /// A word in front of a colon is a property.
    Properties,
    /// A hyphen is a letter.
    Hyphens,
    /// Capitals do not count.
    AnyCase,
    /// A word that begins with a capital is a type.
    CapitalTypes,
    /// `'a` is a lifetime, `r#"…"#` a string, `name!` a macro.
    Lifetimes,
}

/// How a language that is made of words is written.
pub(super) struct WordLanguage {
    /// What begins a comment that ends with its line.
    pub(super) lines: &'static [&'static str],
    /// What begins and ends a comment.
    pub(super) blocks: &'static [(&'static str, &'static str)],
    pub(super) quotes: &'static [Quote],
    /// Signs in front of variables and annotations.
    pub(super) sigils: &'static [&'static str],
    /// Words, with a space between two.
    pub(super) keywords: &'static str,
    pub(super) types: &'static str,
    pub(super) constants: &'static str,
    habits: &'static [Habit],
}

impl WordLanguage {
    pub(super) fn has(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }
}

/// The syntax of the language that has this name, in small letters.
pub(super) fn find(name: &str) -> Option<Syntax> {
    NAMES.iter().find(|(names, _)| names.split(' ').any(|known| known == name)).map(|(_, syntax)| *syntax)
}

const NAMES: &[(&str, Syntax)] = &[
    ("text txt plain plaintext none output log ascii", Syntax::None),
    ("bash sh shell zsh ksh", Syntax::Words(&SHELL)),
    ("console shell-session shellsession bash-session terminal", Syntax::Lines(Form::Terminal)),
    ("json jsonc json5 webmanifest", Syntax::Lines(Form::Json)),
    ("yaml yml", Syntax::Lines(Form::Keys(':'))),
    ("toml ini cfg conf properties env dotenv editorconfig", Syntax::Lines(Form::Keys('='))),
    ("html htm xhtml xml svg vue svelte rss atom xsl", Syntax::Tags),
    ("javascript js mjs cjs jsx typescript ts mts cts tsx", Syntax::Words(&JAVASCRIPT)),
    ("python py py3 python3", Syntax::Words(&PYTHON)),
    ("rust rs", Syntax::Words(&RUST)),
    ("css scss less", Syntax::Words(&CSS)),
    ("diff patch", Syntax::Lines(Form::Difference)),
    ("sql mysql postgresql pgsql plsql sqlite", Syntax::Words(&SQL)),
    ("c h cpp c++ cc cxx hpp arduino", Syntax::Words(&C)),
    ("java", Syntax::Words(&JAVA)),
    ("csharp cs c#", Syntax::Words(&CSHARP)),
    ("go golang", Syntax::Words(&GO)),
    ("kotlin kt kts", Syntax::Words(&KOTLIN)),
    ("ruby rb", Syntax::Words(&RUBY)),
    ("powershell ps1 pwsh", Syntax::Words(&POWERSHELL)),
    ("dockerfile docker containerfile", Syntax::Words(&DOCKERFILE)),
];

const fn quote(mark: &'static str) -> Quote {
    Quote { open: mark, close: mark, has_escapes: true, spans_lines: false }
}

const fn long(mark: &'static str) -> Quote {
    Quote { open: mark, close: mark, has_escapes: true, spans_lines: true }
}

const fn plain(mark: &'static str) -> Quote {
    Quote { open: mark, close: mark, has_escapes: false, spans_lines: true }
}

const NOTHING: WordLanguage = WordLanguage {
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[quote("\""), quote("'")],
    sigils: &["@"],
    keywords: "",
    types: "",
    constants: "true false null",
    habits: &[Habit::CapitalTypes],
};

pub(super) const SHELL: WordLanguage = WordLanguage {
    lines: &["#"],
    blocks: &[],
    quotes: &[long("\""), plain("'"), long("`")],
    sigils: &["${", "$"],
    keywords: "if then elif else fi for in do done while until case esac function return exit local export readonly select source set unset shift trap break continue declare",
    types: "",
    constants: "true false",
    habits: &[Habit::Commands, Habit::Hyphens],
};

const JAVASCRIPT: WordLanguage = WordLanguage {
    quotes: &[quote("\""), quote("'"), long("`")],
    keywords: "abstract as async await break case catch class const continue debugger declare default delete do else enum export extends finally for from function get if implements import in infer instanceof interface is keyof let namespace new of override private protected public readonly return satisfies set static super switch this throw try type typeof var void while with yield",
    types: "any bigint boolean never number object string symbol unknown",
    constants: "true false null undefined NaN Infinity",
    ..NOTHING
};

const PYTHON: WordLanguage = WordLanguage {
    lines: &["#"],
    blocks: &[],
    quotes: &[long("\"\"\""), long("'''"), quote("\""), quote("'")],
    keywords: "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield",
    types: "bool bytes dict float int list object set str tuple",
    constants: "True False None self cls",
    ..NOTHING
};

const RUST: WordLanguage = WordLanguage {
    quotes: &[long("\""), quote("'")],
    sigils: &["#![", "#[", "'"],
    keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return self static struct super trait type union unsafe use where while",
    types: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize",
    constants: "true false",
    habits: &[Habit::CapitalTypes, Habit::Lifetimes],
    ..NOTHING
};

const CSS: WordLanguage = WordLanguage {
    sigils: &["@", "#", "--", "$"],
    keywords: "important from to and not only or",
    constants: "inherit initial unset revert none auto",
    habits: &[Habit::Properties, Habit::Hyphens],
    ..NOTHING
};

const SQL: WordLanguage = WordLanguage {
    lines: &["--"],
    quotes: &[plain("'"), quote("\"")],
    keywords: "add all alter and as asc begin between by case check column commit constraint create cross database default delete desc distinct drop else end exists foreign from full grant group having if in index inner insert into is join key left like limit not offset on or order outer over partition primary references replace returning revoke right rollback select set table then to transaction truncate trigger union unique update using values view when where with",
    types: "bigint blob bool boolean char date datetime decimal double float int integer json numeric real serial smallint text time timestamp uuid varchar",
    habits: &[Habit::AnyCase],
    ..NOTHING
};

const C: WordLanguage = WordLanguage {
    sigils: &["#"],
    keywords: "alignas auto break case catch class concept const constexpr continue decltype default delete do else enum explicit export extern final for friend goto if inline mutable namespace new noexcept operator override private protected public register requires return sizeof static static_assert struct switch template this throw try typedef typename union using virtual volatile while",
    types: "bool char char16_t char32_t double float int int8_t int16_t int32_t int64_t long short signed size_t uint8_t uint16_t uint32_t uint64_t unsigned void wchar_t",
    constants: "true false nullptr NULL",
    ..NOTHING
};

const JAVA: WordLanguage = WordLanguage {
    quotes: &[long("\"\"\""), quote("\""), quote("'")],
    keywords: "abstract assert break case catch class continue default do else enum extends final finally for if implements import instanceof interface native new package permits private protected public record return sealed static super switch synchronized this throw throws transient try var volatile while yield",
    types: "boolean byte char double float int long short void",
    ..NOTHING
};

const CSHARP: WordLanguage = WordLanguage {
    keywords: "abstract as async await base break case catch checked class const continue default delegate do else enum event explicit extern finally fixed for foreach get goto if implicit in init interface internal is lock nameof namespace new operator out override params private protected public readonly record ref required return sealed set sizeof static struct switch this throw try typeof unchecked unsafe using var virtual when where while with yield",
    types: "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort void",
    sigils: &["#"],
    ..NOTHING
};

const GO: WordLanguage = WordLanguage {
    quotes: &[quote("\""), quote("'"), plain("`")],
    keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var",
    types: "any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
    constants: "true false nil iota",
    ..NOTHING
};

const KOTLIN: WordLanguage = WordLanguage {
    quotes: &[long("\"\"\""), quote("\""), quote("'")],
    keywords: "abstract as break by catch class companion const constructor continue data do else enum external final finally for fun if import in inline init interface internal is lateinit object open operator out override package private protected public return sealed super suspend this throw try typealias val var vararg when where while",
    ..NOTHING
};

const RUBY: WordLanguage = WordLanguage {
    lines: &["#"],
    blocks: &[("=begin", "=end")],
    quotes: &[quote("\""), quote("'")],
    sigils: &["@@", "@", "$", ":"],
    keywords: "alias and begin break case class def do else elsif end ensure for if in include module next not or private protected public raise redo require require_relative rescue retry return self super then undef unless until when while yield attr_accessor attr_reader",
    constants: "true false nil",
    ..NOTHING
};

const POWERSHELL: WordLanguage = WordLanguage {
    lines: &["#"],
    blocks: &[("<#", "#>")],
    quotes: &[plain("\""), plain("'")],
    sigils: &["${", "$"],
    keywords: "begin break catch class continue data do dynamicparam else elseif end exit filter finally for foreach from function if in param process return switch throw trap try until using while",
    habits: &[Habit::AnyCase, Habit::Commands, Habit::Hyphens],
    ..NOTHING
};

const DOCKERFILE: WordLanguage = WordLanguage {
    lines: &["#"],
    blocks: &[],
    quotes: &[quote("\""), quote("'")],
    sigils: &["${", "$", "--"],
    keywords: "FROM AS RUN CMD LABEL MAINTAINER EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL",
    habits: &[Habit::Hyphens],
    ..NOTHING
};
