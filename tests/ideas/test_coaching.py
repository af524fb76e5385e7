"""The coach for a good question: short hints over the words, in the language of the reader, that stop nobody."""

import pytest
from django.utils import translation

from datamatch.ideas.rules import hints

MEANS = "You name a means"
QUESTION = "one question"
WHO = "Who has this question"
TASK = "decide or do differently"
VAGUE = "can mean many things"
LONG = "long"
MORE = "a little more"

DEMANDS = [
    ("nl", "", []),
    ("nl", "Welke veehouders moeten we volgend jaar eerst helpen?", []),
    ("en", "Which farmers should our advisers help first next year?", []),
    ("nl", "Welke percelen bezoekt de NVWA het eerst?", []),
    ("nl", "Een dashboard", [MORE, MEANS]),
    ("nl", "Een dashboard met alle vergunningen van onze afdeling om te kiezen.", [MEANS]),
    ("en", "A dashboard with all permits of our department to choose from.", [MEANS]),
    ("nl", "Welk dashboard helpt onze inspecteurs het meest?", []),
    ("nl", "Onze inspecteurs kiezen nu zelf welke percelen ze bezoeken.", [QUESTION]),
    ("nl", "Waar groeit het riet te snel langs alle sloten?", [WHO, TASK]),
    ("nl", "Hoe krijgen wij als team beter inzicht om te beslissen?", [VAGUE]),
    ("en", "How can our team get better insight to decide?", [VAGUE]),
    ("nl", "Wat helpt ons? " + "woord " * 140, [LONG]),
    ("nl", "Kunnen wij kiezen " + "of het zo kan en dan " * 8 + "?", [LONG]),
]


@pytest.mark.parametrize(("language", "text", "expected"), DEMANDS)
def test_demand_gets_the_hints_it_needs(language, text, expected):
    found = hints("demand", text, language=language)
    assert len(found) == len(expected)
    for hint, words in zip(found, expected, strict=True):
        assert words in hint


def test_there_are_never_more_than_two_hints():
    assert len(hints("demand", "Iets met data en slimmer en innovatie voor de toekomst hier", language="nl")) == 2


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        ("title", "Dashboard", "Tell in the title"),
        ("title", "een titel die maar doorgaat en doorgaat en nog eens doorgaat tot het eind", "shorter title"),
        ("title", "Waar lekt de meeste ammoniak?", None),
        ("data", "Alles wat er is", "source by name"),
        ("data", "Het meldingenregister van RVO", None),
        ("data", "Dat weet ik niet", None),
        ("result", "Dat iedereen blij is", "look at or use"),
        ("result", "Een kaart die adviseurs hebben gebruikt", None),
        ("language", "nl", None),
    ],
)
def test_other_parts_get_hints_of_their_own(part, text, words):
    found = hints(part, text, language="nl")
    assert [words in hint for hint in found] == ([True] if words else [])


def test_hint_names_the_word_it_is_about_in_the_language_of_the_reader():
    with translation.override("nl"):
        (hint,) = hints("demand", "A chatbot that our team needs to answer letters.", language="en")
    assert hint.startswith("Je noemt een middel: “chatbot”.")


def test_part_of_a_word_is_no_word():
    assert hints("title", "Appels en applaus voor telers", language="nl") == []
