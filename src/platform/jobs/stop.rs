//! Stopping in good order: whoever works asks between two pieces of work whether to go on.

use std::sync::Arc;

use tokio::sync::watch;

/// Whether the program was asked to stop; all copies know the same.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Stop {
    /// Asks everybody to stop after the piece of work at hand.
    pub fn ask(&self) {
        self.0.send_replace(true);
    }

    /// Whether somebody asked.
    pub fn asked(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until somebody asks.
    pub async fn wait(&self) {
        // It only fails when nobody could ask any more, and we are here to ask.
        let _ = self.0.subscribe().wait_for(|asked| *asked).await;
    }
}
