//! The program. All it does is in `commands`.
use std::process::ExitCode;

/// A build allocates and frees millions of small texts on all cores. The allocators of most systems are slow at this.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // A huge page is cleared when it is first touched: two megabytes, of which a short run uses little.
    #[cfg(target_os = "linux")]
    let _refused = rustix::thread::disable_transparent_huge_pages(true);

    jalon::commands::run()
}
