"""Words: the texts of screens and letters in every language, words to avoid, reading level. Pure: no Django."""
