"""`python -m generator` is the `mingbai` command."""

if __name__ == "__main__":  # Processes that set booklets import this, too, and need no commands.
    from generator.cli import run

    run()
