//! The CPU time of this process.

use crate::Outcome;
use std::fs;
use std::time::Duration;

/// What all threads of this process have used so far, as Linux counts it (`Documentation/scheduler/sched-stats.rst`).
pub(crate) fn used() -> Outcome<Duration> {
    let mut nanoseconds = 0;
    for task in fs::read_dir("/proc/self/task")? {
        let counts = fs::read_to_string(task?.path().join("schedstat"))?;
        nanoseconds += counts.split(' ').next().ok_or("no count")?.parse::<u64>()?;
    }
    Ok(Duration::from_nanos(nanoseconds))
}
