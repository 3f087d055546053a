"""From files to tables: every kind of file becomes rows of text under headings."""
