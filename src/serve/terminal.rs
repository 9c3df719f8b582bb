//! The terminal on Unix: keys without Enter, and the mode that was found given back.
use super::keys::{Key, KeySender};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpgrp, getpid, kill_process};
use rustix::stdio::stdin;
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};
use std::io::{self, IsTerminal as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How often a program in the background looks whether it is in the foreground again.
const BACKGROUND: Duration = Duration::from_millis(500);

/// A terminal that gives single keys, until dropped.
pub(super) struct KeyTerminal {
    mode: Arc<Mode>,
}

/// The mode of the terminal that was found.
struct Mode {
    found: Termios,
    /// Whether it is changed; nothing changes it any more after the end.
    is_changed: Mutex<bool>,
}

impl KeyTerminal {
    /// Begins to read keys. None if standard input is no terminal, or another program has it.
    pub(super) fn read(sender: KeySender) -> Option<Self> {
        if !io::stdin().is_terminal() || !is_in_foreground() {
            return None;
        }
        let mode = Arc::new(Mode { found: tcgetattr(stdin()).ok()?, is_changed: Mutex::new(false) });
        // Before the mode is changed, so that no signal finds it changed and nobody to change it back.
        follow_signals(&mode, &sender).ok()?;
        let terminal = Self { mode };
        terminal.mode.change();
        std::thread::Builder::new().name("keys".to_owned()).spawn(move || read_keys(&sender)).ok()?;
        Some(terminal)
    }
}

impl Drop for KeyTerminal {
    fn drop(&mut self) {
        self.mode.restore();
    }
}

impl Mode {
    /// Keys come at once and are not written out. Ctrl+C and its like stay signals.
    fn change(&self) {
        let mut is_changed = self.is_changed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut mode = self.found.clone();
        mode.local_modes -= LocalModes::ICANON | LocalModes::ECHO;
        // In the background a change would stop the program.
        if is_in_foreground() {
            *is_changed = tcsetattr(stdin(), OptionalActions::Now, &mode).is_ok();
        }
    }

    fn restore(&self) {
        let mut is_changed = self.is_changed.lock().unwrap_or_else(PoisonError::into_inner);
        if *is_changed && is_in_foreground() {
            *is_changed = tcsetattr(stdin(), OptionalActions::Now, &self.found).is_err();
        }
    }
}

fn is_in_foreground() -> bool {
    tcgetpgrp(stdin()).is_ok_and(|group| group == getpgrp())
}

/// Hands over keys until there are no more. A program in the background must not read: it would be stopped.
fn read_keys(sender: &KeySender) {
    let mut bytes = [0; 64];
    loop {
        let input = stdin();
        let mut wanted = [PollFd::new(&input, PollFlags::IN)];
        if poll(&mut wanted, None).is_err() {
            continue;
        }
        if !is_in_foreground() {
            std::thread::sleep(BACKGROUND);
            continue;
        }
        match rustix::io::read(stdin(), &mut bytes) {
            Ok(0) => return,
            Ok(count) => {
                bytes[..count].iter().filter_map(|byte| Key::of(*byte)).for_each(|key| sender.send(key));
            }
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
            Err(_) => return,
        }
    }
}

/// Gives the terminal back before a signal ends or stops the program.
fn follow_signals(mode: &Arc<Mode>, sender: &KeySender) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let guard = runtime.enter();
    let ends = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup(), SignalKind::quit()];
    for kind in ends {
        let (mut signals, mode, sender) = (signal(kind)?, Arc::clone(mode), sender.clone());
        drop(runtime.spawn(async move {
            while signals.recv().await.is_some() {
                mode.restore();
                sender.send(Key::Signal(u8::try_from(kind.as_raw_value()).unwrap_or_default()));
            }
        }));
    }
    let mut resumes = signal(SignalKind::from_raw(Signal::CONT.as_raw()))?;
    let resumed = Arc::clone(mode);
    drop(runtime.spawn(async move {
        while resumes.recv().await.is_some() {
            resumed.change();
        }
    }));
    let mut stops = signal(SignalKind::from_raw(Signal::TSTP.as_raw()))?;
    let stopped = Arc::clone(mode);
    drop(guard);
    let follow = move || {
        runtime.block_on(async move {
            while stops.recv().await.is_some() {
                stopped.restore();
                // A program that the system does not stop goes on.
                kill_process(getpid(), Signal::STOP).unwrap_or_default();
            }
        });
    };
    std::thread::Builder::new().name("signals".to_owned()).spawn(follow)?;
    Ok(())
}
