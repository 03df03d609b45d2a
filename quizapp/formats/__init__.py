"""Bytes to items and back, one module a format."""
