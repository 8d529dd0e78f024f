//! One schema, two databases: what the migrations make is what `schema.rs` says, on SQLite and on PostgreSQL alike.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use diesel::connection::Connection;
use diesel::sql_types::Text;
use diesel::{PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};

use crate::support::TestApp;
use crate::support::database::server;

/// A database as a set of sentences, the same for both kinds.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    /// `table.column Type` or `table.column Nullable<Type>`.
    columns: BTreeSet<String>,
    /// `table(column,…)`: keys, what is unique, and what is looked up fast.
    keys: BTreeSet<String>,
    unique: BTreeSet<String>,
    indexes: BTreeSet<String>,
    /// `table.column to table, then what happens`.
    references: BTreeSet<String>,
    /// The words that a column may hold.
    words: BTreeMap<String, BTreeSet<String>>,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Asks either database for lines of text.
trait Asked {
    fn ask(&mut self, statement: &str) -> Vec<String>;
}

impl Asked for SqliteConnection {
    fn ask(&mut self, statement: &str) -> Vec<String> {
        sql_query(statement).load::<Line>(self).unwrap().into_iter().map(|l| l.line).collect()
    }
}

impl Asked for PgConnection {
    fn ask(&mut self, statement: &str) -> Vec<String> {
        sql_query(statement).load::<Line>(self).unwrap().into_iter().map(|l| l.line).collect()
    }
}

/// Our own tables in SQLite, without what an index for searching is made of.
const SQLITE_TABLES: &str = "(SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))) m";

fn shape_of_sqlite(file: &Path) -> Shape {
    let mut db = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
    let columns = db.ask(&format!(
        "SELECT m.name || '.' || c.name || ' ' || CASE WHEN c.pk = 1 AND c.type = 'INTEGER' THEN 'BIGINT' ELSE c.type END
             || CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN '' ELSE ' NULL' END AS line
         FROM {SQLITE_TABLES} JOIN pragma_table_info(m.name) c"
    ));
    let index = |origin: &str| {
        format!(
            "SELECT m.name || '(' || (SELECT group_concat(name, ',') FROM
                 (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')' AS line
             FROM {SQLITE_TABLES} JOIN pragma_index_list(m.name) i WHERE {origin}"
        )
    };
    let keys = db.ask(&format!(
        "SELECT m.name || '(' || (SELECT group_concat(name, ',') FROM
             (SELECT name FROM pragma_table_info(m.name) WHERE pk > 0 ORDER BY pk)) || ')' AS line FROM {SQLITE_TABLES}"
    ));
    let definitions = db.ask(&format!("SELECT m.name || char(10) || m.sql AS line FROM {SQLITE_TABLES}"));
    let checks = definitions.iter().flat_map(|definition| {
        let (table, sql) = definition.split_once('\n').unwrap();
        let lists = sql.split("CHECK (").skip(1).map(|rest| rest.split("))").next().unwrap().to_owned());
        lists.map(move |list| (format!("{table}.{}", list.split_whitespace().next().unwrap()), quoted(&list)))
    });
    Shape {
        words: checks.collect(),
        columns: columns.iter().map(|c| typed(c)).collect(),
        keys: keys.into_iter().collect(),
        unique: db.ask(&index("i.\"unique\" = 1 AND i.origin <> 'pk'")).into_iter().collect(),
        indexes: db.ask(&index("i.\"unique\" = 0")).into_iter().collect(),
        references: db
            .ask(&format!(
                "SELECT m.name || '.' || f.\"from\" || ' to ' || f.\"table\" || ', ' || lower(f.on_delete) AS line
                 FROM {SQLITE_TABLES} JOIN pragma_foreign_key_list(m.name) f"
            ))
            .into_iter()
            .collect(),
    }
}

fn shape_of_postgres(address: &str) -> Shape {
    let mut db = PgConnection::establish(address).unwrap();
    let columns = db.ask(
        "SELECT CAST(table_name || '.' || column_name || ' ' || upper(data_type)
             || CASE is_nullable WHEN 'YES' THEN ' NULL' ELSE '' END AS TEXT) AS line
         FROM information_schema.columns WHERE table_schema = current_schema() AND left(table_name, 2) <> '__'",
    );
    let index = |which: &str| {
        format!(
            "SELECT t.relname || '(' || string_agg(a.attname, ',' ORDER BY k.at) || ')' AS line
             FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
             CROSS JOIN LATERAL unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS k(number, at)
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
             WHERE n.nspname = current_schema() AND left(t.relname, 2) <> '__' AND {which}
             GROUP BY t.relname, i.indexrelid"
        )
    };
    let constraint = |kind: &str, line: &str| {
        format!(
            "SELECT CAST({line} AS TEXT) AS line FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
             JOIN pg_namespace n ON n.oid = t.relnamespace
             LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
             WHERE n.nspname = current_schema() AND c.contype = '{kind}'"
        )
    };
    let then = "CASE c.confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'no action' END";
    let references = constraint(
        "f",
        &format!("t.relname || '.' || a.attname || ' to ' || CAST(c.confrelid AS regclass) || ', ' || {then}"),
    );
    let checks = db.ask(&constraint("c", "t.relname || '.' || a.attname || ' ' || pg_get_constraintdef(c.oid)"));
    let named = |check: &String| (check.split_whitespace().next().unwrap().to_owned(), quoted(check));
    Shape {
        words: checks.iter().map(named).collect(),
        columns: columns.iter().map(|c| typed(c)).collect(),
        keys: db.ask(&index("i.indisprimary")).into_iter().collect(),
        unique: db.ask(&index("i.indisunique AND NOT i.indisprimary")).into_iter().collect(),
        indexes: db.ask(&index("NOT i.indisunique")).into_iter().collect(),
        references: db.ask(&references).into_iter().collect(),
    }
}

/// What stands between single quotes.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// `table.column TYPE [NULL]` in the words of `schema.rs`.
fn typed(column: &str) -> String {
    let (name, kind) = column.split_once(' ').unwrap();
    let bare = kind.trim_end_matches(" NULL");
    let class = match bare {
        "BIGINT" => "BigInt",
        "INTEGER" => "Integer",
        "TEXT" => "Text",
        "BOOLEAN" => "Bool",
        "DATE" => "Date",
        "TIMESTAMP" | "TIMESTAMP WITHOUT TIME ZONE" => "Timestamp",
        "BLOB" | "BYTEA" => "Binary",
        other => panic!("{name} is a {other}, which not both databases have"),
    };
    if bare == kind { format!("{name} {class}") } else { format!("{name} Nullable<{class}>") }
}

/// The columns and keys that `schema.rs` names.
fn shape_of_schema() -> (BTreeSet<String>, BTreeSet<String>) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/platform/db/schema.rs"));
    let (mut columns, mut keys) = (BTreeSet::new(), BTreeSet::new());
    let mut table = String::new();
    for line in text.unwrap().lines().map(str::trim) {
        if let Some((name, key)) = line.strip_suffix(") {").and_then(|l| l.split_once(" (")) {
            table = name.to_owned();
            keys.insert(format!("{name}({key})"));
        } else if let Some((name, kind)) = line.strip_suffix(',').and_then(|l| l.split_once(" -> ")) {
            columns.insert(format!("{table}.{name} {kind}"));
        }
    }
    (columns, keys)
}

/// The database of the test run.
fn shape() -> Shape {
    let app = TestApp::new();
    match app.database() {
        Some(address) => shape_of_postgres(&address),
        None => shape_of_sqlite(&app.folder().join("traject.db")),
    }
}

#[test]
fn the_database_is_what_the_schema_says() {
    let shape = shape();
    let (columns, keys) = shape_of_schema();
    assert!(columns.len() > 150, "schema.rs is written in another way than this test reads");
    let differ: Vec<_> = shape.columns.symmetric_difference(&columns).collect();
    assert!(differ.is_empty(), "only in the database or only in schema.rs:\n{differ:#?}");
    assert_eq!(shape.keys, keys);
}

#[test]
fn both_databases_have_one_shape() {
    let Some(_) = server() else {
        println!("there is no PostgreSQL here: SQLite was compared with schema.rs only");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let migrate = ["migrate", "--data", folder.path().to_str().unwrap()];
    assert!(Command::new(env!("CARGO_BIN_EXE_traject")).args(migrate).env_clear().status().unwrap().success());
    let (sqlite, postgres) = (shape_of_sqlite(&folder.path().join("traject.db")), shape());
    assert!(!sqlite.unique.is_empty() && !sqlite.indexes.is_empty() && !sqlite.references.is_empty());
    assert!(sqlite.words.len() > 5, "{:?}", sqlite.words);
    assert_eq!(sqlite, postgres);
}

#[test]
fn a_closed_list_has_the_same_words_in_code_and_database() {
    let lists = lists_in_code();
    for (column, words) in shape().words {
        assert!(lists.contains(&words), "{column} may hold {words:?}, which is no text_enum!");
    }
}

/// The words of every `text_enum!` in the sources.
fn lists_in_code() -> Vec<BTreeSet<String>> {
    let mut lists = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for list in text.split("text_enum!(").skip(1).map(|rest| rest.split("\n);").next().unwrap()) {
                let code = list.lines().filter(|line| !line.trim_start().starts_with("//"));
                let words = code.filter_map(|line| line.split_once("= \"")?.1.split('"').next());
                lists.push(words.map(str::to_owned).collect());
            }
        }
    }
    lists
}
