"""Who speaks where the text does not say it beside the words: cases of our own."""

from __future__ import annotations

import pytest

from quizapp.text.annotate import annotate

# a text | what its last quotation is, and whose words
LAST = """
Eudokimes, grecki matematyk i fizyk, urodził się w Koryncie. Rozwiązanie znalazł uczony w kąpieli i wybiegł na ulicę, wołając: „Mam wreszcie odpowiedź!”. | speech Eudokimes
Jan Borzym (1801–1880) – malarz. W Paryżu bywał u mistrzów. „Nie maluję dla pieniędzy” – mawiał artysta. | speech Jan Borzym
Jan Borzym (1801–1880) – malarz. W Paryżu poznał artystę malarza Adama Wilka. „Nie maluję dla pieniędzy” – mawiał artysta. | speech -
Jan Borzym (1801–1880) – malarz. Żołnierz zastał artystę przy pracy. „Nie niszcz moich płócien!” – zawołał starzec. | speech Jan Borzym
Jan Borzym (1801–1880) – malarz. Do artysty przyszedł Adam Wilk. „Nie niszcz moich płócien!” – zawołał starzec. | speech -
Na placu zebrały się tysiące ludzi. „Razem nas wielu, nie ustąpimy!” – skandował tłum. 25 listopada przemówił do niego premier Jan Wilk. | speech -
Legenda każe Eumolpidesowi przebiec z pola bitwy do miasta i zawołać przed śmiercią: „Radujcie się, obywatele!”. | speech Eumolpides
Adam Wilk tłumaczył potem na łamach „Czasu”, że dla mocarstw „Europa bez wojny jest lepsza niż wojna bez Europy”. | speech Adam Wilk
Mostem dowodził Adam Wilk. Kwadrans po pierwszej kula strzaskała admirałowi nogę. Umierał trzy godziny. Usłyszawszy od kapitana Jana Kosa o zwycięstwie, wyszeptał: „Spełniłem swój obowiązek”. | speech -
Jan Kos leżał ranny. Usłyszawszy od kapitana Adama Wilka o zwycięstwie, wyszeptał: „Spełniłem swój obowiązek”. | speech Jan Kos
Oddział prowadził Adam Zaleski. Gdy łupy dostał nie on, tylko Jan Wilk, rozgoryczony Zaleski miał powiedzieć: „Jam nie z tych, co się godzą”. | speech Adam Zaleski
Adam Zaleski opowiada, że stary Jan Wilk miesiącami nie strzygł włosów i uderzał głową o drzwi, wołając: „Oddaj mi moje wojsko!”. | speech Jan Wilk
Adam Zaleski opowiada, że stary Jan Wilk uderzał głową o drzwi, wołając: „Oddaj mi moje wojsko!”. | speech Jan Wilk
Adam Zaleski opowiada, że stary dowódca nie strzygł włosów i uderzał głową o drzwi, wołając: „Oddaj mi moje wojsko!”. | speech -
Rano wrócił Jan Wilk, który nie strzygł włosów i bił głową o drzwi, wołając: „Oddaj mi moje wojsko!”. | speech Jan Wilk
Biskup ukoronował Jana Kosa. Na pieczęci umieszczono słowa: „Sam Bóg zwrócił Polakom dawne znaki”. | phrase -
Nad bramą widniał napis: „Kto tu wchodzi, niech zostawi nadzieję”. | phrase -
Jan Borzym (1801–1880) – malarz. Umarł we śnie. Adam Wilk przekazał, że w chorobie żartował: „Zdaje się, że staję się bogiem”. | speech Jan Borzym
Jan Borzym (1801–1880) – malarz. „Kto służy, orze morze” – napisał w listopadzie do generała Juana José Floresa. | speech Jan Borzym
Jan Borzym (1801–1880) – malarz. Na jego nagrobku Adam Wilk polecił wyryć słowa: „Malarz, który nigdy nie kłamał”. | speech -
Rządził minister Adam Lis. Jan Kos zanotował później, że minister powitał go słowami: „Przynosi mi pan zapewne wyrok śmierci?”. | speech Adam Lis
Na pomniku wyryto słowa Jana Kosa: „Kto walczy, ten już zwyciężył”. | speech Jan Kos
Trybunem był Adam Lis. Jan Kos przytacza jego słowa: „Zwierzęta mają swoje jamy, a my nie mamy nic prócz powietrza”. | speech -
"""  # noqa: E501
CASES = [[cell.strip() for cell in line.split("|")] for line in LAST.splitlines() if line.strip()]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_are_given_to_who_surely_speaks_them(text, expected):
    annotations = annotate(text)
    said = annotations.quotations[-1]
    speaker = annotations.person(said.speaker).name if said.speaker else "-"
    assert f"{said.kind} {speaker}" == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Jan Borzym", "Jan Borzym"),
        ("Jan Borzym – malarz codzienności", "Jan Borzym"),
        ("BORZYM Jan, 5 VIII 1804 – 7 III 1884", "Jan Borzym"),
        ("BORZYM Jan z Zaleska, 1804–1884", "Jan Borzym"),
        ("Bitwa na polach Jana Borzyma", "-"),
    ],
)
def test_a_life_goes_back_to_who_heads_it_after_a_subject_that_nobody_knows(heading, expected):
    told = "Krytyk nie szczędził w Paryżu słów. W 1847 roku napisał: „Nie maluję dla pieniędzy”."
    annotations = annotate(f"{heading}\n\nSzkołę założono w 1840 roku.\n\n{told}")
    (said,) = [one for one in annotations.quotations if one.kind == "speech"]
    assert (annotations.person(said.speaker).name if said.speaker else "-") == expected
