"""The words the coach looks for, per language in which somebody writes; a * stands for any letters."""

import re
from functools import cache

Words = dict[str, str]

QUESTION_WORDS: Words = {
    "nl": "welke, welk, wat, waar, wie, wanneer, waarom, waardoor, waarmee, hoe, hoeveel, of, kan, kunnen, is, zijn",
    "en": "which, what, where, who, whom, when, why, how, whether, can, could, is, are, do, does, did, should, will",
}

# A means is not a question: what is it for?
MEANS: Words = {
    "nl": (
        "dashboard*, app, apps, chatbot*, portaal, portal, website, tool, tools, tooling, algoritme*, ai, "
        "kunstmatige intelligentie, machine learning, taalmodel*, model, datamodel, platform*, systeem, "
        "koppeling, datalake, data lake, power bi, viewer, kaartviewer, robot*, digital twin, blockchain"
    ),
    "en": (
        "dashboard*, app, apps, chatbot*, portal*, website, tool, tools, tooling, algorithm*, ai, artificial "
        "intelligence, machine learning, language model*, model, data model, platform*, system, data lake, "
        "power bi, viewer, robot*, digital twin, blockchain"
    ),
}

# Somebody who may have the question.
ACTORS: Words = {
    "nl": (
        "wij, we, ons, onze, ik, mijn, team*, afdeling*, directie*, collega*, onderdeel, inspecteur*, "
        "adviseur*, beleidsmedewerker*, medewerker*, beleidsmaker*, beleid, ambtena*, behandelaar*, "
        "beoordelaar*, onderzoeker*, analist*, jurist*, manager*, bestuur*, minister*, burger*, inwoner*, "
        "boer*, teler*, tuinder*, visser*, veehouder*, melkveehouder*, ondernemer*, bedrijf, bedrijven, "
        "gemeente*, provincie*, waterschap*, uitvoering*, toezicht*, schrijver*, dienst, diensten, "
        "organisatie*, netbeheerder*, consument*, sector, wie"
    ),
    "en": (
        "we, our, us, i, my, team*, department*, directorate*, colleague*, unit*, inspector*, adviser*, "
        "advisor*, policy maker*, policymaker*, policy officer*, officer*, staff, employee*, case worker*, "
        "caseworker*, researcher*, analyst*, lawyer*, manager*, minister*, citizen*, resident*, farmer*, "
        "grower*, fisher*, entrepreneur*, company, companies, municipal*, province*, water board*, "
        "regulator*, supervisor*, agency, agencies, organisation*, organization*, who"
    ),
}

# What somebody decides or does with the answer.
TASKS: Words = {
    "nl": (
        "beslis*, besluit*, kies*, kiez*, keuze*, plan*, inspecter*, inspectie*, controle*, controler*, "
        "beoordel*, toewijz*, advis*, advies*, verdel*, voorspel*, bepal*, bepaal*, prioriter*, prioriteit*, "
        "schrijv*, antwoord*, beantwoord*, help*, voorkom*, eerst, eerder, weten, waarschuw*, vergunning*, "
        "subsidie*, bezoek*, handhav*, toezicht*, vergelijk*, schat*, signaler*, verbeter*, meten, monitor*, "
        "zoek*, vind*"
    ),
    "en": (
        "decid*, decision*, choose, choice*, plan*, inspect*, check*, assess*, assign*, advise, advice, "
        "allocat*, predict*, priorit*, write, writing, answer*, help*, prevent*, first, earlier, know, warn*, "
        "permit*, grant*, subsid*, visit*, enforce*, supervis*, compar*, estimat*, signal*, improv*, measur*, "
        "monitor*, find, look for"
    ),
}

# Words that can mean many things.
VAGUE: Words = {
    "nl": (
        "beter inzicht, meer inzicht, inzichtelijk, inzichten, inzicht, slimmer, slim, efficiënter, "
        "efficiëntie, effectiever, optimaliser*, optimalisatie, datagedreven, data-gedreven, meer grip, grip "
        "krijgen, iets met, in kaart brengen, innovatie*, synergie, toekomstbestendig, ontzorgen, enzovoort, "
        "etc, big data"
    ),
    "en": (
        "better insight, more insight, insights, insight, smarter, smart, more efficient, efficiency, more "
        "effective, optimis*, optimiz*, data-driven, data driven, more grip, something with, innovat*, "
        "synerg*, future-proof, leverage, etc, big data"
    ),
}

# Where data come from.
SOURCES: Words = {
    "nl": (
        "*register*, registratie*, bestand*, statistiek*, cijfers, sensor*, meting*, meetnet*, satelliet*, "
        "luchtfoto*, enquête*, enquete*, logboek*, log, logs, dossier*, aanvra*, meldingen, kaart*, tabel*, "
        "excel*, archief*, archieven, database*, databank*, lijst*, rapport*, brieven, bezwa*, gegevens van, "
        "data van, kadaster, weer*, vragen, teksten, systeem, foto*, beelden, monsters, gecombineerde opgave"
    ),
    "en": (
        "*register*, registr*, registry, file*, statistic*, figures, sensor*, measurement*, satellite*, "
        "aerial*, survey*, log, logs, record*, application*, report*, map*, table*, spreadsheet*, excel*, "
        "archive*, database*, list*, letter*, objection*, data from, data of, weather*, question*, text*, "
        "photo*, image*, sample*"
    ),
}

# Who says they do not know is asked no further.
UNSURE: Words = {
    "nl": "weet ik niet, weet niet, geen idee, onbekend, niet zeker, nog uitzoeken, moet nog",
    "en": "do not know, don't know, no idea, unknown, not sure, to be found",
}

# What somebody can look at or use.
SHOWN: Words = {
    "nl": (
        "*kaart, *kaarten, *kaartje, *lijst, *lijstje, *cijfer*, getal*, *overzicht*, tabel*, grafiek*, "
        "*rapport*, *versie, proef*, voorbeeld*, *antwoord*, dashboard*, *model*, hulpje*, methode*, "
        "werkwijze*, advies*, *bericht*, *dataset*, filmpje*, demo*, scherm*, pagina*, vergelijking*, "
        "meting*, signaal, signalen, waarschuwing*, tool*, app, website*, prototype*, analyse*, bestand*, "
        "gewerkt, gebruikt, uitgeprobeerd, geprobeerd, getest, laten zien, conclusie*, beeld, plan*, nota*, "
        "verslag*, berekening*, maat, score*, index*, atlas"
    ),
    "en": (
        "*map, *maps, *list*, number*, figure*, overview*, table*, chart*, *report*, *version*, trial*, "
        "example*, answer*, dashboard*, model*, method*, way of working, advice, message*, dataset*, data "
        "set*, film*, demo*, screen*, page*, comparison*, measurement*, signal*, warning*, tool*, app, "
        "website*, prototype*, analys*, file*, used, tried, tested, show*, conclusion*, picture, plan*, "
        "note*, calculation*, score*, index*, atlas"
    ),
}


@cache
def pattern(listed: str) -> re.Pattern[str]:
    """Return what finds any of these words or phrases, which are divided by commas."""
    each = "|".join(re.escape(one).replace(r"\*", r"\w*") for one in listed.split(", "))
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE)
