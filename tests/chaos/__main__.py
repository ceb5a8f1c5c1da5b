"""`python -m chaos`: see cli.py."""

from chaos.cli import app

app()
