"""Django's SQLite backend on a library that does not lose data, with a fair gate around every write transaction."""
