"""The talk at one screen: the sheet, the options, the choice, and a plan that stands in both faces."""

from __future__ import annotations

import re
from datetime import date

import pytest

from opstap.inwoner.models import Inwoner
from opstap.kern.keten import verify
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod, Gesprek, Keuze, Plan, Stap
from opstap.keuzehulp.vullen import fill_aanbod
from tests.reis import once, plain, signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db(transaction=True)
WOORDEN = "Ik werkte 11 jaar in een magazijn. Ik wil rustig aan."
KEUZE = {
    "keuze": "stapsgewijs", "wie": "samen", "reden": "Dan kan ik rustig opbouwen.",
    "doel": "Over een half jaar werk ik 12 uur.", "eerste_stap": "Kennismaken bij de bakkerij", "stap_wie": "Karim",
    "stap_op": "25-9-2026", "evaluatie_op": "18-12-2026", "ernaast": ["inkomenscheck"],
    "kijk_consulent": "Ik denk dat dit goed past.",
}  # fmt: skip


def home(cast: Cast) -> str:
    return f"/werkplek/gesprek/{cast.karim.pk}/"


def filled(cast: Cast, **more: object) -> str:
    said = {
        "eigen_woorden": WOORDEN, "doel": "eerst rust en overzicht", "belangrijk": ["rustig opbouwen"],
        "energie": "4-12", "weegt": ["rustig opbouwen"],
    }  # fmt: skip
    answer = signed_in(cast.farida).post(home(cast), once(**(said | more)))
    assert answer.status_code == 302, plain(answer.content)
    return str(answer["Location"])


def test_from_the_sheet_to_a_plan_in_both_faces(cast: Cast) -> None:
    fill_aanbod(cast.gemeente)
    him, farida = signed_in(cast.karim.account), signed_in(cast.farida)
    assert him.post("/gesprek/", once(eigen_woorden=WOORDEN, energie="4-12")).status_code == 302
    assert "Karim Bouali" in plain(farida.get("/werkplek/gesprekken/").content)
    assert WOORDEN in plain(farida.get(home(cast)).content)
    options = filled(cast)
    page = farida.get(options)
    assert [column.sleutel for column in page.context["kolommen"]][-1] == "nog-niets"
    assert 4 <= len(page.context["kolommen"]) <= 5
    assert b"checked" not in page.content
    assert "/werkplek/onderzoek/" in page.content.decode()
    assert farida.post(options, once(**KEUZE))["Location"] == f"{home(cast)}plan/"
    for client, address in ((farida, f"{home(cast)}plan/"), (him, "/plan/")):
        words = plain(client.get(address).content)
        typed = [str(KEUZE[name]) for name in ("reden", "doel", "eerste_stap", "kijk_consulent")]
        typed += [WOORDEN, "Stap voor stap meer uren", "vrijdag 18 december", "Rekenhulp", "25 september 2026"]
        for said in typed:
            assert said in words, (address, said)
    assert verify(cast.gemeente).fouten == []


def test_what_was_typed_stays_when_something_is_missing(cast: Cast) -> None:
    options = filled(cast)
    said = KEUZE | {"reden": "", "evaluatie_op": "", "keuze": "nog-niets", "niet_gekozen": "Een groep, dat is te druk."}
    page = signed_in(cast.farida).post(options, once(**said))
    assert page.status_code == 200
    words, markup = plain(page.content), page.content.decode()
    assert KEUZE["doel"] in words
    assert KEUZE["eerste_stap"] in markup
    assert "Een groep, dat is te druk." in words
    assert 'value="nog-niets" checked' in markup
    assert "Schrijf waarom deze stap past" in words
    assert not Keuze.objects.exists()


def test_without_a_choice_the_page_says_how_to_go_on(cast: Cast) -> None:
    options = filled(cast)
    page = signed_in(cast.farida).post(options, once(**{**KEUZE, "keuze": ""}))
    assert "Kies een stap. Nog niets extra mag ook." in plain(page.content)


def test_not_yet_needs_only_a_day_to_talk_again(cast: Cast) -> None:
    options = filled(cast)
    answer = signed_in(cast.farida).post(options, once(wie="nog_niet", evaluatie_op="18-12-2026"))
    assert answer.status_code == 302
    assert (Keuze.objects.get().optie, Stap.objects.count()) == ("", 0)
    assert "U koos nog niets" in plain(signed_in(cast.karim.account).get("/plan/").content)


def test_an_own_idea_is_a_choice_like_any_other(cast: Cast) -> None:
    options = filled(cast)
    farida = signed_in(cast.farida)
    assert "Schrijf het eigen idee op" in plain(farida.post(options, once(**{**KEUZE, "keuze": "eigen"})).content)
    idea = {"keuze": "eigen", "eigen_idee": "Fietsen maken met mijn neef", "eigen_voor": "Ik kan dat"}
    farida.post(options, once(**(KEUZE | idea)))
    chosen = Keuze.objects.get()
    assert (chosen.optie, chosen.eigen_redenen) == ("eigen-idee", {"voor": "Ik kan dat"})
    assert "Fietsen maken met mijn neef" in plain(signed_in(cast.karim.account).get("/plan/").content)


def test_a_kind_of_help_outside_the_first_can_be_chosen_in_the_same_step(cast: Cast) -> None:
    options = filled(cast)
    page = signed_in(cast.farida).get(options)
    other = page.context["meer"][0]["sleutel"]
    assert signed_in(cast.farida).post(options, once(**{**KEUZE, "keuze": other})).status_code == 302
    assert Keuze.objects.get().optie == other


def test_a_choice_sent_twice_makes_one_plan(cast: Cast) -> None:
    options = filled(cast)
    said = once(**KEUZE)
    for _ in range(2):
        assert signed_in(cast.farida).post(options, said).status_code == 302
    assert (Keuze.objects.count(), Plan.objects.count(), Stap.objects.count()) == (1, 1, 1)


def test_a_difference_stands_as_a_difference_and_changes_no_option(cast: Cast) -> None:
    options = filled(cast)
    farida = signed_in(cast.farida)
    before = [column.sleutel for column in farida.get(options).context["kolommen"]]
    filled(cast, kijk_energie="12-24")
    page = farida.get(options)
    assert [(row.inwoner, row.consulent) for row in page.context["verschillen"]] == [("4-12", "12-24")]
    assert [column.sleutel for column in page.context["kolommen"]] == before
    words = plain(page.content)
    assert "Karim zegt: 4-12" in words
    assert "Farida Benali zegt: 12-24" in words


def test_who_chooses_otherwise_later_keeps_the_earlier_plan(cast: Cast) -> None:
    options = filled(cast)
    farida = signed_in(cast.farida)
    farida.post(options, once(**KEUZE))
    filled(cast, eigen_woorden="Het liep anders.")
    assert Gesprek.objects.count() == 2
    farida.post(options, once(**{**KEUZE, "keuze": "nog-niets", "reden": "Eerst rust."}))
    assert "Eerst rust." in plain(signed_in(cast.karim.account).get("/plan/").content)
    assert [plan.keuze.optie for plan in Plan.objects.order_by("gemaakt_op", "pk")] == ["stapsgewijs", "nog-niets"]
    assert Gesprek.objects.order_by("begonnen_op", "pk").first().eigen_woorden == WOORDEN  # type: ignore[union-attr]


@pytest.mark.parametrize("who", ["koen", "omar", "tessa", "bea", "buurconsulent", "helper"])
def test_nobody_else_sits_at_the_table(cast: Cast, who: str) -> None:
    options = filled(cast)
    signed_in(cast.farida).post(options, once(**KEUZE))
    client = signed_in(getattr(cast, who))
    for address in (home(cast), options, f"{home(cast)}plan/", "/gesprek/", "/plan/"):
        assert client.get(address).status_code == 404, (who, address)
    listed = client.get("/werkplek/gesprekken/")
    assert listed.status_code == (200 if who == "buurconsulent" else 404)
    assert b"Karim" not in listed.content


def test_a_person_is_found_by_name_in_her_own_municipality_only(cast: Cast) -> None:
    found = plain(signed_in(cast.farida).get("/werkplek/gesprekken/?wie=kar bou").content)
    assert "Karim Bouali" in found
    assert "Wij vonden niemand" in plain(signed_in(cast.buurconsulent).get("/werkplek/gesprekken/?wie=karim").content)


def test_every_study_has_its_page_in_plain_words(cast: Cast) -> None:
    client = signed_in(cast.farida)
    assert "61 van de 100" in plain(client.get("/werkplek/onderzoek/Smedslund2006/").content)
    assert client.get("/werkplek/onderzoek/bestaat-niet/").status_code == 404


def test_two_people_at_one_screen_read_the_options_in_english(cast: Cast) -> None:
    fill_aanbod(cast.gemeente)
    options = filled(cast, doel="een eigen bedrijf")
    farida = signed_in(cast.farida)
    dutch = farida.get(options).context["kolommen"]
    farida.post("/taal/", {"taal": "en"})
    page = farida.get(options)
    assert [one.sleutel for one in page.context["kolommen"]] == [one.sleutel for one in dutch]
    words = plain(page.content)
    for said in (
        "Nothing extra yet", "Starting your own business", "“a business of my own”", "The municipality first judges",
        "To check first", "The order does not say what is best", "26 November 2026",
    ):  # fmt: skip
        assert said in words, said
    for left in ("Eerst nagaan", "U zei", "Waarom staat", "Van de 100", "Dit onderzoek", "Over ongeveer", "Begint op"):
        assert left not in words, left


def test_all_help_is_there_also_what_is_full_stopped_or_out_of_date(cast: Cast) -> None:
    fill_aanbod(cast.gemeente)
    Aanbod.objects.filter(instrument="schuldhulp").update(gestopt=True)
    Aanbod.objects.filter(instrument="cv-hulp").update(geldig_tot=date(2026, 9, 1))
    filled(cast)
    page = signed_in(cast.farida).get(f"{home(cast)}alles/")
    words = plain(page.content)
    assert "40 van 40 soorten hulp" in words
    for said in ("Geldpunt bij Geldpunt Voorbeeld: gestopt", "Stichting Meedoen Voorbeeld: nu vol",
                 "niet zeker of dit nog klopt", "Geen plek die wij kennen"):  # fmt: skip
        assert said in words
    assert all(one.naam in words for one in catalogus().instrumenten.values())


def test_a_search_works_by_its_address_and_a_strange_one_leaves_everything(cast: Cast) -> None:
    filled(cast)
    farida = signed_in(cast.farida)
    page = farida.get(f"{home(cast)}alles/?categorie=sollicitatie&wie=samen&dagen=vast&thuis=nee")
    found = [row["sleutel"] for _, rows in page.context["groepen"] for row in rows]
    assert set(found) == {"sollicitatie-groep", "netwerk-50"}
    assert page.content.decode().count(" selected") == 4
    assert "40 van 40" in plain(farida.get(f"{home(cast)}alles/?wie=<b>&dagen[]=1&geslacht=v").content)
    none = farida.get(f"{home(cast)}alles/?categorie=schulden&wie=samen")
    assert "Geen hulp past bij deze keuzes" in plain(none.content)


def test_what_is_found_can_stand_beside_the_others_with_the_same_rows_and_nothing_ticked(cast: Cast) -> None:
    options = filled(cast)
    farida = signed_in(cast.farida)
    before = [column.sleutel for column in farida.get(options).context["kolommen"]]
    page = farida.get(f"{options}?naast=beroepsscholing&naast=bestaat-niet")
    columns = {column.sleutel: column for column in page.context["kolommen"]}
    assert list(columns) == [*before[:-1], "beroepsscholing", "nog-niets"]
    assert set(columns["beroepsscholing"].cellen) == set(columns["nog-niets"].cellen)
    assert columns["beroepsscholing"].voor
    assert columns["beroepsscholing"].tegen
    assert b"checked" not in page.content
    farida.post(f"{options}?naast=beroepsscholing", once(**{**KEUZE, "keuze": "beroepsscholing"}))
    assert "beroepsscholing" in Keuze.objects.get().getoond


def test_choosing_otherwise_takes_the_same_form_the_same_fields_and_one_click(cast: Cast) -> None:
    """An option, nothing extra, an own idea, or help outside the first: one radio button each, in one form."""
    options = filled(cast)
    page = signed_in(cast.farida).get(options)
    markup = page.content.decode()
    form = markup[markup.index('<form class="stack stack-l"') :]
    form = form[: form.index("</form>")]
    values = re.findall(r'type="radio" name="keuze" value="([\w-]+)"', form)
    known = {key for key, one in catalogus().instrumenten.items()}
    beside = {row["sleutel"] for row in page.context["ernaast"]}
    assert set(values) == known - beside | {"eigen"}
    assert len(values) == len(set(values))
    assert form.count("button-primary") == 1


def test_both_look_back_and_read_it_in_the_plan(cast: Cast) -> None:
    options = filled(cast)
    him, farida = signed_in(cast.karim.account), signed_in(cast.farida)
    farida.post(options, once(**KEUZE))
    said = {"hielp": "Dat Farida meeging.", "hielp_niet": "De bus rijdt te laat.", "koers": "bijstellen",
            "afspraak": "Later beginnen.", "weer_op": "18-3-2027"}  # fmt: skip
    assert farida.post(f"{home(cast)}plan/terugkijken/", once(**said))["Location"] == f"{home(cast)}plan/"
    assert him.post("/plan/terugkijken/", once(hielp="Rust.", koers="door", weer_op="20-3-2027")).status_code == 302
    for client, address in ((farida, f"{home(cast)}plan/"), (him, "/plan/")):
        words = plain(client.get(address).content)
        for line in (said["hielp"], said["hielp_niet"], said["afspraak"], "Rust.", "zaterdag 20 maart 2027"):
            assert line in words, (address, line)
    other = farida.post(f"{home(cast)}plan/terugkijken/", once(koers="anders", weer_op="1-4-2027"))
    assert other["Location"] == home(cast)


def test_a_look_back_with_a_wrong_day_keeps_what_was_typed(cast: Cast) -> None:
    options = filled(cast)
    farida = signed_in(cast.farida)
    farida.post(options, once(**KEUZE))
    page = farida.post(f"{home(cast)}plan/terugkijken/", once(hielp="De rust.", weer_op="1-1-2020"))
    assert page.status_code == 200
    assert "De rust." in plain(page.content)
    assert "Kies hoe het verdergaat." in plain(page.content)


def test_the_plan_of_the_law_has_what_article_44a_names_in_calm_words(cast: Cast) -> None:
    options = filled(cast)
    him, farida = signed_in(cast.karim.account), signed_in(cast.farida)
    farida.post(options, once(**KEUZE))
    address = f"{home(cast)}plan/jongerenplan/"
    said = {"school": "Mbo, avond", "hulp": "Een vaste coach.", "terugkijken": "Elke zes weken",
            "afspraken": "Elke week naar de leerplek."}  # fmt: skip
    assert "jonger is dan 27" not in plain(farida.get(f"{home(cast)}plan/").content)
    assert farida.post(address, once(**said)).status_code == 409
    Inwoner.objects.filter(pk=cast.karim.pk).update(geboortedatum=date(2003, 5, 1))
    assert "Dan maken wij samen ook het plan" in plain(him.get("/plan/").content)
    page = farida.post(address, once(**(said | {"hulp": ""})))
    assert "Schrijf op welke hulp er komt" in plain(page.content)
    assert "Elke zes weken" in page.content.decode()
    assert farida.post(address, once(**said)).status_code == 302
    words = plain(him.get("/plan/").content)
    for line in (*said.values(), "artikel 44a van de Participatiewet", "Als een afspraak niet lukt",
                 "Wij praten er eerst samen over", "dan passen wij het plan aan", "kunt u bezwaar maken"):  # fmt: skip
        assert line in words
    assert not re.search(r"verplicht|moet u|u moet|sanctie|maatregel|straf|boete|verlag", words, re.I)


def test_strengths_stand_beside_each_other_as_both_see_them(cast: Cast) -> None:
    him = signed_in(cast.karim.account)
    him.post("/gesprek/", once(sterk="Ik ben altijd op tijd."))
    options = filled(cast, sterk="Ik ben altijd op tijd.", sterk_consulent="Karim legt goed uit.")
    words = plain(signed_in(cast.farida).get(options).content)
    assert "Hier bent u goed in “Ik ben altijd op tijd.”" in words
    assert "Farida Benali ziet dat goed gaan “Karim legt goed uit.”" in words
    him.post("/gesprek/", once(sterk="Ik kan plannen.", sterk_consulent="Nee hoor"))
    sheet = Gesprek.objects.get()
    assert (sheet.sterk, sheet.sterk_consulent) == ("Ik kan plannen.", "Karim legt goed uit.")


@pytest.mark.parametrize("who", ["koen", "omar", "tessa", "bea", "buurconsulent", "helper"])
def test_nobody_else_sees_what_comes_after(cast: Cast, who: str) -> None:
    signed_in(cast.farida).post(filled(cast), once(**KEUZE))
    client = signed_in(getattr(cast, who))
    for address in ("alles/", "plan/terugkijken/", "opties/?naast=beschut"):
        assert client.get(home(cast) + address).status_code == 404, (who, address)
    assert client.post(f"{home(cast)}plan/jongerenplan/", once(hulp="x", terugkijken="x")).status_code == 404
    for address in ("/plan/terugkijken/", "/gesprek/hoe-ging-het/"):
        assert client.get(address).status_code == 404, (who, address)


def test_every_page_of_the_talk_says_who_chooses(cast: Cast) -> None:
    """Q2: which choice, who decides, and when, on each page of the help; nowhere that somebody else decides."""
    options = filled(cast)
    him, farida = signed_in(cast.karim.account), signed_in(cast.farida)
    said = {options: "Welke stap kiest u nu, Karim?", f"{home(cast)}alles/": "ziet u samen wat er is"}
    for address, words in said.items():
        assert words in plain(farida.get(address).content)
    assert "U kiest, samen met" in plain(farida.get(options).content)
    assert "Vandaag, of later" in plain(farida.get(options).content)
    assert "U kiest." in plain(him.get("/gesprek/").content)
    farida.post(options, once(**KEUZE))
    for client, address in ((him, "/plan/"), (farida, f"{home(cast)}plan/")):
        assert "Karim en de consulent kozen dit samen, op vrijdag 18 september" in plain(client.get(address).content)
    assert "U mag het altijd veranderen" in plain(him.get("/plan/").content)
