//! Turns `locales/{nl,en}/*.ftl` into one typed function per text.

use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=static");
    let out = std::env::var("OUT_DIR").unwrap_or_else(|_| "target".into());
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("locales")
            .with_output_file_path(&format!("{out}/texts.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/texts.ftl")))
            .with_default_language("nl")
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            // Both languages run left to right, and the marks would end up in attributes and letters.
            .without_bidi_isolation()
            .without_format(),
    )
}
