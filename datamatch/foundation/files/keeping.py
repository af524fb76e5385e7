"""Where files are kept: a folder beside the database that no web server shows, under names that tell nothing."""

import os
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="datamatch.foundation.files.PrivateFiles")
class PrivateFiles(FileSystemStorage):
    """Keeps files in the folder FILES_FOLDER, readable by this program only; none of them has an address."""

    def __init__(self) -> None:
        """Set the rights of what is written; the folder is asked for each time, as tests have one of their own."""
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self) -> str:
        """Return the folder."""
        return os.fspath(settings.FILES_FOLDER)

    @property
    def location(self) -> str:
        """Return the folder, from the root."""
        return os.path.abspath(settings.FILES_FOLDER)

    def url(self, name: str | None) -> str:
        """Refuse to give an address. :raises ValueError: always"""
        raise ValueError("Private files have no address; a view hands them out.")


def private_files() -> PrivateFiles:
    """Return the place where files are kept."""
    return PrivateFiles()


def drawn_place(row: Any, name: str) -> str:
    """Return a place for a new file that nobody can guess and that says nothing of it."""
    drawn = token_hex(16)
    return f"{row._meta.app_label}/{drawn[:2]}/{drawn}"
