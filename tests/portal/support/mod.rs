//! A running installation per test, and browsers that visit it.

mod app;
mod authenticator;
mod browser;
pub mod database;
pub mod device;
mod rows;
mod shelves;
pub mod visitors;

pub use app::TestApp;
pub use authenticator::Authenticator;
pub use browser::{Browser, Page};
pub use device::Device;

/// The password of every account of the demo.
pub const PASSWORD: &str = "demo-traject-2026";

/// What a line in the register takes of a page that leaves one: the transaction around it, the head of the chain, the
/// line, and the head once more.
pub const REGISTER_LINE: u64 = 5;

/// People of the demo, by what they are to a test.
pub mod people {
    /// Takes part in the running project of Lindedam, in the group of Joost.
    pub const SAMIRA: &str = "samira.bakker@lindedam.example.nl";
    /// The same project; reads English.
    pub const GRACE: &str = "grace.okonjo@lindedam.example.nl";
    /// The same project, in the group of Mirjam.
    pub const IJSBRAND: &str = "ijsbrand.celik@lindedam.example.nl";
    /// The same project; handed in her intake.
    pub const ZOE: &str = "zoe.vanthoff@lindedam.example.nl";
    /// Takes part in the running project of Oostervaart; reads Dutch.
    pub const HUGO: &str = "hugo.schippers@oostervaart.example.nl";
    /// Takes part in the running project of Oostervaart; did not open her invitation yet.
    pub const LOES: &str = "loes.hermans@oostervaart.example.nl";
    /// Has a certificate of a project that is over.
    pub const LUKASZ: &str = "lukasz.zulawski@dewending.example.nl";
    /// Leads the projects of Lindedam.
    pub const WOUTER: &str = "wouter.hamersma@lindedam.example.nl";
    /// Leads the project of Oostervaart.
    pub const MARLEEN: &str = "marleen.brouwer@oostervaart.example.nl";
    /// Takes part in one project of Lindedam and leads another.
    pub const ANOUK: &str = "anouk.vanleersum@lindedam.example.nl";
    /// Trainer of Samira's group.
    pub const JOOST: &str = "joost.veerman@opleider.example.nl";
    /// Trainer of other groups.
    pub const MIRJAM: &str = "mirjam.dewit@opleider.example.nl";
    /// Adviser.
    pub const PETRA: &str = "petra.noorman@opleider.example.nl";
    /// Communication assistant.
    pub const FATIMA: &str = "fatima.haddou@opleider.example.nl";
    /// Help desk.
    pub const SJOERD: &str = "sjoerd.tiemersma@opleider.example.nl";
    /// Marketing.
    pub const LIEKE: &str = "lieke.vandalen@opleider.example.nl";
    /// Security officer.
    pub const HANNA: &str = "hanna.ridderhof@opleider.example.nl";
    /// The other security officer.
    pub const BRAM: &str = "bram.zuidema@opleider.example.nl";
}
