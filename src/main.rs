//! The command line of Traject.

use std::process::ExitCode;

fn main() -> ExitCode {
    traject::command::main()
}
