//! Keys in the terminal: `o` opens the browser, `r` builds everything anew, `c` shows the check, `q` ends.
//!
//! Only where a person sits at a terminal. There, a key needs no Enter and is not written out. The terminal is as it was
//! when the program ends or is stopped, whatever the reason.
use std::sync::mpsc::{Receiver, Sender, channel};

#[cfg(unix)]
use super::terminal::KeyTerminal as Terminal;

/// What a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Open,
    Rebuild,
    Check,
    Quit,
    /// A signal ends the program; its number.
    Signal(u8),
}

impl Key {
    /// The key of a byte; none where it means nothing.
    pub(super) fn of(byte: u8) -> Option<Self> {
        Some(match byte.to_ascii_lowercase() {
            b'o' => Self::Open,
            b'r' => Self::Rebuild,
            b'c' => Self::Check,
            // The end of input, as Ctrl+D writes it.
            b'q' | 4 => Self::Quit,
            _ => return None,
        })
    }
}

/// Hands keys to the loop, and wakes it.
#[derive(Clone)]
pub(super) struct KeySender {
    keys: Sender<Key>,
    wake: std::sync::Arc<dyn Fn() + Send + Sync>,
}

impl KeySender {
    pub(super) fn send(&self, key: Key) {
        // Fails when the loop has ended.
        if self.keys.send(key).is_ok() {
            (self.wake)();
        }
    }
}

/// The keys that were pressed.
pub(super) struct Keys {
    pressed: Receiver<Key>,
    terminal: Option<Terminal>,
}

impl Keys {
    /// Begins to read keys, if asked to and if this is the terminal's program in the foreground.
    pub(super) fn start(is_wanted: bool, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (keys, pressed) = channel();
        let sender = KeySender { keys, wake: std::sync::Arc::new(wake) };
        Self { pressed, terminal: is_wanted.then(|| Terminal::read(sender)).flatten() }
    }

    /// Whether keys do anything.
    pub(super) fn are_read(&self) -> bool {
        self.terminal.is_some()
    }

    /// The next key that was pressed.
    pub(super) fn next(&self) -> Option<Key> {
        self.pressed.try_recv().ok()
    }
}

/// Other systems give a line at a time: a key and Enter.
#[cfg(not(unix))]
struct Terminal;

#[cfg(not(unix))]
impl Terminal {
    fn read(sender: KeySender) -> Option<Self> {
        let lines = move || {
            for line in std::io::stdin().lines() {
                let Ok(line) = line else { return };
                line.bytes().next().and_then(Key::of).into_iter().for_each(|key| sender.send(key));
            }
        };
        std::thread::Builder::new().name("keys".to_owned()).spawn(lines).ok().map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_keys_in_both_cases() {
        let keys = [b'o', b'R', b'c', b'q', 4].map(Key::of);
        assert_eq!(keys, [Key::Open, Key::Rebuild, Key::Check, Key::Quit, Key::Quit].map(Some));
        assert_eq!([b'x', b'\n', 27, 0].map(Key::of), [None; 4]);
    }

    #[test]
    fn without_a_terminal_nothing_is_read() {
        let keys = Keys::start(false, || {});
        assert!(!keys.are_read());
        assert_eq!(keys.next(), None);
    }
}
