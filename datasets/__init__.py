"""The drawn pictures and the programs that draw them. Nothing else in the project imports this package."""
