# ruff: noqa: E501  (a sentence stays on its line)
"""The order of words in a question: one that a careful teacher would leave as it is."""

from __future__ import annotations

import pytest
from asking import stems
from handmade import annotated

from quizapp.generate.facts.gathered import gather


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Izolację przerwało w {D:1853|1853 roku} przybycie eskadry amerykańskiego komodora Matthew Perry’ego.",
            "W którym roku przybycie eskadry amerykańskiego komodora Matthew Perry’ego przerwało izolację?",
        ),
        (
            "Obradujący wówczas sejm rozbiorowy {D:1773-10-14|14 października 1773 roku} powołał Komisję Edukacji Narodowej.",
            "Którego dnia sejm rozbiorowy powołał Komisję Edukacji Narodowej?",
        ),
        (
            "W {D:1969|1969 roku} gotowość do ustępstw na Litwie wyraził publicznie {P:Jan Nowak}.",
            "W którym roku Jan Nowak wyraził publicznie gotowość do ustępstw na Litwie?",
        ),
        (
            "W {D:1797|1797 roku} {P:Horatio Nelson} został w nieudanym ataku na Teneryfę ciężko ranny.",
            "W którym roku Horatio Nelson został ciężko ranny w nieudanym ataku na Teneryfę?",
        ),
        (
            "Formalnie kult Hildegardy rozciągnął na cały Kościół {P:Benedykt XVI} {D:2012-05-10|10 maja 2012 roku}.",
            "Którego dnia Benedykt XVI formalnie rozciągnął kult Hildegardy na cały Kościół?",
        ),
        (
            "W {D:1922|1922 roku} zgodził się opłacić jeszcze jedną wyprawę do Egiptu {P:Jan Nowak}.",
            "W którym roku Jan Nowak zgodził się opłacić jeszcze jedną wyprawę do Egiptu?",
        ),
        (
            "Pod Gdowem oddział powstańczy pokonały {D:1846|w 1846 roku} siły austriackie {P:Ludwig Benedek|Ludwiga Benedeka}.",
            "W którym roku siły austriackie Ludwiga Benedeka pokonały pod Gdowem oddział powstańczy?",
        ),
        (
            "W {D:1606|1606 roku}, na zjeździe pod Sandomierzem, zawiązano rokosz przeciw Wazom.",
            "W którym roku zawiązano rokosz przeciw Wazom na zjeździe pod Sandomierzem?",
        ),
        (
            "{D:1990-06-21|21 czerwca 1990 roku} Bundestag oraz Izba Ludowa przyjęły jednobrzmiące rezolucje o granicy nad Odrą.",
            "Którego dnia Bundestag oraz Izba Ludowa przyjęły jednobrzmiące rezolucje o granicy nad Odrą?",
        ),
        (
            "Do Krakowa wkroczyły w {D:1831|1831 roku} na pewien czas wojska rosyjskie.",
            "W którym roku wojska rosyjskie wkroczyły do Krakowa na pewien czas?",
        ),
        (
            "Propozycję zawarcia układu o nieagresji rząd radziecki przedstawił Polsce w {D:1926|1926 roku}.",
            "W którym roku rząd radziecki przedstawił Polsce propozycję zawarcia układu o nieagresji?",
        ),
        (
            "W {D:1872|1872 roku} uruchomiono pierwszą linię kolejową między Tokio a Jokohamą.",
            "W którym roku uruchomiono pierwszą linię kolejową między Tokio a Jokohamą?",
        ),
        (
            "W {D:1834|1834 roku} {P:Jan Nowak|Jana Nowaka} aresztowano za drukowanie zakazanych książek.",
            "W którym roku aresztowano Jana Nowaka za drukowanie zakazanych książek?",
        ),
        (
            "W {D:1934|1934 roku} rząd Turcji zdecydował o zamianie meczetu w Stambule w muzeum, które otwarto {D:1935-02-01|1 lutego 1935 roku}.",
            "W którym roku rząd Turcji zdecydował o zamianie meczetu w Stambule w muzeum?",
        ),
        (
            "Rzeczywiście w {D:1934|1934 roku} wojska japońskie zajęły Mandżurię.",
            "W którym roku wojska japońskie zajęły Mandżurię?",
        ),
        (
            "W {D:1895|1895 roku} {P:Jan Nowak}, ciężko chory, spisał w Krakowie „Testament”.",
            "W którym roku Jan Nowak spisał w Krakowie „Testament”?",
        ),
        (
            "W {D:1606|1606 roku} zbudowano w Gdyni w dwa lata trzy okręty wojenne.",
            "W którym roku zbudowano trzy okręty wojenne w Gdyni w dwa lata?",
        ),
        (
            "W {D:1834|1834 roku} {P:Jan Nowak} zabił wraz z bratem prawnika {P:Adam Lis|Adama Lisa}.",
            "W którym roku Jan Nowak wraz z bratem zabił prawnika Adama Lisa?",
        ),
        (
            "W {D:1920|1920 roku} pod naciskiem Ligi Narodów zawarto w Suwałkach umowę o linii demarkacyjnej.",
            "W którym roku pod naciskiem Ligi Narodów zawarto w Suwałkach umowę o linii demarkacyjnej?",
        ),
        (
            "{D:1970-12-12|12 grudnia 1970 r.} radio i telewizja poinformowały Polaków o podwyżce cen żywności.",
            "Którego dnia radio i telewizja poinformowały Polaków o podwyżce cen żywności?",
        ),
        (
            "Do bitwy doszło {D:1444-11-10|10 listopada 1444 roku} pod Warną.",
            "Którego dnia doszło do bitwy pod Warną?",
        ),
        (
            "Po tygodniu walk ulicznych, w {D:1857|1857 roku}, Brytyjczycy odzyskali Delhi.",
            "W którym roku Brytyjczycy odzyskali Delhi?",
        ),
        (
            "Dwa lata później, po miesiącu narad, {P:Jan Nowak} wydał w {D:1520|1520 roku} w Krakowie „Księgę praw”.",
            "W którym roku Jan Nowak wydał w Krakowie „Księgę praw”?",
        ),
        (
            "Dwa lata później, w {D:1520|1520 roku}, {P:Jan Nowak} wydał w Krakowie „Księgę praw”.",
            "W którym roku Jan Nowak wydał w Krakowie „Księgę praw”?",
        ),
        (
            "{P:Jan Nowak} urodził się tu {D:1885-10-23|23 października 1885 r.} jako ósme dziecko stolarza.",
            "W którym roku urodził się Jan Nowak?",
        ),
        (
            "W {D:1865|1865 roku} w Appomattox {P:Robert Lee} złożył broń.",
            "W którym roku Robert Lee złożył broń w Appomattox?",
        ),
        (
            "Wieczorem {D:1765-11-19|19 listopada 1765 roku} w warszawskiej Operalni Saskiej zespół aktorów królewskich zagrał „Natrętów” {P:Józef Bielawski|Józefa Bielawskiego}.",
            "Którego dnia zespół aktorów królewskich zagrał w warszawskiej Operalni Saskiej „Natrętów” Józefa Bielawskiego?",
        ),
        (
            "W {D:1630|1630 roku} na Pomorzu wylądował {P:Gustaw II Adolf}.",
            "W którym roku Gustaw II Adolf wylądował na Pomorzu?",
        ),
        (
            "Przeciw rozbiórce Wawelu wystąpił w {D:1803|1803 roku} na łamach gazety {P:Max von Schenkendorf}.",
            "W którym roku Max von Schenkendorf wystąpił na łamach gazety przeciw rozbiórce Wawelu?",
        ),
        (
            "Układ o przyjaźni podpisali w Londynie {D:1939-08-25|25 sierpnia 1939 roku} {P:Jan Nowak} i {P:Piotr Lis}.",
            "Którego dnia Jan Nowak i Piotr Lis podpisali w Londynie układ o przyjaźni?",
        ),
        (
            "Traktat o granicy podpisali {D:1992-02-07|7 lutego 1992 roku} ministrowie spraw zagranicznych i finansów dwunastu państw.",
            "Którego dnia ministrowie spraw zagranicznych i finansów dwunastu państw podpisali traktat o granicy?",
        ),
        (
            "Największą klęskę ponieśli Rzymianie w {D:1216|1216 roku} pod Kannami.",
            "W którym roku Rzymianie ponieśli pod Kannami największą klęskę?",
        ),
        (
            "Układ między carem a Portą podpisano w {D:1700|1700 roku} w Stambule.",
            "W którym roku podpisano w Stambule układ między carem a Portą?",
        ),
        (
            "W {D:1938|1938 roku} {P:Konrad Henlein} ogłosił w Karlowych Warach program autonomii.",
            "W którym roku Konrad Henlein ogłosił w Karlowych Warach program autonomii?",
        ),
        (
            "{D:2006|W 2006 roku} {P:Jan Nowak} odznaczył pośmiertnie pułkownika Brązowym Lwem.",
            "W którym roku Jan Nowak pośmiertnie odznaczył pułkownika Brązowym Lwem?",
        ),
        (
            "Druga konferencja w Évian otwarta została w {D:1962|1962 roku}.",
            "W którym roku została otwarta druga konferencja w Évian?",
        ),
        (
            "Na odsiecz poselstwom wyruszył w {D:1900|1900 roku} z Tiencinu {P:Edward Seymour} z tysiącami marynarzy.",
            "W którym roku Edward Seymour wyruszył z Tiencinu na odsiecz poselstwom z tysiącami marynarzy?",
        ),
        (
            "Anglicy utracili Calais dopiero w {D:1558|1558 roku}.",
            "W którym roku Anglicy utracili Calais?",
        ),
        (
            "Koncesję na stałe nadawanie otrzymała w {D:1925|1925 roku} spółka Polskie Radio.",
            "W którym roku spółka Polskie Radio otrzymała koncesję na stałe nadawanie?",
        ),
        (
            "Do porozumienia z Brytyjczykami doszła w {D:1713|1713 roku} Hiszpania.",
            "W którym roku Hiszpania doszła do porozumienia z Brytyjczykami?",
        ),
        (
            "{D:1986-04-27|27 kwietnia 1986 roku} na polecenie komisji rządowej wywieziono z Prypeci tysiące mieszkańców Ukrainy.",
            "Którego dnia na polecenie komisji rządowej wywieziono z Prypeci tysiące mieszkańców Ukrainy?",
        ),
        (
            "Do opracowania nowych podręczników powołano w {D:1775|1775 roku} Towarzystwo do Ksiąg Elementarnych.",
            "W którym roku do opracowania nowych podręczników powołano Towarzystwo do Ksiąg Elementarnych?",
        ),
        (
            "W {D:1683|1683 roku}, po początkowym niepowodzeniu, pobito Turków pod Parkanami.",
            "W którym roku po początkowym niepowodzeniu pobito Turków pod Parkanami?",
        ),
        (
            "Przywileje polityczne zniósł w {D:1629|1629 roku} pokój w Żurawnie, narzucony przez Turków.",
            "W którym roku pokój w Żurawnie zniósł przywileje polityczne?",
        ),
        (
            "Prawa miejskie Łódź otrzymała {D:1423-07-29|29 lipca 1423 roku}.",
            "Którego dnia Łódź otrzymała prawa miejskie?",
        ),
        (
            "Wieść obiegła kraj po przyjeździe {P:Jan Nowak|Jana Nowaka}, który w drodze do Warszawy zatrzymał się w Kaliszu {D:1918-12-26|26 grudnia 1918 roku}.",
            "Którego dnia Jan Nowak zatrzymał się w Kaliszu w drodze do Warszawy?",
        ),
        (
            "Wyłom uczynili w {D:1877|1877 roku} Francuz {P:Louis Petit} i Niemka {P:Anna Lang}, ale udało im się uzyskać zaledwie mgiełkę.",
            "W którym roku Francuz Louis Petit i Niemka Anna Lang uczynili wyłom?",
        ),
        (
            "{D:1526-08-29|29 sierpnia 1526 r.} armia polska została pod Gdowem rozbita przez sułtana {P:Sulejman Wspaniały|Sulejmana Wspaniałego}.",
            "Którego dnia armia polska została rozbita pod Gdowem przez sułtana Sulejmana Wspaniałego?",
        ),
        (
            "Wieczorem {D:1918-11-07|7 listopada 1918 roku} pod Toruniem przekroczyły granicę pruską pociągi z amunicją.",
            "Którego dnia pociągi z amunicją przekroczyły pod Toruniem granicę pruską?",
        ),
    ],
    ids=[
        "whole phrase",
        "no participle left",
        "how it was done",
        "what one became",
        "adverb first",
        "one more",
        "place, object, subject",
        "set off",
        "two that act",
        "adjective with its noun",
        "object, thing, verb",
        "the first of its kind",
        "things of a kind",
        "no other date",
        "no particle",
        "no state of health",
        "a number with its things",
        "with whom",
        "under whose pressure and where",
        "two things that act",
        "a battle by its place",
        "after how long",
        "how much later, after how long",
        "how much later",
        "nothing of a birth but whose",
        "where after a bare object",
        "where before a longer object",
        "one who acts last, after a place",
        "one who acts last, against something",
        "several persons who act last",
        "things of two kinds",
        "object, thing, place",
        "where a treaty was signed",
        "a town of two words",
        "how before the verb",
        "the auxiliary last",
        "one who acts in the middle",
        "a people first",
        "a company with its name",
        "who came to terms",
        "by whose order",
        "for what",
        "after a failure",
        "a treaty with its place",
        "object, town, verb",
        "where before on what way",
        "of what land those were who did it",
        "a participle far from its auxiliary",
        "a thing with something, last",
    ],
)
def test_the_words_of_a_clause_stand_in_good_order(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W Paryżu {P:Adam Nowak} wydał w {D:1832|1832 roku} „Księgi narodu”.",
            "Kto wydał w Paryżu w 1832 roku „Księgi narodu”?",
        ),
        (
            "{D:1865-04-09|9 kwietnia 1865 roku} w Appomattox Court House {P:Robert Lee} złożył broń.",
            "Kto 9 kwietnia 1865 roku złożył broń w Appomattox Court House?",
        ),
        (
            "W Breslau, dzisiejszym Wrocławiu, generał {P:Jan Nowak} założył {D:1813|w 1813 roku} Szkołę Rycerską.",
            "Kto założył w Breslau, dzisiejszym Wrocławiu, w 1813 roku Szkołę Rycerską?",
        ),
        (
            "Tron przypadł wnukowi {P:Jan Nowak|Janowi Nowakowi}, który pod wrażeniem tureckiej klęski pod Chocimiem związał się z Moskwą.",
            "Kto pod wrażeniem tureckiej klęski pod Chocimiem związał się z Moskwą?",
        ),
        (
            "Na zjeździe w Radomiu w marcu {D:1505|1505 roku} kanclerz {P:Jan Nowak} doprowadził do uchwalenia konstytucji o prawach posłów.",
            "Kto na zjeździe w Radomiu w marcu 1505 roku doprowadził do uchwalenia konstytucji o prawach posłów?",
        ),
    ],
)
def test_whoever_did_it_is_asked_for_before_where_it_was(told: str, stem: str) -> None:
    assert stems(told, "who") == [stem]


def test_a_passive_stays_whole() -> None:
    life = "{P:Jan Nowak} (ur. {D:1802-07-31|31 lipca 1802 r.}) był polskim inżynierem.\n"
    told = (
        "Za udział w tajnym stowarzyszeniu został w {D:1823|1823 roku} aresztowany i osadzony w klasztorze."
    )
    assert stems(life + told, "when") == [
        "W którym roku Jan Nowak został aresztowany za udział w tajnym stowarzyszeniu i osadzony w klasztorze?"
    ]


def test_what_somebody_began_to_do_stays_whole() -> None:
    life = "{P:Jan Nowak} (ur. {D:1802-07-31|31 lipca 1802 r.}) był polskim inżynierem.\n"
    told = "Linię kolejową zaczął budować w {D:1824|1824 roku}."
    assert "W którym roku Jan Nowak zaczął budować linię kolejową?" in stems(life + told, "when")


@pytest.mark.parametrize(
    "told",
    [
        "W {D:1834|1834 roku} wspólnie z oddziałami szwedzkimi rozbił Duńczyków pod Rybnem.",
        "W {D:1834|1834 roku} rozbił wspólnie z oddziałami szwedzkimi Duńczyków pod Rybnem.",
        "W {D:1834|1834 roku} razem z oddziałami szwedzkimi rozbił Duńczyków pod Rybnem.",
    ],
)
def test_with_whom_somebody_did_it_is_not_torn_apart(told: str) -> None:
    life = "{P:Jan Nowak} (ur. {D:1802-07-31|31 lipca 1802 r.}) był polskim inżynierem.\n"
    (asked,) = [stem for stem in stems(life + told, "when") if "rozbił" in stem]
    assert " z oddziałami szwedzkimi rozbił Duńczyków pod Rybnem?" in asked
    assert "wspólnie z" in asked or "razem z" in asked


def test_a_participle_with_what_explains_it_is_left_out_whole() -> None:
    life = "{P:Jan Nowak} (ur. {D:1802-07-31|31 lipca 1802 r.}) był polskim inżynierem.\n"
    told = "Ożeniony z {P:Anna Kos|Anną Kos}, córką {P:Piotr Kos|Piotra Kosa}, odbył w {D:1833|1833 roku} pielgrzymkę do Rzymu."
    assert "W którym roku Jan Nowak odbył pielgrzymkę do Rzymu?" in stems(life + told, "when")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            "Do potyczki doszło {D:1629|w 1629 roku} u przylądka Rozewie.",
            "Doszło do potyczki u przylądka Rozewie",
        ),
    ],
    ids=["what came to pass"],
)
def test_an_event_is_told_in_good_order(told: str, sentence: str) -> None:
    assert [event.told for event in gather(annotated(told)).events] == [sentence]
