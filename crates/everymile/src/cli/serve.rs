//! The command line of `everymile serve`.

use super::View;
use clap::Args;
use std::net::IpAddr;

/// `everymile serve`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile serve --open                   the page, in your browser
  everymile serve --on 2025-10-12          as it stood on that day
  everymile serve --set-password           once, before others may ask
  everymile serve --host 0.0.0.0           for your phone, in your own network

Only this machine can ask, unless you say otherwise; then a password is asked.
Nothing leaves it: the page loads nothing from anywhere else.")]
pub struct Serve {
    /// The address to listen at.
    #[arg(long, default_value = "127.0.0.1", value_name = "ADDRESS")]
    pub host: IpAddr,
    /// The port to listen at; 0 takes any that is free.
    #[arg(long, default_value_t = 4810, value_name = "N")]
    pub port: u16,
    /// Open the page in the browser.
    #[arg(long)]
    pub open: bool,
    /// Set the password that is asked beyond this machine, and end.
    #[arg(long, conflicts_with_all = ["open", "host", "port"])]
    pub set_password: bool,
    /// How to look at it.
    #[command(flatten)]
    pub view: View,
}
