//! Turns `locales/{nl,en}/*.ftl` into one typed function per text.

use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=static");
    let out = std::env::var("OUT_DIR").unwrap_or_else(|_| "target".into());
    let outcome = build_from_locales_folder(
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
    );
    // What the generator offers beside the texts; a text that nobody uses still warns.
    let file = format!("{out}/texts.rs");
    if let Ok(made) = std::fs::read_to_string(&file) {
        let quiet = made.replacen("static ALL_LANGS", "#[allow(dead_code)]\nstatic ALL_LANGS", 1).replacen(
            "\nimpl L10n {",
            "\n#[allow(dead_code)]\nimpl L10n {",
            1,
        );
        if std::fs::write(&file, quiet).is_err() {
            return ExitCode::FAILURE;
        }
    }
    outcome
}
