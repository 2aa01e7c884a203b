"""Formats: events as tables for other programs."""
