"""Bank exports: MT940, CAMT.053 and the CSV and TAB files of the banks. Debits leave as date and amount only."""
