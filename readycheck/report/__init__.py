"""The report: one Report object, shown as HTML, Markdown, CSV and JSON, and actions as a calendar."""
