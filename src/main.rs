//! The command line of Traject.

use std::process::ExitCode;

/// Half of what the pages ask of memory comes and goes with a request; see the note in `Cargo.toml`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    traject::command::main()
}
