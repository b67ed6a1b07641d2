//! Runners that never ran: seeded, with the truth known, for the demo, the score and the tests.
