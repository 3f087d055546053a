"""A checklist's new edition against the copy that an audit keeps."""
