//! Lines of the log on their way out: together, a few times a second, for a page should not wait for its line.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a line waits for others at most.
const WAIT: Duration = Duration::from_millis(100);
/// From so many bytes on they do not wait any longer.
const ENOUGH: usize = 64 * 1024;

/// The lines that are not written yet, and where they go.
pub(super) struct Lines<W> {
    waiting: Mutex<Vec<u8>>,
    some: Condvar,
    out: Mutex<W>,
}

impl<W: Write> Lines<W> {
    /// None yet, for `out`.
    pub(super) const fn new(out: W) -> Self {
        Self { waiting: Mutex::new(Vec::new()), some: Condvar::new(), out: Mutex::new(out) }
    }

    /// Adds `line`, and writes it down now when it is `urgent`.
    ///
    /// # Errors
    /// As `out`.
    pub(super) fn add(&self, line: &[u8], urgent: bool) -> io::Result<()> {
        let mut waiting = held(&self.waiting);
        let first = waiting.is_empty();
        waiting.extend_from_slice(line);
        let many = waiting.len() >= ENOUGH;
        drop(waiting);
        if urgent || many {
            return self.flush();
        }
        if first {
            self.some.notify_one();
        }
        Ok(())
    }

    /// Writes down what waits.
    ///
    /// # Errors
    /// As `out`.
    pub(super) fn flush(&self) -> io::Result<()> {
        // Whoever writes keeps the place of the next, so that lines stay in order; who adds does not wait for it.
        let mut out = held(&self.out);
        let lines = std::mem::take(&mut *held(&self.waiting));
        out.write_all(&lines)?;
        out.flush()
    }

    /// Writes down what comes, for ever.
    pub(super) fn keep_writing(&self) {
        loop {
            let waiting = held(&self.waiting);
            drop(self.some.wait_while(waiting, |lines| lines.is_empty()).unwrap_or_else(PoisonError::into_inner));
            std::thread::sleep(WAIT);
            // Nobody is there to be told that nothing can be told.
            let _ = self.flush();
        }
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_wait_for_each_other_and_for_none_that_is_urgent() {
        let lines = Lines::new(Vec::new());
        lines.add(b"a\n", false).unwrap();
        assert!(held(&lines.out).is_empty());
        lines.add(b"b\n", true).unwrap();
        lines.add(b"c\n", false).unwrap();
        assert_eq!(held(&lines.out).as_slice(), b"a\nb\n");
        lines.flush().unwrap();
        assert_eq!(held(&lines.out).as_slice(), b"a\nb\nc\n");
    }

    #[test]
    fn many_lines_do_not_wait() {
        let lines = Lines::new(Vec::new());
        let line = [b'x'; 1024];
        for _ in 0..64 {
            lines.add(&line, false).unwrap();
        }
        assert_eq!(held(&lines.out).len(), ENOUGH);
    }
}
