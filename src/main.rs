//! The command line. What it does stands in `commands`.
use std::process::ExitCode;

/// A build makes and drops millions of small texts on all cores, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // A first touch of a huge page clears two megabytes, of which a short run uses a part.
    #[cfg(target_os = "linux")]
    let _refused = rustix::thread::disable_transparent_huge_pages(true);

    jalon::commands::run()
}
