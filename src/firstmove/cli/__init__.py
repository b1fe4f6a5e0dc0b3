"""The ``firstmove`` command: parse, call, print."""

from firstmove.cli.app import app, main

__all__ = ["app", "main"]
