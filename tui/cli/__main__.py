"""`python -m tui.cli …` is `minutebook …`."""

from tui.cli import main

if __name__ == "__main__":
    main()
