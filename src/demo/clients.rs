//! The clients of the demo and their people. Nobody of them exists.

use super::people::{Someone, in_english, someone};

/// A client.
pub struct Client {
    /// What it is called.
    pub name: &'static str,
    /// Where its meetings are.
    pub town: &'static str,
    /// Its project leader.
    pub leader: Someone,
    /// Its people who take part.
    pub people: &'static [Someone],
}

/// The clients.
pub const CLIENTS: &[Client] = &[
    Client {
        name: "Gemeente Lindedam",
        town: "Raadhuisplein 3, Lindedam",
        leader: someone("Wouter", "", "Hamersma", "wouter.hamersma@lindedam.example.nl"),
        people: &[
            someone("Samira", "", "Bakker", "samira.bakker@lindedam.example.nl"),
            someone("IJsbrand", "", "Çelik", "ijsbrand.celik@lindedam.example.nl"),
            in_english(someone("Grace", "", "Okonjo", "grace.okonjo@lindedam.example.nl")),
            someone("Zoë", "van 't", "Hoff", "zoe.vanthoff@lindedam.example.nl"),
            someone("Noor", "", "Łukasik", "noor.lukasik@lindedam.example.nl"),
            someone("Daan", "de", "Groot", "daan.degroot@lindedam.example.nl"),
            someone("Meryem", "", "Aydın", "meryem.aydin@lindedam.example.nl"),
            someone("Kees", "van der", "Plas", "kees.vanderplas@lindedam.example.nl"),
            someone("Ayşe", "", "Demir", "ayse.demir@lindedam.example.nl"),
            someone("Floor", "", "O'Brien", "floor.obrien@lindedam.example.nl"),
            someone("Thijs", "", "Wiersma", "thijs.wiersma@lindedam.example.nl"),
            someone("Chantal", "", "Dijkstra", "chantal.dijkstra@lindedam.example.nl"),
            someone("Jorrit", "ter", "Horst", "jorrit.terhorst@lindedam.example.nl"),
            someone("Evi", "", "Peeters", "evi.peeters@lindedam.example.nl"),
        ],
    },
    Client {
        name: "Waterschap Oostervaart",
        town: "Sluisweg 12, Oostervaart",
        leader: someone("Marleen", "", "Brouwer", "marleen.brouwer@oostervaart.example.nl"),
        people: &[
            someone("Hugo", "", "Schippers", "hugo.schippers@oostervaart.example.nl"),
            in_english(someone("Priya", "", "Raman", "priya.raman@oostervaart.example.nl")),
            someone("Nanne", "", "Postma", "nanne.postma@oostervaart.example.nl"),
            someone("Youssef", "el", "Amrani", "youssef.elamrani@oostervaart.example.nl"),
            someone("Tamar", "", "Vos", "tamar.vos@oostervaart.example.nl"),
            someone("Gijs", "van", "Rhenen", "gijs.vanrhenen@oostervaart.example.nl"),
            someone("Loes", "", "Hermans", "loes.hermans@oostervaart.example.nl"),
            someone("René", "", "Duval", "rene.duval@oostervaart.example.nl"),
        ],
    },
    // What comes after a training: certificates, and what people thought of it.
    Client {
        name: "Zorggroep De Wending",
        town: "Esdoornlaan 40, Wendel",
        leader: someone("Carlijn", "", "Verhage", "carlijn.verhage@dewending.example.nl"),
        people: &[
            someone("Łukasz", "", "Żuławski", "lukasz.zulawski@dewending.example.nl"),
            someone("Şeyma", "", "Yıldız", "seyma.yildiz@dewending.example.nl"),
            someone("IJda", "", "IJsseldijk", "ijda.ijsseldijk@dewending.example.nl"),
            in_english(someone("Siobhán", "", "O'Neill", "siobhan.oneill@dewending.example.nl")),
            someone("Noël", "d'", "Hondt", "noel.dhondt@dewending.example.nl"),
            someone("Ineke", "van 't", "Spijker", "ineke.vantspijker@dewending.example.nl"),
            someone("Farid", "", "Benali", "farid.benali@dewending.example.nl"),
            someone("Hedwig", "", "Kuipers", "hedwig.kuipers@dewending.example.nl"),
            someone("Jaap", "", "Terpstra", "jaap.terpstra@dewending.example.nl"),
            someone("Roos", "", "Wolters", "roos.wolters@dewending.example.nl"),
            someone("Milan", "", "Koster", "milan.koster@dewending.example.nl"),
            someone("Aletta", "", "Brandsma", "aletta.brandsma@dewending.example.nl"),
            someone("Dirk", "", "Zandstra", "dirk.zandstra@dewending.example.nl"),
            someone("Yara", "", "Smits", "yara.smits@dewending.example.nl"),
        ],
    },
];
