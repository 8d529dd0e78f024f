//! From the cells of a line to a person, or to what is wrong with the line.

use super::addresses::address;
use super::checks::{MAX_EMAIL, fault_in_name, fault_in_number, fault_in_text};
use super::column::Column;
use super::headings::Headings;
use super::line::Line;
use super::names::Name;
use super::row::{Fault, Language, Reason, Row};

/// Reads a line of the file.
///
/// # Errors
/// Everything that is wrong with the line, in our order of columns.
pub(super) fn row(line: &Line, headings: &Headings) -> Result<Row, Vec<Fault>> {
    let mut cells = Cells { line, headings, faults: Vec::new() };
    let name = cells.name();
    let row = Row {
        number: line.number,
        first_name: filled(name.first_name),
        initials: filled(name.initials),
        infix: filled(name.infix),
        last_name: name.last_name,
        email: cells.email(),
        personnel_number: cells.number(Column::PersonnelNumber),
        function: cells.text(Column::Function),
        department: cells.text(Column::Department),
        phone: cells.number(Column::Phone),
        language: cells.language(),
        group: cells.text(Column::Group),
    };
    if cells.faults.is_empty() { Ok(row) } else { Err(cells.faults) }
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// The cells of one line, and what was found wrong with them so far.
struct Cells<'l> {
    line: &'l Line,
    headings: &'l Headings,
    faults: Vec<Fault>,
}

impl<'l> Cells<'l> {
    fn cell(&self, column: Column) -> &'l str {
        self.headings.cell(self.line, column).unwrap_or_default()
    }

    fn fault(&mut self, column: Column, reason: Reason) {
        self.faults.push(Fault { row: self.line.number, column, reason });
    }

    fn name(&mut self) -> Name {
        let columns = [Column::FirstName, Column::Initials, Column::Infix, Column::LastName, Column::Name];
        let before = self.faults.len();
        for column in columns {
            if let Some(reason) = fault_in_name(self.cell(column)) {
                self.fault(column, reason);
            }
        }
        let name = Name::of_cells(columns.map(|column| self.cell(column)));
        // A name that cannot be read is not also a name that is missing.
        if self.faults.len() == before {
            self.require(&name);
        }
        name
    }

    fn require(&mut self, name: &Name) {
        let surname = if self.headings.has(Column::LastName) { Column::LastName } else { Column::Name };
        let nameless = name.first_name.is_empty() && name.initials.is_empty();
        let given = self.headings.has(Column::FirstName) || self.headings.has(Column::Initials);
        if nameless && (given || !name.last_name.is_empty()) {
            self.fault(Column::FirstName, Reason::Required);
        }
        if name.last_name.is_empty() {
            self.fault(surname, Reason::Required);
        }
    }

    fn email(&mut self) -> String {
        let typed = self.cell(Column::Email);
        let address = address(typed);
        let length = address.as_deref().unwrap_or(typed).chars().count();
        match address {
            _ if typed.is_empty() => self.fault(Column::Email, Reason::Required),
            _ if length > MAX_EMAIL => self.fault(Column::Email, Reason::TooLong),
            Some(address) => return address,
            None => self.fault(Column::Email, Reason::NotAnEmail),
        }
        String::new()
    }

    fn text(&mut self, column: Column) -> Option<String> {
        self.checked(column, fault_in_text)
    }

    fn number(&mut self, column: Column) -> Option<String> {
        self.checked(column, fault_in_number)
    }

    fn checked(&mut self, column: Column, check: fn(&str) -> Option<Reason>) -> Option<String> {
        let typed = self.cell(column);
        if let Some(reason) = check(typed) {
            self.fault(column, reason);
        }
        filled(typed.to_owned())
    }

    fn language(&mut self) -> Option<Language> {
        let typed = self.cell(Column::Language);
        let language = Language::read(typed);
        if language.is_none() && !typed.is_empty() {
            self.fault(Column::Language, Reason::NotALanguage);
        }
        language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: &str = "Roepnaam|Voorletters|Tussenvoegsel|Achternaam|E-mail|Pers.nr.|Functie|Telefoon|Taal|Groep";

    fn line(number: usize, text: &str) -> Line {
        Line { number, cells: text.split('|').map(str::to_owned).collect() }
    }

    fn read(headings: &str, text: &str) -> Result<Row, Vec<Fault>> {
        row(&line(7, text), &Headings::find(&[line(1, headings)]).unwrap())
    }

    fn faults(headings: &str, text: &str) -> Vec<(&'static str, &'static str)> {
        let faults = read(headings, text).unwrap_err();
        assert!(faults.iter().all(|fault| fault.row == 7));
        faults.iter().map(|f| (f.column.as_str(), f.reason.code())).collect()
    }

    #[test]
    fn a_full_row_is_a_person() {
        let row = read(HEADINGS, "Zoë|Z.|van 't|Hoff|z@example.nl|0012|arts|+31 6|Engels|B").unwrap();
        assert_eq!(row.number, 7);
        assert_eq!(row.first_name.as_deref(), Some("Zoë"));
        assert_eq!(row.initials.as_deref(), Some("Z."));
        assert_eq!(row.infix.as_deref(), Some("van 't"));
        assert_eq!(row.last_name, "Hoff");
        assert_eq!(row.email, "z@example.nl");
        assert_eq!(row.personnel_number.as_deref(), Some("0012"));
        assert_eq!(row.function.as_deref(), Some("arts"));
        assert_eq!(row.department, None);
        assert_eq!(row.phone.as_deref(), Some("+31 6"));
        assert_eq!(row.language, Some(Language::En));
        assert_eq!(row.group.as_deref(), Some("B"));
    }

    #[test]
    fn a_short_row_is_enough_and_a_long_one_does_no_harm() {
        assert!(read(HEADINGS, "Zoë|||Hoff|z@example.nl").is_ok());
        assert!(read(HEADINGS, "|Z.||Hoff|z@example.nl||||||more|and more").is_ok());
    }

    #[test]
    fn every_fault_of_a_row_is_told() {
        let wrong = "=1+1|||Hoff|z@example||Zo\u{fffd}|3,16E+10|Duits|";
        assert_eq!(
            faults(HEADINGS, wrong),
            [
                ("first_name", "not_a_name"),
                ("email", "not_an_email"),
                ("function", "garbled"),
                ("phone", "rounded"),
                ("language", "not_a_language"),
            ]
        );
    }

    #[test]
    fn what_must_be_there_is_asked_for_in_its_column() {
        assert_eq!(faults(HEADINGS, "|||Hoff|z@example.nl"), [("first_name", "required")]);
        assert_eq!(faults(HEADINGS, "Zoë||||z@example.nl"), [("last_name", "required")]);
        assert_eq!(faults("Naam|E-mail", "|z@example.nl"), [("name", "required")]);
        assert_eq!(faults("Naam|E-mail", "van Hoff|z@example.nl"), [("first_name", "required")]);
        assert_eq!(faults(HEADINGS, "Zoë|||Hoff|"), [("email", "required")]);
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let person = |name: &str, job: &str| format!("Jo|||{name}|z@example.nl||{job}");
        assert!(read(HEADINGS, &person(&"ë".repeat(100), &"ë".repeat(200))).is_ok());
        assert_eq!(
            faults(HEADINGS, &person(&"ë".repeat(101), &"ë".repeat(201))),
            [("last_name", "too_long"), ("function", "too_long")]
        );
        let long = format!("z@{}example.nl", "abcdefghi.".repeat(25));
        assert_eq!(faults(HEADINGS, &format!("Jo|||Hoff|{long}")), [("email", "too_long")]);
    }
}
