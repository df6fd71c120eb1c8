"""A made-up pile of papers with its full truth, and the scorer. Every person, number and company here is invented."""
