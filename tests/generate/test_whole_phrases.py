# ruff: noqa: E501  (a sentence stays on its line)
"""Phrases that stay whole and in order when a sentence becomes a question."""

from __future__ import annotations

import pytest
from asking import candidates, stems

_LIFE = "{P:Jan Nowak} (ur. {D:1850-03-04|4 marca 1850 r.}) był polskim inżynierem.\n"


def test_the_name_of_a_school_is_not_torn_apart() -> None:
    told = "W latach {D:1868/1872|1868–1872} uczył się w krakowskiej Szkole Sztuk Pięknych."
    assert stems(_LIFE + told, "how_long") == [
        "W jakich latach Jan Nowak uczył się w krakowskiej Szkole Sztuk Pięknych?"
    ]


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W walkach o gmach Prezydium Policji śmiertelną ranę odniósł w {D:1918|1918 roku} {P:Franciszek Ratajczak}.",
            "Kto odniósł śmiertelną ranę w walkach o gmach Prezydium Policji w 1918 roku?",
        ),
        (
            "Po katolickiej restauracji {P:Maria I|Marii I} kształt anglikanizmu utrwaliła {P:Elżbieta I}.",
            "Kto utrwalił kształt anglikanizmu po katolickiej restauracji Marii I?",
        ),
    ],
)
def test_what_something_was_done_to_stands_beside_the_verb(told: str, stem: str) -> None:
    assert stems(told, "who") == [stem]


def test_until_death_is_left_out_of_what_began_once() -> None:
    told = "Od {D:1873|1873 roku} aż do śmierci kierował krakowską Szkołą Sztuk Pięknych."
    assert stems(_LIFE + told, "when_roughly") == [
        "Od którego roku Jan Nowak kierował krakowską Szkołą Sztuk Pięknych?"
    ]


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        (
            "{D:1989-10-09|9 października 1989 roku} na ulice Lipska wyszło 70 tysięcy demonstrantów skandujących.",
            "when",
        ),
        ("{P:Hannibal} dysponował pod Kannami siłami o wiele mniejszymi.", "who"),
        ("Z małżeństwa z Katarzyną Aragońską przeżyła jedynie {P:Maria I}.", "who"),
        ("Dnia {D:1918-11-08|8 listopada 1918 roku} delegacja niemiecka przybyła na miejsce.", "when"),
        (
            "Traktat zawarty {D:1466-10-19|19 października 1466 roku} w Toruniu zakończył wojnę z zakonem.",
            "where",
        ),
    ],
    ids=["cut before what was said", "than what", "only", "which place", "the place of a participle"],
)
def test_what_says_too_little_or_something_else_is_not_asked(told: str, rule: str) -> None:
    assert stems(told, rule) == []


def test_a_day_without_its_year_is_not_asked_beside_days_that_have_one() -> None:
    text = "Wojnę zakończył pokój {D:1466-10-19|19 października 1466 roku}.\n{D:XXXX-03-06|6 marca} {P:Jan Nowak} wydał w Krakowie akt inkorporacji Prus."
    assert candidates(text, "when") == []


@pytest.mark.parametrize(
    ("told", "rule", "stem"),
    [
        (
            "W podolskim miasteczku Bar zawiązano {D:1768-02-29|29 lutego 1768 roku} konfederację szlachecką.",
            "when",
            "Którego dnia zawiązano konfederację szlachecką w podolskim miasteczku Bar?",
        ),
        (
            "W Bengalu {P:Robert Clive} zwyciężył {D:1757-06-23|23 czerwca 1757 roku} pod Palasi.",
            "when",
            "Którego dnia Robert Clive zwyciężył pod Palasi w Bengalu?",
        ),
        (
            "{D:1789-04-28|28 kwietnia 1789 roku}, w pobliżu archipelagu Tonga, powstanie chłopskie wszczął {P:Jan Zych}.",
            "when",
            "Którego dnia Jan Zych wszczął powstanie chłopskie w pobliżu archipelagu Tonga?",
        ),
        (
            "Komitet Pomocy Żydom, przekształcony w {D:1942-12|grudniu 1942 roku} w Radę Pomocy Żydom, miał siedzibę w Warszawie.",
            "when_made",
            "W którym miesiącu i roku przekształcono Komitet Pomocy Żydom w Radę Pomocy Żydom?",
        ),
        (
            "Bunt marynarzy w Tonga\n\n"
            "O świcie {D:1789-04-28|28 kwietnia 1789 roku}, w pobliżu archipelagu Tonga, bunt wszczął "
            "{P:Fletcher Christian}.",
            "who",
            "Bunt marynarzy w Tonga. "
            "Kto wszczął bunt o świcie 28 kwietnia 1789 roku, w pobliżu archipelagu Tonga?",
        ),
        (
            "Od {D:1787|1787 roku} Rosja albowiem prowadziła wojnę z Turcją.",
            "when_roughly",
            "Od którego roku Rosja prowadziła wojnę z Turcją?",
        ),
        (
            "Sejm czteroletni rozpoczął obrady w Warszawie {D:1788-10-06|6 października 1788 roku}.",
            "when",
            "Którego dnia sejm czteroletni rozpoczął obrady w Warszawie?",
        ),
        (
            "Wystąpienie z Ligi Narodów rząd {P:Adolf Hitler|Adolfa Hitlera} ogłosił {D:1933-10-14|14 października 1933 roku}.",
            "when",
            "Którego dnia rząd Adolfa Hitlera ogłosił wystąpienie z Ligi Narodów?",
        ),
    ],
    ids=[
        "the name of a town",
        "two places",
        "one who acts last",
        "a thing and what became of it",
        "an object after two commas",
        "a joint",
        "a body with its name",
        "whose government",
    ],
)
def test_what_belongs_together_stays_together(told: str, rule: str, stem: str) -> None:
    assert stem in stems(told, rule)


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("W Bengalu {P:Robert Clive} zwyciężył {D:1757-06-23|23 czerwca 1757 roku} pod Palasi.", "where"),
        ("Prawdziwym wybawieniem okazała się w {D:1762|1762 roku} śmierć carowej Elżbiety.", "when"),
        ("W {D:1752|1752 roku} ustąpiła Wielka Brytania.", "when"),
        ("{D:1848-01-01|1 stycznia 1848 roku} wykonano w Wilnie wersję dwuaktową.", "when"),
        (
            "Umowę o granicy na Zbruczu podpisał w {D:1921|1921 roku} {P:Jan Nowak} i poseł litewski.",
            "when",
        ),
        (
            "W {D:1938|1938 roku} z pomocą duńskiego fizyka Svena Larsena przekroczyła granicę Niderlandów.",
            "when",
        ),
        (
            "Krakowską uczelnię w {D:1400|1400 roku} otwarto. {P:Jan Długosz} pozostawił najobszerniejszy opis.",
            "who",
        ),
        ("Pod Werkami w {D:1658|1658 roku} {P:Jan Nowak} pobił i pojmał {P:Piotr Kos|Piotra Kosa}.", "when"),
        ("Ślub z Wallis wziął {D:1937-06-03|3 czerwca 1937 roku} w zamku Candé we Francji.", "when"),
    ],
    ids=[
        "two places",
        "an opinion",
        "gave way to what",
        "a version of what",
        "one of two",
        "who crossed a border",
        "a description of what",
        "whom he beat, told after the next verb",
        "who married",
    ],
)
def test_nothing_is_asked_where_something_is_left_unsaid(told: str, rule: str) -> None:
    assert stems(told, rule) == []


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Kanclerz {P:Jan Nowak}, który jeszcze w maju zapowiadał, że Niemcy wystąpią, odwiedził w {D:1878|1878 roku} Wiedeń i Budapeszt.",
            "W którym roku kanclerz Jan Nowak odwiedził Wiedeń i Budapeszt?",
        ),
        (
            "Aby zatrzymać odpływ talentów, dwanaście państw europejskich przyjęło w {D:1953|1953 roku} konwencję genewską.",
            "W którym roku dwanaście państw europejskich przyjęło konwencję genewską?",
        ),
        (
            "W {D:2012|2012 roku} {P:Jan Nowak} ogłosił w Genewie odkrycie cząstki, a dyrektor {P:Piotr Lis} powiedział: „{Q:Piotr Lis|Myślę, że ją mamy, i to na długo}”.",
            "W którym roku Jan Nowak ogłosił w Genewie odkrycie cząstki?",
        ),
        (
            "Odwet nadszedł, a w {D:1804|1804 roku} {P:Jan Nowak} proklamował w Warszawie niepodległość państwa, któremu nadano nazwę Haiti.",
            "W którym roku Jan Nowak proklamował w Warszawie niepodległość państwa, któremu nadano nazwę Haiti?",
        ),
        (
            "Chłopi napadali na dwory, a w {D:1846|1846 roku} {P:Jan Nowak}, późniejszy generał, prowadząc wojsko, zajął Gdów.",
            "W którym roku Jan Nowak zajął Gdów?",
        ),
        (
            "{P:Jan Nowak} wycofał się do Podgórza, wobec czego w {D:1846|1846 roku} w Krakowie powołano Rząd Narodowy.",
            "W którym roku powołano w Krakowie Rząd Narodowy?",
        ),
    ],
    ids=[
        "a promise inside",
        "a purpose first",
        "words after it",
        "which state it was",
        "a contrast",
        "thereupon",
    ],
)
def test_a_main_clause_is_found_among_others(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


def test_a_town_is_a_subject_as_other_things_are() -> None:
    told = "Dzieje Zamościa\n\nW {D:1821|1821 roku} miasto przeszło na własność rządu."
    assert stems(told, "when") == ["Dzieje Zamościa. W którym roku miasto przeszło na własność rządu?"]


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Wielki Kanał Południowy otwarto w {D:1908|1908 roku}.",
            "W którym roku otwarto Wielki Kanał Południowy?",
        ),
        (
            "Polski Sejm uchwalił w {D:1908|1908 roku} ustawę o Kanale Południowym.",
            "W którym roku polski Sejm uchwalił ustawę o Kanale Południowym?",
        ),
        (
            "Czechy czekały, a Polska odmówiła.\nPolski sejm uchwalił w {D:1908|1908 roku} ustawę o Kanale Południowym.",
            "W którym roku polski sejm uchwalił ustawę o Kanale Południowym?",
        ),
    ],
    ids=["an adjective of a name", "an adjective of a land", "an adjective spelt like its land"],
)
def test_only_the_first_word_of_a_name_keeps_its_capital(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


@pytest.mark.parametrize(
    ("before", "stem"),
    [
        (
            "W {D:1919|1919 roku} król powołał Komisję.",
            "Komisja Wodna. W którym roku Komisja przestała działać?",
        ),
        (
            "W {D:1919|1919 roku} król powołał komisję i Komisję Lasów.",
            "Komisja Wodna. W którym roku komisja przestała działać?",
        ),
    ],
    ids=["always with a capital", "with a small letter too"],
)
def test_a_body_keeps_the_capital_that_the_text_writes_it_with(before: str, stem: str) -> None:
    marked = f"Komisja Wodna\n\n{before}\nKomisja przestała działać w {{D:1925|1925 roku}}."
    assert stem in stems(marked, "when")
