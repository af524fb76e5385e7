"""CSV files as people save them."""

import pytest

from datamatch.story.forms import read_ideas, read_people
from tests.story.files import IDEA, as_csv, csv_file, faults_of, rows_of

NOT_UTF8 = "This is not UTF-8. Save the file as “CSV UTF-8”."
QUOTE = 'A quote is opened and not closed, or stands inside a text. Double it: "".'
EMPTY = "The file is empty. Give it a header and at least one row."
UNREADABLE = "The file cannot be read. Check its name and whether you may open it."
DUTCH = [["Titel", "VRAAG", "data", "resultaat", "indiener", "onderdeel", "thema", "taal"]]
ENGLISH = [["title", "demand", "data", "result", "submitter", "unit", "theme", "language"]]
CELLS = ["Empty barns", "Which?", "Register", "A map", "Anna@Example.org", "RVO", "Land", "en"]


@pytest.mark.parametrize("header", [DUTCH, ENGLISH])
@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_idea_is_read_whatever_the_header_separator_mark_and_line_ending(tmp_path, header, separator, mark, ending):
    text = mark + as_csv([*header, CELLS], separator=separator).replace("\n", ending)
    (idea,) = read_ideas(csv_file(tmp_path, text))
    assert (idea.row, idea.title, idea.demand, idea.data, idea.result) == (2, *CELLS[:4])
    assert (idea.submitter, idea.unit, idea.theme, idea.language) == ("anna@example.org", "RVO", "Land", "en")


def test_columns_stand_in_any_order_and_unknown_ones_are_left_out(tmp_path):
    rows = [["submitter", "colour", "demand", "", "title"], ["a@b.nl", "red", "Which?", "note", "Barns"]]
    (idea,) = read_ideas(csv_file(tmp_path, as_csv(rows)))
    assert (idea.title, idea.demand, idea.submitter, idea.data) == ("Barns", "Which?", "a@b.nl", "")


@pytest.mark.parametrize("written", ["uren_per_week", "Uren per week", "HOURS_PER_WEEK", " hours per week "])
def test_header_may_have_capitals_and_spaces(tmp_path, written):
    rows = [["Naam", "E-mail", written], ["Anna", "a@b.nl", "7"]]
    (person,) = read_people(csv_file(tmp_path, as_csv(rows), name="people.csv"))
    assert person.hours_per_week == 7


def test_missing_columns_are_each_named_in_both_languages(tmp_path):
    path = csv_file(tmp_path, "titel;kleur\nBarns;red\n")
    assert faults_of(read_ideas, path) == [
        (1, "", "The column “demand / vraag” is missing. Add it to the header."),
        (1, "", "The column “submitter / indiener” is missing. Add it to the header."),
    ]


def test_column_that_stands_there_twice_is_named_as_written(tmp_path):
    path = csv_file(tmp_path, "Title;demand;submitter;Titel\nA;B;a@b.nl;C\n")
    assert faults_of(read_ideas, path) == [(1, "Titel", "This column stands there twice. Remove one.")]


def test_row_with_more_cells_than_the_header_is_a_fault(tmp_path):
    path = csv_file(tmp_path, "title;demand;submitter\nA;B;a@b.nl\nA; with this;B;a@b.nl\n")
    words = "This row has more cells than the header. Put quotes around a text that holds the separator."
    assert faults_of(read_ideas, path) == [(3, "", words)]


def test_row_with_fewer_cells_lacks_only_what_must_be_there(tmp_path):
    path = csv_file(tmp_path, "title;demand;submitter;data\nA;B;a@b.nl\nA;B\n")
    assert faults_of(read_ideas, path) == [(3, "submitter", "This cell is empty. It must be filled in.")]


def test_text_over_several_lines_is_one_row_as_in_a_spreadsheet(tmp_path):
    text = 'title;demand;submitter\nA;"First line\nsecond line\nthird";a@b.nl\n\nB;;a@b.nl\n'
    assert faults_of(read_ideas, csv_file(tmp_path, text)) == [
        (4, "demand", "This cell is empty. It must be filled in.")
    ]


def test_line_breaks_are_kept_in_texts_and_become_spaces_in_titles(tmp_path):
    text = 'title;demand;submitter\n"Empty\nbarns";"Which\nbarns?";a@b.nl\n'
    (idea,) = read_ideas(csv_file(tmp_path, text))
    assert (idea.title, idea.demand) == ("Empty barns", "Which\nbarns?")


def test_quoted_text_may_hold_the_separator_and_doubled_quotes(tmp_path):
    text = 'title,demand,submitter\n"Barns, ""empty"" ones",Which?,a@b.nl\n'
    assert read_ideas(csv_file(tmp_path, text))[0].title == 'Barns, "empty" ones'


def test_text_that_looks_like_a_formula_stays_a_text(tmp_path):
    path = csv_file(tmp_path, "title;demand;submitter\n=1+1;@SUM(A1);a@b.nl\n")
    assert (read_ideas(path)[0].title, read_ideas(path)[0].demand) == ("=1+1", "@SUM(A1)")


@pytest.mark.parametrize("end", ["", "\nB;C;c@d.nl\n"])
def test_quote_that_is_not_closed_is_named_where_it_opens(tmp_path, end):
    path = csv_file(tmp_path, f'title;demand;submitter\nA;"two\nlines";a@b.nl\nB;"open;a@b.nl{end}')
    assert faults_of(read_ideas, path) == [(3, "", QUOTE)]


def test_text_after_a_closing_quote_is_a_fault(tmp_path):
    path = csv_file(tmp_path, 'title;demand;submitter\n"A" B;C;a@b.nl\n')
    assert faults_of(read_ideas, path) == [(2, "", QUOTE)]


@pytest.mark.parametrize("wrong", ["é".encode("latin-1"), b"\0"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_first_row_that_is_not_utf8_is_named(tmp_path, wrong, mark):
    before = 'title;demand;submitter\nA;"two\nlines, é";a@b.nl\n'.encode()
    assert faults_of(read_ideas, csv_file(tmp_path, mark + before + b"caf" + wrong)) == [(3, "", NOT_UTF8)]


def test_byte_in_the_second_line_of_a_text_is_in_the_row_of_that_text(tmp_path):
    content = b'title;demand;submitter\nA;"one\n\xe9";a@b.nl\n'
    assert faults_of(read_ideas, csv_file(tmp_path, content)) == [(2, "", NOT_UTF8)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_other_unicode_is_refused_in_its_first_row(tmp_path, encoding):
    content = as_csv(rows_of(IDEA)).encode(encoding)
    assert faults_of(read_ideas, csv_file(tmp_path, content)) == [(1, "", NOT_UTF8)]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n \n", b";;;\n"])
def test_file_with_nothing_in_it_says_so(tmp_path, content):
    assert faults_of(read_ideas, csv_file(tmp_path, content)) == [(1, "", EMPTY)]


@pytest.mark.parametrize("below", ["", "\n\n", ";;\n"])
def test_header_without_rows_says_so(tmp_path, below):
    path = csv_file(tmp_path, f"title;demand;submitter\n{below}")
    assert faults_of(read_ideas, path) == [(2, "", "There is a header but no row below it.")]


def test_empty_rows_are_passed_over_and_counted(tmp_path):
    path = csv_file(tmp_path, "\n;;\ntitle;demand;submitter\n\nA;B;a@b.nl\n;;\nC;D;a@b.nl\n")
    assert [idea.row for idea in read_ideas(path)] == [5, 7]


def test_file_that_is_not_there_says_so(tmp_path):
    assert faults_of(read_ideas, tmp_path / "nowhere.csv") == [(1, "", UNREADABLE)]


@pytest.mark.parametrize("name", ["folder", "folder.xlsx"])
def test_folder_in_place_of_a_file_says_so(tmp_path, name):
    (tmp_path / name).mkdir()
    assert faults_of(read_ideas, tmp_path / name) == [(1, "", UNREADABLE)]


def test_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "ideas.csv"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    assert faults_of(read_ideas, path) == [(1, "", "The file is larger than 20 MB. Split it.")]


def test_too_many_rows_are_one_fault_at_the_first_row_too_many(tmp_path):
    path = csv_file(tmp_path, "title;demand;submitter\n" + "A;B;a@b.nl\n" * 20_002)
    assert faults_of(read_ideas, path) == [(20_002, "", "There are more than 20000 rows. Split the file.")]
