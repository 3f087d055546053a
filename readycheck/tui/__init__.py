"""The Textual app: shows an audit, changes it, calls the core again; computes nothing itself."""
