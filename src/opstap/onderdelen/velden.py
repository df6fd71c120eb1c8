"""The fields of a form: forgiving in what they read, and every error says how to go on.

`label`, `help_text` and the words of a choice are texts made with `later("key")`, or plain words in tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from opstap.kern.geld import GeenBedrag, Geld
from opstap.onderdelen import invoer
from opstap.onderdelen.teksten import later, taal
from opstap.taal import weergave

Dag = date | Callable[[], date]
JA, NEE, WEET_NIET = "ja", "nee", "weet_niet"
NUL = Geld(0)
GROOTSTE = Geld(10_000_000_00)


class Veld(forms.Field):
    """What every field can carry: `kop` makes its label the h1 of the page, `boven` is the line over it
    (question 3 of 9), `autocomplete` and `inputmode` help a phone. `geld`: it is drawn with the sign of the euro."""

    geld = False

    def __init__(
        self, *, kop: bool = False, boven: Any = "", autocomplete: str = "", inputmode: str = "", css: str = "input",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs.setdefault("error_messages", {})
        kwargs["error_messages"] = {"required": later("onderdelen.fout_leeg"), **kwargs["error_messages"]}
        super().__init__(**kwargs)
        self.kop, self.boven = kop, boven
        attrs = {"class": css, "autocomplete": autocomplete, "inputmode": inputmode}
        self.widget.attrs.update({name: value for name, value in attrs.items() if value})


class TekstVeld(Veld):
    """Words. `regels` above 1 gives room for more lines; `kort` a short box. Signs that cannot be seen are dropped."""

    def __init__(
        self, *, regels: int = 1, kort: bool = False, soort: str = "text", max_length: int = 0, breed: bool = False,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.max_length = max_length or (200 if regels == 1 else 4000)
        self.regels, self.soort = regels, soort
        widget = forms.Textarea(attrs={"rows": regels}) if regels > 1 else forms.TextInput(attrs={"type": soort})
        css = "input" + (" input-short" if kort else "") + (" input-wide" if breed else "")
        super().__init__(widget=widget, css=css, **kwargs)

    def to_python(self, value: Any) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\x00", "")
        if self.regels == 1:
            text = invoer.tidy(text) if self.soort == "tel" else " ".join(text.split())
        return text.strip()

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > self.max_length:
            raise ValidationError(later("onderdelen.fout_te_lang", aantal=self.max_length, nu=len(value)), "te_lang")


class MailVeld(TekstVeld):
    """An e-mail address, checked for its shape only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(soort="email", inputmode="email", autocomplete=kwargs.pop("autocomplete", "email"), **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        name, at, host = value.partition("@")
        if value and not (name and at and "." in host.strip(".") and " " not in value and "@" not in host):
            raise ValidationError(later("onderdelen.fout_mail"), "mail")


class BedragVeld(Veld):
    """An amount in euros as people write it; gives Geld or None. `minimum` is 0 unless told."""

    geld = True

    def __init__(self, *, minimum: Geld | None = NUL, maximum: Geld = GROOTSTE, **kwargs: Any) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(widget=forms.TextInput(), css="input input-short", inputmode="decimal", **kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> Geld | None:
        if isinstance(value, Geld) or value in (None, ""):
            return value or None if value == "" else value
        if not str(value).strip():
            return None
        try:
            return invoer.amount(str(value))
        except GeenBedrag:
            raise ValidationError(later("algemeen.fout_bedrag"), "bedrag") from None

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and self.minimum is not None and value < self.minimum:
            raise ValidationError(later("onderdelen.fout_bedrag_klein", bedrag=self.minimum), "klein")
        if value is not None and value > self.maximum:
            raise ValidationError(later("onderdelen.fout_bedrag_groot", bedrag=self.maximum), "groot")

    def prepare_value(self, value: Any) -> Any:
        """Geld goes into the box as a Dutch writer types it: 1280,31."""
        return str(value).replace(".", ",") if isinstance(value, Geld) else value


class DatumVeld(Veld):
    """A day as people write it; gives a date or None. `niet_voor` and `niet_na` are days or calls that give one."""

    def __init__(self, *, niet_voor: Dag | None = None, niet_na: Dag | None = None, **kwargs: Any) -> None:
        self.niet_voor, self.niet_na = niet_voor, niet_na
        kwargs.setdefault("help_text", later("onderdelen.datum_voorbeeld"))
        super().__init__(widget=forms.TextInput(), css="input input-short", **kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value in (None, ""):
            return value or None
        if not str(value).strip():
            return None
        try:
            return invoer.day(str(value))
        except invoer.BestaatNiet:
            raise ValidationError(later("onderdelen.fout_dag_bestaat_niet"), "bestaat_niet") from None
        except invoer.GeenDatum:
            raise ValidationError(later("algemeen.fout_datum"), "datum") from None

    def validate(self, value: Any) -> None:
        super().validate(value)
        first, last = _day(self.niet_voor), _day(self.niet_na)
        if value and first and value < first:
            raise ValidationError(
                later("onderdelen.fout_datum_vroeg", dag=weergave.datum(first, taal(), "datum")), "vroeg"
            )
        if value and last and value > last:
            raise ValidationError(
                later("onderdelen.fout_datum_laat", dag=weergave.datum(last, taal(), "datum")), "laat"
            )

    def prepare_value(self, value: Any) -> Any:
        return f"{value.day}-{value.month}-{value.year}" if isinstance(value, date) else value


class GetalVeld(Veld):
    """A whole number from `minimum` to `maximum`; gives int or None. No arrows: a scroll must never change it."""

    def __init__(self, *, minimum: int = 0, maximum: int = 1000, **kwargs: Any) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(widget=forms.TextInput(), css="input input-short", inputmode="numeric", **kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> int | None:
        text = invoer.tidy(str(value)) if value is not None else ""
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise ValidationError(later("algemeen.fout_getal"), "getal")
        return int(text)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not self.minimum <= value <= self.maximum:
            raise ValidationError(later("onderdelen.fout_getal_buiten", van=self.minimum, tot=self.maximum), "buiten")


class KeuzeVeld(Veld, forms.ChoiceField):
    """One of a few answers, as big rows. `keuzes`: pairs or triples (value, words, hint). `onder`: which fields belong
    under which answer; they count only when that answer is chosen. `naast`: the rows stand side by side."""

    meer = False

    def __init__(
        self, *, keuzes: Sequence[Sequence[Any]], onder: Mapping[str, Sequence[str]] | None = None, naast: bool = False,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.onder = {str(value): tuple(names) for value, names in (onder or {}).items()}
        self.naast = naast
        self.hints = {str(keuze[0]): keuze[2] for keuze in keuzes if len(keuze) > 2}
        errors = {"required": later("onderdelen.fout_kies"), "invalid_choice": later("algemeen.fout_keuze")}
        kwargs["error_messages"] = {**errors, **kwargs.get("error_messages", {})}
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple if self.meer else forms.RadioSelect)
        super().__init__(choices=[(keuze[0], keuze[1]) for keuze in keuzes], css="", **kwargs)


class MeerkeuzeVeld(KeuzeVeld, forms.MultipleChoiceField):
    """Some of a few answers; gives a list, maybe empty. `hoogstens`: how many at most."""

    meer = True

    def __init__(self, *, hoogstens: int = 0, **kwargs: Any) -> None:
        self.hoogstens = hoogstens
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.error_messages["invalid_list"] = self.error_messages["invalid_choice"]

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.hoogstens and len(value) > self.hoogstens:
            raise ValidationError(later("onderdelen.fout_te_veel", aantal=self.hoogstens, nu=len(value)), "te_veel")


class JaNeeWeetNietVeld(KeuzeVeld):
    """Yes, no, or I do not know; gives "ja", "nee", "weet_niet" or "" (not required and left open)."""

    def __init__(self, *, weet_niet: bool = True, **kwargs: Any) -> None:
        keuzes = [(JA, later("algemeen.ja")), (NEE, later("algemeen.nee"))]
        if weet_niet:
            keuzes.append((WEET_NIET, later("algemeen.weet_niet")))
        super().__init__(keuzes=keuzes, **kwargs)


class LijstVeld(KeuzeVeld):
    """One of many, in a list that folds out. Use it only above seven choices."""

    def __init__(self, *, keuzes: Sequence[Sequence[Any]], **kwargs: Any) -> None:
        first = ("", later("onderdelen.kies_uit_de_lijst"))
        super().__init__(keuzes=[first, *keuzes], widget=forms.Select, **kwargs)
        self.widget.attrs["class"] = "input"


class _MeerBestanden(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class BestandenVeld(Veld, forms.FileField):
    """Files or photos; gives a list of uploaded files. Kinds and sizes are judged where they are taken in."""

    def __init__(self, *, accept: str = "image/*,.pdf", **kwargs: Any) -> None:
        widget = _MeerBestanden(attrs={"accept": accept, "multiple": True})
        super().__init__(widget=widget, css="file", allow_empty_file=True, **kwargs)
        self.error_messages["required"] = later("onderdelen.fout_geen_bestand")
        self.error_messages["invalid"] = later("onderdelen.fout_geen_bestand")

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        rows = data if isinstance(data, list | tuple) else [data] if data else []
        if not rows and self.required:
            raise ValidationError(self.error_messages["required"], "required")
        return [super(BestandenVeld, self).clean(row, initial) for row in rows]


def _day(value: Dag | None) -> date | None:
    return value() if callable(value) else value
