"""The means and the four themes of the demo call: slug, Dutch and English name, Dutch and English question."""

# What the demo programmes set aside for one project.
EUROS_PER_PROJECT = 25_000

DEMO_THEMES = (
    (
        "ondernemen", "Ondernemen en regels", "Business and rules",
        "Waar kost het ondernemers of onszelf te veel tijd, en wat weten de gegevens daarvan?",
        "Where does it cost businesses or ourselves too much time, and what do the data know about it?",
    ),
    (
        "energie-en-klimaat", "Energie en klimaat", "Energy and climate",
        "Wat moeten we weten om de overstap op schone energie sneller en eerlijker te maken?",
        "What must we know to make the change to clean energy faster and fairer?",
    ),
    (
        "voedsel-en-natuur", "Voedsel en natuur", "Food and nature",
        "Hoe zien we eerder wat er op het land, in de stal, in het water en in de natuur gebeurt?",
        "How do we see sooner what happens on the land, in the barn, in the water and in nature?",
    ),
    (
        "werken-aan-data", "Ons eigen werk met data", "Our own work with data",
        "Welke gegevens in ons eigen huis zijn beter te vinden, te delen of te vertrouwen?",
        "Which data in our own house could be easier to find, to share or to trust?",
    ),
)  # fmt: skip
