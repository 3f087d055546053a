"""YAML and TOML to typed values, with every mistake and its place; the archive on disk."""
