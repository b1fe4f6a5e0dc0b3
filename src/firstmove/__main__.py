"""``python -m firstmove`` is the ``firstmove`` command."""

from firstmove.cli import main

main()
