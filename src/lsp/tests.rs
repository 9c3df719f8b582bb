//! Random edits of open texts: after each, the diagnostics are those of `jalon check` on the same texts.
use super::checker::whole;
use super::guide::GuideState;
use super::text::{Position, TextRange};
use super::uri;
use super::workspace::Workspace;
use crate::cli::guide::SizesOnly;
use crate::load;
use crate::model::{Date, Diagnostic, Options, Source, SourcePath, Sources};
use crate::pipeline::{self, Build};
use std::path::{Path, PathBuf};

/// What is typed or pasted; `\n` becomes the line end of the text.
const PIECES: &[&str] = &[
    "é",
    "😀 ",
    "\n",
    "\n\n",
    " ",
    "#",
    "## Un titre\n\n",
    "- [ ] Relire la page <due:J-3>.\n",
    "[perdu](nulle-part.md)",
    "[ici](index.md#nulle-part)",
    "<contact:inconnu>",
    "<tool:",
    "[À COMPLÉTER : la date]",
    "le 31/06/2026 ",
    "---\n",
    "title: Un autre titre\n",
    "roles: [",
    "\"",
    "  phone: \"01 44 55 66 78\"\n",
    "<!-- allow placeholder/open: on attend -->\n",
    "<!-- allow search/own-name: voulu -->\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "**",
    "\u{2066}",
    "\t",
    "<b>",
];

/// Random numbers from a seed (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % (bound.max(1) as u64)).unwrap()
    }
}

/// A text as an editor holds it: units of UTF-16.
struct Buffer {
    uri: String,
    path: SourcePath,
    units: Vec<u16>,
    saved: Vec<u16>,
    line_end: &'static str,
    version: i64,
}

impl Buffer {
    fn text(&self) -> String {
        String::from_utf16(&self.units).expect("letters stay whole")
    }

    /// A place between two letters, at or before a number.
    fn boundary(&self, mut at: usize) -> usize {
        let is_second_half = |unit: u16| (0xdc00..0xe000).contains(&unit);
        let is_inside = |at: usize| {
            self.units.get(at).is_some_and(|unit| is_second_half(*unit))
                || at > 0 && self.units[at - 1] == 13 && self.units.get(at) == Some(&10)
        };
        while is_inside(at) {
            at -= 1;
        }
        at
    }

    fn position(&self, at: usize) -> Position {
        let before = String::from_utf16(&self.units[..at]).unwrap().replace("\r\n", "\n").replace('\r', "\n");
        let line = before.matches('\n').count();
        let last = before.rsplit('\n').next().unwrap_or_default();
        let number = |count: usize| u32::try_from(count).unwrap();
        Position { line: number(line), character: number(last.encode_utf16().count()) }
    }

    /// Changes it at random; gives what the client would tell.
    fn edit(&mut self, numbers: &mut Numbers) -> (Option<TextRange>, String) {
        self.version += 1;
        let length = self.units.len();
        if numbers.below(25) == 0 {
            self.units.clone_from(&self.saved);
            return (None, self.text());
        }
        let start = self.boundary(numbers.below(length + 1));
        let cut = [0, 0, 1, 3, 12, 60][numbers.below(6)];
        let end = self.boundary((start + cut).min(length)).max(start);
        let new = match numbers.below(4) {
            0 => String::new(),
            _ => PIECES[numbers.below(PIECES.len())].replace('\n', self.line_end),
        };
        let range = TextRange { start: self.position(start), end: self.position(end) };
        self.units.splice(start..end, new.encode_utf16());
        (Some(range), new)
    }
}

fn options() -> Options {
    Options::on(Date::parse("2026-11-23").unwrap())
}

/// What `jalon check` says of these files.
fn checked(sources: &Sources) -> Vec<Diagnostic> {
    let options = Options { whole: true, last: true, ..options() };
    let guide = pipeline::understand(sources, &[], options, &Build::default());
    pipeline::try_files(pipeline::check(guide), sources, &SizesOnly).diagnostics
}

fn buffer(workspace: &mut Workspace, root: &Path, path: &str, line_end: &'static str) -> Buffer {
    let uri = uri::of_path(&root.join(path)).unwrap();
    let text = std::fs::read_to_string(root.join(path)).unwrap().replace('\n', line_end);
    workspace.open(&uri, Some(1), text.clone()).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    Buffer { uri, path: SourcePath::new(path), saved: units.clone(), units, line_end, version: 1 }
}

fn edit(root: &Path, files: &[(&str, &'static str)], seed: u64, edits: usize) {
    let mut workspace = Workspace::default();
    let mut buffers: Vec<Buffer> =
        files.iter().map(|(path, line_end)| buffer(&mut workspace, root, path, line_end)).collect();
    let disk = load::load(root).unwrap().value;
    let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut kept: Option<Build> = None;
    for number in 1..=edits {
        let at = numbers.below(buffers.len());
        let buffer = &mut buffers[at];
        let part = buffer.edit(&mut numbers);
        let about = format!("seed {seed}, edit {number}: {} {part:?}", buffer.path);
        assert!(workspace.change(&buffer.uri, Some(buffer.version), vec![part]));
        assert!(workspace.update(options()), "{about}");

        let guide: &mut GuideState = workspace.guides.get_mut(root).unwrap();
        assert_eq!(guide.sources[&buffer.path], Source::new(buffer.text()), "{about}");
        let built = whole(&guide.job().unwrap(), kept.as_ref());
        assert!(guide.take_check(guide.revision, built.diagnostics.clone()));
        kept = Some(built);
        let mut sources = disk.clone();
        for buffer in &buffers {
            sources.insert(buffer.path.clone(), Source::new(buffer.text()));
        }
        assert_eq!(guide.diagnostics(), checked(&sources), "{about}");
    }
}

/// `JALON_LSP_EDITS=10000 cargo test --lib lsp::` makes as many.
#[test]
fn after_each_random_edit_the_diagnostics_are_those_of_check() {
    let edits = std::env::var("JALON_LSP_EDITS").map_or(300, |number| number.parse().unwrap());
    let sites = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let small = [("guide/index.md", "\n"), ("guide/page.md", "\r\n"), ("guide/jalon.yaml", "\n")];
    let large = [
        ("guide/index.md", "\r\n"),
        ("guide/2-elements.md", "\n"),
        ("guide/registry/contacts.yaml", "\r\n"),
        ("guide/jalon.yaml", "\n"),
    ];
    edit(&sites.join("small/in"), &small, 1, edits / 2);
    edit(&sites.join("tout/in"), &large, 2, edits - edits / 2);
}
