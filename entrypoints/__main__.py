"""`python -m entrypoints` is `voice-agent`."""

from entrypoints.cli import main

if __name__ == "__main__":
    main()
