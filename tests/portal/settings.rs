//! Settings and the command line, through the program itself.

use std::path::Path;
use std::process::{Command, Output};

use traject::config::SETTINGS;

/// Runs the program with nothing in its environment but `settings`.
fn traject(arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_traject"));
    command.args(arguments).env_clear().envs(settings.iter().copied()).output().unwrap()
}

/// What `traject check` says about `settings`: its status, and what it complains about.
fn checked(data: &Path, settings: &[(&str, &str)]) -> (Option<i32>, String) {
    let output = traject(&["check", "--data", data.to_str().unwrap()], settings);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// What stands in `.env.example` for the settings that the program has.
fn example() -> String {
    let mut text = String::from(
        "# Every setting of Traject with its default. Set what differs in the environment, or in traject.toml in\n\
         # the data folder (there in lower case, without TRAJECT_). Each can also be read from a file, whose name\n\
         # then stands in TRAJECT_..._FILE: use that for secrets.\n",
    );
    for setting in SETTINGS {
        text.push_str(&format!("\n# {}\n# TRAJECT_{}={}\n", setting.says, setting.name, setting.default));
    }
    text
}

#[test]
fn the_example_names_every_setting_with_its_default() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".env.example");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, example()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, example(), "bring it up to date with: UPDATE=1 cargo test --test portal settings");
}

#[test]
fn help_explains_every_setting() {
    let help = String::from_utf8(traject(&["--help"], &[]).stdout).unwrap();
    for setting in SETTINGS {
        assert!(help.contains(&format!("TRAJECT_{}", setting.name)), "{}", setting.name);
    }
    for command in
        ["serve", "demo", "migrate", "work", "check", "backup", "restore", "restore-finish", "keys", "staff", "import"]
    {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command}");
    }
}

#[test]
fn staff_sign_in_with_a_second_factor_everywhere_but_in_a_demo() {
    let data = tempfile::tempdir().unwrap();
    let (status, said) = checked(data.path(), &[("TRAJECT_SECOND_FACTOR", "offered")]);
    assert!(status == Some(2) && said.contains("outside the demo, staff sign in with a second factor"), "{said}");
    let (status, said) = checked(data.path(), &[("TRAJECT_SECOND_FACTOR", "never")]);
    assert!(status == Some(2) && said.contains("required, offered"), "{said}");
}

#[test]
fn a_setting_that_does_not_exist_is_refused_by_name() {
    let data = tempfile::tempdir().unwrap();
    let (status, said) = checked(data.path(), &[("TRAJECT_LISTENN", "127.0.0.1:1")]);
    assert_eq!(status, Some(2));
    assert_eq!(said, "traject: there is no setting TRAJECT_LISTENN; traject --help lists them\n");
    std::fs::write(data.path().join("traject.toml"), "shade = \"red\"\n").unwrap();
    let (status, said) = checked(data.path(), &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("TRAJECT_SHADE"), "{said}");
}

#[test]
fn a_colour_is_refused_when_white_letters_do_not_stand_out_on_it() {
    let data = tempfile::tempdir().unwrap();
    for (colour, why) in
        [("#ffd400", "choose a darker one"), ("petrol", "write a colour as"), ("#12", "write a colour as")]
    {
        let (status, said) = checked(data.path(), &[("TRAJECT_COLOUR", colour)]);
        assert_eq!(status, Some(2));
        assert!(said.contains(why) && said.contains(colour), "{said}");
    }
    assert_eq!(checked(data.path(), &[("TRAJECT_COLOUR", "#7A1F5C")]).0, Some(0));
}

#[test]
fn a_logo_that_no_certificate_can_carry_is_refused_before_anybody_asks_for_one() {
    let data = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/logo");
    let tried = |logo: &str| checked(data.path(), &[("TRAJECT_LOGO", logo)]);
    assert_eq!(tried(own.join("heldere-taal.png").to_str().unwrap()).0, Some(0));
    for (file, why) in [("heldere-taal.svg", "is no picture in PNG"), ("none.png", "No such file")] {
        let (status, said) = tried(own.join(file).to_str().unwrap());
        assert_eq!(status, Some(2));
        assert!(said.contains("TRAJECT_LOGO is ") && said.contains(file) && said.contains(why), "{said}");
    }
}

#[test]
fn a_secret_is_read_from_a_file() {
    let data = tempfile::tempdir().unwrap();
    let (secret, database) = (data.path().join("secret"), data.path().join("other.db"));
    std::fs::write(&secret, format!("sqlite://{}\n", database.display())).unwrap();
    assert_eq!(checked(data.path(), &[("TRAJECT_DATABASE_FILE", secret.to_str().unwrap())]).0, Some(0));
    assert!(database.exists(), "the address in the file was not used");
    let (status, said) = checked(data.path(), &[("TRAJECT_DATABASE_FILE", "/nowhere/at/all")]);
    assert_eq!(status, Some(2));
    assert!(said.contains("TRAJECT_DATABASE_FILE is /nowhere/at/all"), "{said}");
}

#[test]
fn the_environment_wins_from_the_file_and_the_file_from_the_default() {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("traject.toml"), "listen = \"0.0.0.0:8080\"\n").unwrap();
    let (status, said) = checked(data.path(), &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("0.0.0.0:8080"), "{said}");
    assert_eq!(checked(data.path(), &[("TRAJECT_LISTEN", "127.0.0.1:8080")]).0, Some(0));
}

#[test]
fn an_installation_for_others_has_tls_or_does_not_start() {
    let data = tempfile::tempdir().unwrap();
    for (settings, reason) in [
        (vec![("TRAJECT_LISTEN", "0.0.0.0:8080")], "TRAJECT_PUBLIC_URL"),
        (vec![("TRAJECT_LISTEN", "[::]:8080")], "TRAJECT_PUBLIC_URL"),
        (vec![("TRAJECT_PUBLIC_URL", "http://portaal.example.nl")], "https only"),
        (vec![("TRAJECT_PUBLIC_URL", "https://portaal.example.nl")], "TRAJECT_TRUSTED_PROXIES"),
        (vec![("TRAJECT_DATABASE", "postgres://db.example.nl/traject")], "sslmode"),
        (vec![("TRAJECT_METRICS", "0.0.0.0:9464")], "TRAJECT_METRICS_OPEN=accepted"),
        (vec![("TRAJECT_METRICS", "localhost")], "an address and a port"),
        (vec![("TRAJECT_LOG_FORMAT", "xml")], "text, json"),
    ] {
        let (status, said) = checked(data.path(), &settings);
        assert_eq!(status, Some(2), "{settings:?}: {said}");
        assert!(said.contains(reason), "{settings:?}: {said}");
    }
    let proxied = [("TRAJECT_PUBLIC_URL", "https://portaal.example.nl"), ("TRAJECT_TRUSTED_PROXIES", "10.0.0.2")];
    assert_eq!(checked(data.path(), &proxied).0, Some(0));
    let open = [("TRAJECT_METRICS", "0.0.0.0:9464"), ("TRAJECT_METRICS_OPEN", "accepted")];
    assert_eq!(checked(data.path(), &open).0, Some(0));
}

#[test]
fn a_good_installation_checks_out_and_can_print_its_data_map() {
    let data = tempfile::tempdir().unwrap();
    let output = traject(&["check", "--data-map", "--data", data.path().to_str().unwrap()], &[]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(said.ends_with("settings, database, files, keys and data map are in order\n"));
    assert!(said.contains("\nuploads (traced through participant_id to participants)\n"));
}

#[test]
fn a_database_with_a_column_that_nobody_explained_does_not_check_out() {
    use diesel::connection::{Connection, SimpleConnection};
    let data = tempfile::tempdir().unwrap();
    assert_eq!(checked(data.path(), &[]).0, Some(0));
    let file = data.path().join("traject.db");
    let mut database = diesel::SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    database.batch_execute("ALTER TABLE people ADD COLUMN hobby TEXT").unwrap();
    let (status, said) = checked(data.path(), &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("people.hobby is not in the data map"), "{said}");
}
