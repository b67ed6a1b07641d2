//! The page's password: kept as an Argon2 hash in the logbook, never as it was typed.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};

/// The setting that holds the hash.
pub const PASSWORD: &str = "page-password";

/// Shorter passwords are guessed.
pub const LENGTH_MIN: usize = 8;

/// The hash of a password, with a salt of its own; `None` when the machine gives no chance numbers.
pub fn hash(password: &str) -> Option<String> {
    let hash = Argon2::default().hash_password(password.as_bytes()).ok()?;
    Some(hash.to_string())
}

/// Whether a password is the one that was hashed.
pub fn is(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_never_kept() {
        let kept = hash("long slow distance").unwrap();
        assert!(kept.starts_with("$argon2id$") && !kept.contains("slow"));
        assert!(is("long slow distance", &kept));
        assert!(!is("long slow distances", &kept));
        assert_ne!(hash("long slow distance"), Some(kept));
    }
}
