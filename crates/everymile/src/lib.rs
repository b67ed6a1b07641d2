//! The front door: reads files and the clock, asks the rooms, and shows what they say.
