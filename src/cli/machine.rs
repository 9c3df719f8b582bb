//! What a command needs of the machine before it begins: threads and random numbers. Where the system refuses them, the
//! libraries that use them would only panic, as if the mistake were ours.
use crate::failure::Failure;
use std::error::Error as _;
use std::hash::RandomState;
use std::panic::{catch_unwind, set_hook, take_hook};
use std::sync::mpsc::channel;
use std::thread::{self, Builder};

/// How many threads a server needs besides those that build.
const OF_A_SERVER: usize = 5;

/// Starts the threads of a build.
pub(crate) fn start_threads() -> Result<(), Failure> {
    match rayon::ThreadPoolBuilder::new().build_global() {
        Ok(()) => Ok(()),
        Err(error) => match error.source() {
            Some(why) => Err(refused(&why.to_string())),
            // They run already.
            None => Ok(()),
        },
    }
}

/// Whether the system would start the threads of a server, besides those of a build.
pub(crate) fn try_threads_of_a_server() -> Result<(), Failure> {
    start_threads()?;
    thread::scope(|scope| {
        let mut waiting = Vec::new();
        for _ in 0..OF_A_SERVER {
            let (open, closed) = channel::<()>();
            // Each ends when its channel is dropped, after all of them have been started.
            Builder::new()
                .spawn_scoped(scope, move || closed.recv().is_err())
                .map_err(|why| refused(&why.to_string()))?;
            waiting.push(open);
        }
        Ok(())
    })
}

/// Asks the system for random numbers, which tables need against hostile keys.
pub(crate) fn try_random_numbers() -> Result<(), Failure> {
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let asked = catch_unwind(RandomState::new);
    set_hook(hook);
    match asked {
        Ok(_) => Ok(()),
        Err(_) => Err(Failure::plain("failure-random", "")),
    }
}

fn refused(why: &str) -> Failure {
    Failure { what: "failure-threads", at: String::new(), why: why.to_owned() }
}
