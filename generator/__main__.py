"""`python -m generator` is the `mingbai` command."""

from generator.cli import run

if __name__ == "__main__":
    run()
