//! A device that makes passkeys and unlocks them, written down a second time. It can be made to lie.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
/// Its maker can copy the passkey to other devices.
pub const ELIGIBLE: u8 = 0x08;
/// And did.
pub const COPIED: u8 = 0x10;
const NEW_KEY: u8 = 0x40;

/// A device with at most one passkey, in front of one page.
#[derive(Clone)]
pub struct Device {
    /// Where the page that asks says it is.
    pub origin: String,
    /// For whom it signs, whatever the page asked.
    pub party: Option<String>,
    /// Its owner unlocks it.
    pub unlocked: bool,
    /// It says whose passkey it is.
    pub says_whose: bool,
    /// The page that asks stands within a page of somebody else.
    pub framed: bool,
    /// It keeps a count of its uses.
    pub counts: bool,
    /// What it says of copies: [`ELIGIBLE`], [`COPIED`].
    pub marks: u8,
    /// How often it was used.
    pub count: u32,
    /// The number of its passkey.
    pub id: Vec<u8>,
    /// The half of its key that it never gives away.
    pub secret: SigningKey,
    /// Whose passkey it is, as it was told.
    pub handle: String,
}

impl Device {
    /// A device without a passkey, whose browser is at `origin`. Two with another `number` are two devices.
    pub fn new(origin: &str, number: u8) -> Self {
        Self {
            origin: origin.to_owned(),
            party: None,
            unlocked: true,
            says_whose: true,
            framed: false,
            counts: true,
            marks: 0,
            count: 0,
            id: vec![number; 32],
            secret: SigningKey::from_slice(&[number; 32]).unwrap(),
            handle: String::new(),
        }
    }

    /// The number by which its passkey is known.
    pub fn number(&self) -> String {
        coded(&self.id)
    }

    /// The public half of its key.
    pub fn public(&self) -> Vec<u8> {
        self.secret.verifying_key().to_sec1_point(false).as_bytes().to_vec()
    }

    /// Makes a passkey, as the browser sends it.
    pub fn make(&mut self, options: &Value) -> String {
        self.handle = options["user"]["id"].as_str().unwrap().to_owned();
        let point = self.public();
        let mut data = self.data(options["rp"]["id"].as_str().unwrap(), NEW_KEY);
        data.extend([0; 16]);
        data.extend((self.id.len() as u16).to_be_bytes());
        data.extend(&self.id);
        // ES256 on P-256, as COSE writes it: 1: 2, 3: -7, -1: 1, -2: x, -3: y.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(data.len() as u8);
        object.extend(data);
        let client = self.client("webauthn.create", options);
        self.sent(json!({ "attestationObject": coded(&object), "clientDataJSON": coded(&client) }))
    }

    /// Signs with its passkey, as the browser sends it.
    pub fn show(&mut self, options: &Value) -> String {
        self.count += u32::from(self.counts);
        let data = self.data(options["rpId"].as_str().unwrap(), 0);
        let client = self.client("webauthn.get", options);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature: Signature = self.secret.sign(&signed);
        let mut said = json!({
            "authenticatorData": coded(&data),
            "clientDataJSON": coded(&client),
            "signature": coded(signature.to_der().as_bytes()),
        });
        if self.says_whose {
            said["userHandle"] = self.handle.clone().into();
        }
        self.sent(said)
    }

    fn sent(&self, said: Value) -> String {
        let number = self.number();
        json!({ "id": number, "rawId": number, "type": "public-key", "response": said, "clientExtensionResults": {} })
            .to_string()
    }

    fn data(&self, party: &str, flags: u8) -> Vec<u8> {
        let party = self.party.as_deref().unwrap_or(party);
        let verified = if self.unlocked { VERIFIED } else { 0 };
        let mut data = Sha256::digest(party).to_vec();
        data.push(PRESENT | verified | self.marks | flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let asked = &options["challenge"];
        json!({ "type": kind, "challenge": asked, "origin": self.origin, "crossOrigin": self.framed })
            .to_string()
            .into_bytes()
    }
}

fn coded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
