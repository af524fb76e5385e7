"""The command `datamatch`: Django's command line with our settings."""

import os
import sys


def main() -> None:
    """Run one command, for instance `datamatch demo` or `datamatch story`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "datamatch.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
