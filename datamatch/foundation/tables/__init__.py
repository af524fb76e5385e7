"""Tables in and out: spreadsheets read with every fault named, and written so that they are safe to open."""

from datamatch.foundation.tables.books import Sheet, as_book
from datamatch.foundation.tables.faults import Fault, FaultyFiles
from datamatch.foundation.tables.reading import Table, Upload, read_table
from datamatch.foundation.tables.writing import as_csv, as_excel

__all__ = ["Fault", "FaultyFiles", "Sheet", "Table", "Upload", "as_book", "as_csv", "as_excel", "read_table"]
