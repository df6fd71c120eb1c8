"""Everything one reading says about one paper of a known kind: fields, date, period, bookings, and what does not add
up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from opstap.kern.geld import Geld
from opstap.lezen.model import Veld, Vraag
from opstap.lezen.noten import ZINNEN
from opstap.lezen.prive import is_prive
from opstap.lezen.velden import personen, vinders, waarden
from opstap.lezen.velden.aanvulling import aanvullen, geldt_nu
from opstap.lezen.velden.afschrift import Mutaties, lees_mutaties
from opstap.lezen.velden.blokken import adresblok, enig_adres, met_plaats_eronder
from opstap.lezen.velden.briefhoofd import afzender
from opstap.lezen.velden.kolom import Vinder, Vondst
from opstap.lezen.velden.kolomkop import jongste_kolom
from opstap.lezen.velden.labels import zoek
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.pasje import gedrukte_naam, los_nummer, pasvelden, rijbewijs
from opstap.lezen.velden.periode import datum_van, periode_van
from opstap.lezen.velden.rekening import eerste_boeking, eigen_iban, houder, rekening, uitkering_soort
from opstap.lezen.velden.ruim import zoek_ruim
from opstap.lezen.velden.saldi import veld_met
from opstap.lezen.velden.schema import Veldregel, schema
from opstap.lezen.velden.tekst import Tekst
from opstap.lezen.velden.twijfel import laat_twijfel

MET_MUTATIES = {"bankafschrift", "bank_app_schermafdruk", "spaarsaldo_overzicht"}
VERSTE_JAAR = 2060
"""From here on a year in two figures was meant as one of the century before."""
NIET_SLUITEND = ZINNEN["saldi_kloppen_niet"]
VINDERS: dict[str, tuple[Vinder, int]] = {
    "bedrag": (vinders.vind_bedrag, 60),
    "heelbedrag": (vinders.vind_heelbedrag, 60),
    "saldo": (vinders.vind_saldo, 45),
    "datum": (vinders.vind_datum, 24),
    "iban": (vinders.vind_iban, 30),
    "bsn": (vinders.vind_bsn, 12),
    "kenmerk": (vinders.vind_kenmerk, 6),
    "kenteken": (vinders.vind_kenteken, 25),
    "documentnummer": (vinders.vind_documentnummer, 40),
    "object": (vinders.vind_adres, 14),
    "pasdatum": (vinders.vind_datum, 60),
}


def lees_velden(tekst: Tekst, soort: str) -> Opbrengst:
    """Fields of this kind in this text; a value that fails its check is left out."""
    outcome = Opbrengst()
    if soort == "onbekend":
        return outcome
    outcome.datum = datum_van(tekst, soort)
    outcome.periode, _ = periode_van(tekst, soort)
    card = pasvelden(tekst) if soort in ("identiteitsbewijs", "verblijfsdocument") else {}
    if soort == "identiteitsbewijs":
        card = rijbewijs(tekst) | card
    for rule in schema().get(soort, ()):
        found = card.get(rule.naam) or _veld(tekst, rule, outcome)
        if found is not None:
            outcome.velden[rule.naam] = found
    aanvullen(tekst, soort, outcome)
    if soort in MET_MUTATIES:
        _mutaties(tekst, soort, outcome)
    _toets(tekst, soort, outcome)
    laat_twijfel(tekst, outcome)
    return outcome


def _veld(tekst: Tekst, rule: Veldregel, outcome: Opbrengst) -> Veld | None:
    if rule.vorm == "persoon":
        return personen.naam(tekst, rule.labels, rule.rol)
    if rule.vorm == "bedrijf":
        return personen.bedrijf(tekst, rule.labels, rule.rol, rule.kop, rule.persoon)
    if rule.vorm == "afzender":
        return afzender(tekst)
    if rule.vorm == "adres":
        return adresblok(tekst)[1]
    if rule.vorm == "rekening":
        return rekening(tekst)
    if rule.vorm in ("houder", "schermhouder"):
        return houder(tekst, scherm=rule.vorm == "schermhouder")
    if rule.vorm in ("uitkering", "toeslag"):
        return uitkering_soort(tekst, rule.vorm)
    if rule.vorm == "pasnaam":
        return gedrukte_naam(tekst) or (personen.naam(tekst, rule.labels, None) if rule.labels else None)
    return _met_label(tekst, rule, outcome)


def _met_label(tekst: Tekst, rule: Veldregel, outcome: Opbrengst) -> Veld | None:
    finder, reach = VINDERS[rule.vorm]
    if rule.vorm == "iban":
        return eigen_iban(tekst, rule.labels, reach, rule.keuze == "ook_voet")
    hits = _geldend(tekst, rule, finder, reach)
    if not hits:
        return _zonder_label(tekst, rule)
    if rule.keuze == "jongste":
        hits = _laatste_dag(tekst, hits)
    hit, doubt = _kies(_voorste(tekst, hits), rule.keuze)
    if rule.naam == "geboortedatum":
        hit = _deze_eeuw(tekst, hit)
    if rule.vorm == "object":
        if (below := met_plaats_eronder(tekst, hit.begin, hit.eind)) is not None:
            return tekst.veld(f"{hit.waarde}, {below[0]}", hit.begin, below[1], hit.zekerheid * doubt)
        value, taken = vinders.met_plaats(hit.waarde, tekst.tekst[hit.eind : hit.eind + 60])
        if value == hit.waarde and (home := adresblok(tekst)[1]) is not None and home.waarde.startswith(f"{value}, "):
            return replace(home, zekerheid=home.zekerheid * doubt)
        return tekst.veld(value, hit.begin, hit.eind + taken, hit.zekerheid * doubt)
    return tekst.veld(hit.waarde, hit.begin, hit.eind, hit.zekerheid * doubt)


def _geldend(tekst: Tekst, rule: Veldregel, finder: Vinder, reach: int) -> list[Vondst]:
    """The values behind the first label that has any; of amounts only those that hold now, of this person."""
    if rule.vorm not in ("bedrag", "heelbedrag"):
        return zoek(tekst, rule.labels, finder, reach)
    for label in rule.labels:
        if hits := [hit for hit in zoek(tekst, (label,), finder, reach) if geldt_nu(tekst, hit.begin)]:
            return hits
    return []


def _zonder_label(tekst: Tekst, rule: Veldregel) -> Veld | None:
    """By the words around the values; an address also by being the only one, or the one the letter was sent to."""
    if rule.vorm == "object":
        return enig_adres(tekst, ook_blok=rule.keuze == "blok")
    if rule.vorm == "documentnummer":
        return los_nummer(tekst)
    if not rule.ruim:
        return None
    geldig = geldt_nu if rule.vorm in ("bedrag", "heelbedrag") else None
    hit = zoek_ruim(tekst, VINDERS[rule.vorm][0], rule.ruim, rule.niet, geldig)
    return tekst.veld(hit.waarde, hit.begin, hit.eind, hit.zekerheid) if hit is not None else None


def _voorste(tekst: Tekst, hits: list[Vondst]) -> list[Vondst]:
    """Without the values of a second table at the right, when the label stands in the first one too."""
    lines = [tekst.regels[tekst.regel_op(hit.begin)] for hit in hits]
    first = [
        hit for hit, line in zip(hits, lines, strict=True) if not waarden.bedragen(tekst.tekst[line.begin : hit.begin])
    ]
    return first or hits


def _deze_eeuw(tekst: Tekst, hit: Vondst) -> Vondst:
    """A day of birth that would lie after the paper is of the century before ("04-11-66")."""
    newest = max((day for _, day in waarden.datums(tekst.tekst) if day.year < VERSTE_JAAR), default=date.max)
    year = int(hit.waarde[:4])
    if date.fromisoformat(hit.waarde) <= newest and year < VERSTE_JAAR:
        return hit
    return replace(hit, waarde=f"{year - 100}{hit.waarde[4:]}")


def _laatste_dag(tekst: Tekst, hits: list[Vondst]) -> list[Vondst]:
    """Of balances behind one label those of the latest day that is named with them ("saldo per 31 december 2025")."""
    best = [hit for hit in hits if hit.rang == hits[0].rang]
    if len(best) > 1 and len({tekst.regel_op(hit.begin) for hit in best}) == 1:
        latest = jongste_kolom(tekst, 0, [(hit.begin, hit.eind, hit.waarde) for hit in best])
        return [hit for hit in best if latest is None or hit.begin == latest[0]]
    days = [_dag_erbij(tekst, hit) for hit in best]
    known = [day for day in days if day is not None]
    if len(set(known)) < 2:
        return hits
    return [hit for hit, day in zip(best, days, strict=True) if day == max(known)]


def _dag_erbij(tekst: Tekst, hit: Vondst) -> date | None:
    line = tekst.regels[tekst.regel_op(hit.begin)]
    found = waarden.datums(tekst.tekst[line.begin : hit.begin])
    return found[-1][1] if found else None


def _kies(hits: list[Vondst], keuze: str) -> tuple[Vondst, float]:
    """The hit that counts, and a factor under 1 when the same words stand with other values too."""
    doubt = 1.0 if len({hit.waarde for hit in hits}) == 1 else 0.9
    if keuze == "laatste":
        return hits[-1], doubt
    if keuze in ("hoogste", "bon"):
        return max(hits, key=lambda hit: float(hit.waarde)), doubt
    return hits[0], doubt


def _geld(outcome: Opbrengst, naam: str) -> Geld | None:
    found = outcome.velden.get(naam)
    return Geld.parse(found.waarde) if found else None


def _mutaties(tekst: Tekst, soort: str, outcome: Opbrengst) -> None:
    begin, end = _geld(outcome, "beginsaldo"), _geld(outcome, "eindsaldo")
    moved = lees_mutaties(tekst, _ruime_periode(tekst, outcome), begin, end)
    outcome.transacties, outcome.tegenrekeningen = moved.transacties, moved.tegenrekeningen
    outcome.afdekken, outcome.bewezen, outcome.gevonden = moved.afdekken, moved.bewezen, moved.gevonden
    if moved.saldi is not None and soort == "bankafschrift":
        _bewezen_saldi(tekst, outcome, moved)
    if outcome.periode is None and moved.transacties and soort == "bankafschrift":
        days = [booking.datum for booking in moved.transacties]
        outcome.periode, outcome.afgeleid = (min(days), max(days)), True
    if outcome.periode and soort == "bankafschrift" and (outcome.datum is None or outcome.datum < outcome.periode[1]):
        outcome.datum = outcome.periode[1]
    if soort == "bankafschrift" and moved.gevonden and not moved.bewezen and begin is not None and end is not None:
        outcome.vragen.append(Vraag("transacties", NIET_SLUITEND))
    if moved.zonder_teken:
        outcome.vragen.append(Vraag("transacties", ZINNEN["af_of_bij"].format(aantal=moved.zonder_teken)))


def _bewezen_saldi(tekst: Tekst, outcome: Opbrengst, moved: Mutaties) -> None:
    """Put the balances with which the bookings close in the place of what stood behind the labels, when they are
    printed outside the bookings. Two balances that were both read elsewhere are believed: then bookings may be
    missing."""
    assert moved.saldi is not None
    names = ("beginsaldo", "eindsaldo")
    read = [_geld(outcome, name) for name in names]
    if read == list(moved.saldi):
        return
    trusted = [value is not None and value in moved.los for value in read]
    beside = _andere_kolom(tekst, read, moved)
    if all(trusted) and read[0] != read[1] and not beside:
        outcome.vragen.append(Vraag("transacties", NIET_SLUITEND))
        outcome.bewezen = False
        return
    for name, proven in zip(names, moved.saldi, strict=True):
        if _geld(outcome, name) == proven:
            continue
        printed = veld_met(tekst, proven) if beside or proven in moved.los else None
        if printed is not None:
            outcome.velden[name] = printed
        elif name in outcome.velden:
            doubt = outcome.velden.pop(name)
            outcome.vragen.append(Vraag(name, NIET_SLUITEND, (doubt.waarde, str(proven))))


def _andere_kolom(tekst: Tekst, read: list[Geld | None], moved: Mutaties) -> bool:
    """Whether a balance was read from another column of its row: the running balance ends with what stands there
    too."""
    assert moved.saldi is not None
    differ = [(one, other) for one, other in zip(read, moved.saldi, strict=True) if one != other]
    if not moved.doorlopend or len(differ) != 1:
        return False
    return any({differ[0][0], differ[0][1]} <= {value.geld for _, value in line.bedragen()} for line in tekst.regels)


def _ruime_periode(tekst: Tekst, outcome: Opbrengst) -> tuple[date, date] | None:
    """Between which days the bookings lie: what tells the year of a day without one."""
    if outcome.periode:
        return outcome.periode
    if outcome.datum:
        return outcome.datum - timedelta(days=40), outcome.datum
    days = [day for _, day in waarden.datums(tekst.tekst[: eerste_boeking(tekst)])]
    return (min(days), max(days)) if days else None


def _toets(tekst: Tekst, soort: str, outcome: Opbrengst) -> None:
    """Values that cannot both be true become a question or are left out."""
    gross, net = _geld(outcome, "brutoloon"), _geld(outcome, "nettoloon")
    if gross and net and net.cents > gross.cents * 1.6 + 40000:
        outcome.vragen.append(Vraag("nettoloon", ZINNEN["netto_boven_bruto"], (outcome.velden["nettoloon"].waarde,)))
        del outcome.velden["nettoloon"]
    start, end = outcome.velden.get("ingangsdatum"), outcome.velden.get("einddatum")
    if start and end and end.waarde <= start.waarde:  # told as an end and, with "vanaf" or "per", as a beginning too
        del outcome.velden["ingangsdatum" if end.waarde == start.waarde else "einddatum"]
    if start and start.waarde == getattr(outcome.velden.get("geboortedatum"), "waarde", None):
        del outcome.velden["ingangsdatum"]
    if soort == "kassabon":
        outcome.velden = {naam: veld for naam, veld in outcome.velden.items() if naam == "totaal"}
    born = outcome.velden.get("geboortedatum")
    if born and outcome.datum and born.waarde > outcome.datum.isoformat():
        del outcome.velden["geboortedatum"]
    elif born and outcome.datum and born.waarde == outcome.datum.isoformat():
        outcome.datum = None  # the day of birth was the first date on the card
    if soort in ("identiteitsbewijs", "verblijfsdocument") and not {"naam", "documentnummer"} & set(outcome.velden):
        for naam in ("geboortedatum", "geldig_tot"):  # one of many days, and nothing says which
            if (day := outcome.velden.pop(naam, None)) is not None:
                outcome.vragen.append(Vraag(naam, ZINNEN["niet_zeker"], (day.waarde,)))
    _niet_van_zichzelf(tekst, soort, outcome)
    for naam in [
        naam
        for naam, veld in outcome.velden.items()
        if naam in ("naam", "afzender", "werkgever") and is_prive(veld.waarde)
    ]:
        del outcome.velden[naam]


def _niet_van_zichzelf(tekst: Tekst, soort: str, outcome: Opbrengst) -> None:
    """Nobody sends a paper about himself: of one name read for both, only the one that fits this kind stays."""
    sender, person = outcome.velden.get("afzender"), outcome.velden.get("naam")
    if sender and person and sender.waarde == person.waarde:
        del outcome.velden["naam" if soort == "detentiebewijs" else "afzender"]
        if "naam" not in outcome.velden and (other := personen.met_titel(tekst)) is not None:
            outcome.velden["naam"] = other
