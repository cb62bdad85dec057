"""Reading of offers."""
