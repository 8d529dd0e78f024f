//! The master key on paper, as two shares.
//!
//! A share is a one-time pad: the first is random, the second is the key XOR the first. Each alone is uniformly
//! random whatever the key is, which holds against any computer; Shamir's polynomials would only add something
//! when fewer shares than all must be enough. Split along with the key is a check of it, so that two shares that
//! do not belong together are noticed and no wrong key is written. Each group of five characters carries a
//! check of its own: one wrong character, or two of a group exchanged, is always caught, and the group is named.

use std::fmt;
use std::path::Path;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::blob::fill_random;
use super::error::FilesError;
use super::lock::FolderLock;
use super::master::{Key, MasterKey, to_key};
use super::wrap::{fits, master_in, previous_in};

/// How many shares there are, and needed.
pub const SHARES: usize = 2;
/// Crockford's alphabet: no I, L, O or U, which are read as 1, 1, 0 and V.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The number of the share, two bytes that the shares of one printing have in common, and the secret.
const HEAD: usize = 3;
/// The key, and the first bytes of its hash.
const SECRET: usize = 32 + 5;
const BYTES: usize = HEAD + SECRET;
/// Characters of a group that carry something; the fifth is its check.
const WORDS: usize = 4;
/// Groups of a share: 40 bytes are 64 characters.
const GROUPS: usize = BYTES * 8 / 5 / WORDS;

/// One of the shares.
pub struct Share(Zeroizing<[u8; BYTES]>);

/// Splits the master key in the folder `keys`.
pub(super) fn split(keys: &Path) -> Result<[Share; SHARES], FilesError> {
    let _lock = FolderLock::shared(keys)?;
    if previous_in(keys).try_exists()? {
        return Err(FilesError::Keys(
            "a rotation of the master key is under way: end it with traject keys rotate, then print the shares".into(),
        ));
    }
    split_key(&MasterKey::read(&master_in(keys))?)
}

fn split_key(master: &MasterKey) -> Result<[Share; SHARES], FilesError> {
    let (mut first, mut second) = (Zeroizing::new([0; BYTES]), Zeroizing::new([0; BYTES]));
    fill_random(first.as_mut_slice())?;
    let secret = Zeroizing::new([master.bytes().as_slice(), &check_of(master.bytes())].concat());
    let padded = second.iter_mut().zip(first.iter()).skip(HEAD).zip(secret.iter());
    padded.for_each(|((to, pad), secret)| *to = pad ^ secret);
    let [_, one, two] = head(&first);
    for (share, number) in [&mut first, &mut second].into_iter().zip(1..) {
        share.iter_mut().zip([number, one, two]).for_each(|(to, from)| *to = from);
    }
    Ok([Share(first), Share(second)])
}

fn head(share: &[u8; BYTES]) -> [u8; HEAD] {
    let [number, one, two, ..] = *share;
    [number, one, two]
}

fn check_of(key: &Key) -> [u8; SECRET - 32] {
    let mut hash = Sha256::new();
    hash.update(b"traject master key\n");
    hash.update(key.as_slice());
    let [a, b, c, d, e, ..] = <[u8; 32]>::from(hash.finalize());
    [a, b, c, d, e]
}

/// Puts the key of two shares back in the folder `keys`, where it is missing.
///
/// # Errors
/// [`FilesError::Keys`] with a sentence for the operator when the shares do not belong together or to the keys
/// that are in the folder, or when there is a master key.
pub fn join(keys: &Path, first: &Share, second: &Share) -> Result<(), FilesError> {
    let refused = |why: &str| Err(FilesError::Keys(why.into()));
    let ([a, pair_a @ ..], [b, pair_b @ ..]) = (head(&first.0), head(&second.0));
    if a == b {
        return refused("this is twice the same share: both are needed");
    }
    if pair_a != pair_b {
        return refused("these shares are of two printings: take two with the same letters after their number");
    }
    let secret = first.0.iter().zip(second.0.iter()).skip(HEAD).map(|(a, b)| a ^ b);
    let secret = Zeroizing::new(secret.collect::<Vec<u8>>());
    let key = secret.get(..32).and_then(to_key).filter(|key| secret.get(32..) == Some(&check_of(key)[..]));
    let Some(key) = key else {
        return refused("these shares do not make a master key together");
    };
    let master = MasterKey::from_bytes(key);
    super::folder::make(keys)?;
    if fits(keys, &master)? == Some(false) {
        return refused("this is not the master key of the keys in this folder: it was replaced after the printing");
    }
    let path = master_in(keys);
    if path.try_exists()? {
        return Err(FilesError::Keys(format!("{} is there already, and stays as it is", path.display())));
    }
    master.write(&path)
}

impl Share {
    /// Its number, and the letters that it has in common with the other one.
    pub fn name(&self) -> String {
        let [number, one, two] = head(&self.0);
        format!("{number}-{one:02X}{two:02X}")
    }

    fn symbols(&self) -> Vec<u8> {
        let (mut symbols, mut held, mut bits) = (Vec::with_capacity(GROUPS * WORDS), 0_u32, 0);
        for byte in self.0.iter() {
            held = (held << 8 | u32::from(*byte)) & 0xffff;
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                symbols.push((held >> bits & 31) as u8);
            }
        }
        symbols
    }

    fn from_symbols(symbols: &[u8]) -> Option<Self> {
        let (mut bytes, mut held, mut bits) = (Zeroizing::new(Vec::with_capacity(BYTES)), 0_u32, 0);
        for symbol in symbols {
            held = (held << 5 | u32::from(*symbol)) & 0xffff;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                bytes.push((held >> bits & 255) as u8);
            }
        }
        <[u8; BYTES]>::try_from(bytes.as_slice()).ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }
}

/// As it is printed: four lines of four groups.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, group) in self.symbols().chunks(WORDS).enumerate() {
            let letters = group.iter().chain([&check(at, group)]).map(|symbol| letter(*symbol)).collect::<String>();
            let end = match at {
                _ if at + 1 == GROUPS => "",
                _ if at % 4 == 3 => "\n",
                _ => "  ",
            };
            write!(f, "{letters}{end}")?;
        }
        Ok(())
    }
}

/// Says nothing of what is in it.
impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Share {}", self.name())
    }
}

/// Reads a share from what somebody types, line by line.
#[derive(Default)]
pub struct ShareReader(Zeroizing<Vec<u8>>);

impl ShareReader {
    /// Takes a line; gives the share when it is whole.
    ///
    /// # Errors
    /// A sentence that names the group with the typing error; the groups before it are kept.
    pub fn line(&mut self, line: &str) -> Result<Option<Share>, String> {
        for group in line.split(|c: char| c.is_whitespace() || c == '-').filter(|group| !group.is_empty()) {
            let at = self.0.len() / WORDS;
            let number = at + 1;
            if at >= GROUPS {
                return Err(format!("there are {GROUPS} groups in a share; {group} is one more"));
            }
            let mut symbols = Zeroizing::new(Vec::with_capacity(WORDS + 1));
            for typed in group.chars() {
                let symbol = value(typed).ok_or_else(|| format!("group {number}: {typed} is in no share"))?;
                symbols.push(symbol);
            }
            let Some((last, words)) = symbols.split_last().filter(|(_, words)| words.len() == WORDS) else {
                return Err(format!("group {number}: {group} has {} characters and not 5", symbols.len()));
            };
            if *last != check(at, words) {
                return Err(format!("group {number}: {group} has a typing error, or is not the group at this place"));
            }
            self.0.extend_from_slice(words);
        }
        if self.0.len() < GROUPS * WORDS {
            return Ok(None);
        }
        let share = Share::from_symbols(&self.0);
        self.0.clear();
        match share {
            Some(share) if (1..=SHARES).contains(&usize::from(head(&share.0)[0])) => Ok(Some(share)),
            _ => Err("this is no share of a master key".into()),
        }
    }
}

fn letter(symbol: u8) -> char {
    ALPHABET.get(usize::from(symbol)).map_or('?', |byte| char::from(*byte))
}

fn value(typed: char) -> Option<u8> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    ALPHABET.iter().position(|byte| char::from(*byte) == meant).and_then(|at| u8::try_from(at).ok())
}

/// The check of the group at place `at`: a sum in the field of 32 elements in which each character, and the
/// place, has a weight of its own. So it changes with any one of them, and when two differing ones are exchanged.
fn check(at: usize, words: &[u8]) -> u8 {
    let mut weight = 2;
    let place = u8::try_from(at % 32).unwrap_or_default();
    let mut sum = place;
    for word in words {
        sum ^= times(weight, *word);
        weight = times(weight, 2);
    }
    sum
}

/// The product in the field of 32 elements, with the polynomial x⁵ + x² + 1.
fn times(a: u8, b: u8) -> u8 {
    let (mut product, mut a) = (0, a);
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= a;
        }
        a = if a & 16 == 16 { (a << 1 & 31) ^ 5 } else { a << 1 };
    }
    product
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn read(text: &str) -> Result<Share, String> {
        let mut reader = ShareReader::default();
        for line in text.lines() {
            if let Some(share) = reader.line(line)? {
                return Ok(share);
            }
        }
        Err("too short".into())
    }

    fn shares() -> (Key, [String; 2]) {
        let key = super::super::master::random_key().unwrap();
        let shares = split_key(&MasterKey::from_bytes(key.clone())).unwrap();
        (key, shares.map(|share| share.to_string()))
    }

    #[test]
    fn both_shares_give_the_key_back_however_they_are_typed() {
        let (key, [one, two]) = shares();
        let typed = two.to_lowercase().replace('0', "o").replace('1', "l").replace("  ", "-").replace('\n', "\n\n ");
        for (first, second) in [(&one, &typed), (&typed, &one)] {
            let temp = tempfile::tempdir().unwrap();
            join(temp.path(), &read(first).unwrap(), &read(second).unwrap()).unwrap();
            let back = MasterKey::read(&master_in(temp.path())).unwrap();
            assert_eq!(*back.bytes(), key);
            let again = join(temp.path(), &read(first).unwrap(), &read(second).unwrap());
            assert!(again.unwrap_err().to_string().contains("is there already"));
        }
    }

    #[test]
    fn a_share_alone_says_nothing() {
        let key = Key::new([7; 32]);
        let printed: Vec<_> =
            (0..20).flat_map(|_| split_key(&MasterKey::from_bytes(key.clone())).unwrap().map(|s| s.0)).collect();
        // Whatever the key, every share is as random as the next one: no byte of it stands still.
        for share in 0..2 {
            for byte in 1..BYTES {
                let seen: std::collections::HashSet<u8> =
                    printed.iter().skip(share).step_by(2).map(|share| share[byte]).collect();
                assert!(seen.len() > 5, "byte {byte} of share {share} hardly changes");
            }
        }
    }

    #[test]
    fn every_wrong_character_is_caught_in_its_group() {
        let (_, [one, _]) = shares();
        let groups: Vec<&str> = one.split_whitespace().collect();
        assert_eq!(groups.len(), GROUPS);
        for (at, group) in groups.iter().enumerate() {
            for place in 0..5 {
                for wrong in ALPHABET.iter().map(|b| char::from(*b)) {
                    let mut typed: Vec<char> = group.chars().collect();
                    if typed[place] == wrong {
                        continue;
                    }
                    typed[place] = wrong;
                    let mut all: Vec<String> = groups.iter().map(|g| (*g).to_owned()).collect();
                    all[at] = typed.into_iter().collect();
                    let said = read(&all.join(" ")).unwrap_err();
                    assert!(said.starts_with(&format!("group {}: ", at + 1)), "{said}");
                }
            }
        }
    }

    #[test]
    fn what_is_exchanged_left_out_or_strange_is_named() {
        let (_, [one, _]) = shares();
        let groups: Vec<&str> = one.split_whitespace().collect();
        for (at, group) in groups.iter().enumerate() {
            for place in 0..4 {
                let mut typed: Vec<char> = group.chars().collect();
                typed.swap(place, place + 1);
                let typed: String = typed.into_iter().collect();
                if typed != *group {
                    let said = read(&one.replacen(group, &typed, 1)).unwrap_err();
                    assert!(said.starts_with(&format!("group {}: ", at + 1)), "{said}");
                }
            }
        }
        let mut swapped = groups.clone();
        swapped.swap(2, 9);
        assert!(read(&swapped.join(" ")).unwrap_err().starts_with("group 3: "));
        let short = one.replacen(groups[4], &groups[4][..4], 1);
        assert!(read(&short).unwrap_err().contains("group 5: ") && read(&short).unwrap_err().contains("4 characters"));
        assert!(read(&one.replacen(groups[0], "AB?DE", 1)).unwrap_err().contains("group 1: ? is in no share"));
    }

    #[test]
    fn shares_that_do_not_belong_together_make_no_key() {
        let temp = tempfile::tempdir().unwrap();
        let ((_, [one, two]), (_, [other, _])) = (shares(), shares());
        let said = |a: &str, b: &str| join(temp.path(), &read(a).unwrap(), &read(b).unwrap()).unwrap_err().to_string();
        assert!(said(&one, &one).contains("twice the same share"));
        assert!(said(&other, &two).contains("two printings"));
        // Even if the letters of the printing were the same.
        let mut forged = read(&other).unwrap();
        forged.0[1..3].copy_from_slice(&read(&two).unwrap().0[1..3]);
        let refused = join(temp.path(), &forged, &read(&two).unwrap()).unwrap_err().to_string();
        assert!(refused.contains("do not make a master key"));
        assert!(fs::read_dir(temp.path()).unwrap().next().is_none());
    }
}
