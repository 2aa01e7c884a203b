"""Dragoman reads dated news about relations between states and makes it checkable."""

__version__ = "0.1.0"
