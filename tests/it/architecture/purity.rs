//! What the code does not do: touch the world outside a few modules, keep state in statics, drop errors.
use super::source::{code_lines, top_module};

#[test]
fn pure_modules_do_not_touch_disk_network_clock_or_environment() {
    let impure = ["load", "lsp", "write", "publish", "serve", "cli", "commands"];
    let files = ["external/cache.rs", "external/dial.rs", "external/exchange.rs", "external/run.rs"];
    let wrong: Vec<_> = code_lines()
        .into_iter()
        .filter(|(path, _)| !impure.contains(&top_module(path)) && !files.contains(&path.as_str()))
        .flat_map(|(path, lines)| {
            let touches = |line: &str| {
                let names = [
                    "std::fs",
                    "std::net",
                    "std::env",
                    "std::process",
                    "std::thread",
                    "SystemTime",
                    "Instant::",
                ];
                names.iter().chain(&["tokio::", "hyper::"]).any(|name| line.contains(name))
            };
            lines
                .into_iter()
                .filter(move |(_, line)| touches(line))
                .map(move |(number, line)| format!("src/{path}:{number}: {line}"))
        })
        .filter(|line| !line.starts_with("src/main.rs") || !line.contains("ExitCode"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn there_is_no_static_state_and_no_lock_outside_serve() {
    let mut wrong = Vec::new();
    for (path, lines) in code_lines() {
        let locks = ["Mutex", "RwLock", "OnceLock", "LazyLock", "OnceCell", "thread_local!", "static mut"];
        for (number, line) in lines {
            let state = locks.iter().any(|lock| line.contains(lock)) && top_module(&path) != "serve";
            // A table that the compiler fills in is no state.
            let table = (path == "load/embedded.rs"
                && line.starts_with("static DEFAULT: Dir<'_> = include_dir!"))
                || (path == "main.rs" && line.starts_with("static ALLOCATOR: mimalloc::MiMalloc ="));
            let fixed = line.trim_start().starts_with("static ") && !table && top_module(&path) != "commands";
            if state || fixed {
                wrong.push(format!("src/{path}:{number}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_error_is_dropped() {
    let dropped = ["Result::ok)", "let _ =", ".unwrap()", "unreachable!()", "process::exit"];
    let mut wrong = Vec::new();
    for (path, lines) in code_lines() {
        for (number, line) in lines {
            if dropped.iter().any(|form| line.contains(form)) {
                wrong.push(format!("src/{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
