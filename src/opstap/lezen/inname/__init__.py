"""Taking files in: what they really are, whether they are safe, and reading them in a process of their own."""
