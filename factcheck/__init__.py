"""Check whether numbers, dates and quotations agree with the documents they are attributed to."""

__version__ = "0.1.0"
