"""The base of every form: our own markup, a key that lets it count once, errors above it with links, nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from uuid import UUID

import django.forms
from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opstap.kern.ids import new_id
from opstap.onderdelen.eenmalig import NAAM, read
from opstap.onderdelen.velden import KeuzeVeld

# the name under which it is kept that files were chosen
BESTANDEN = "_bestanden"


class Tekenaar(DjangoTemplates):
    """Draws fields with `onderdelen/veld.html`; its templates know our tags, the widgets stay Django's own."""

    field_template_name = "onderdelen/veld.html"

    @cached_property
    def engine(self) -> Any:
        return self.backend(
            {
                "APP_DIRS": True,
                "DIRS": [Path(django.forms.__file__).parent / "templates"],
                "NAME": "formulieren",
                "OPTIONS": {"builtins": ["opstap.onderdelen.templatetags.onderdelen"]},
            }
        )

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """As Django draws it, but a box for words without three templates: a sheet has many."""
        draw = VAKKEN.get(template_name)
        return draw(context["widget"]) if draw else SafeString(super().render(template_name, context, request))


def _one_line(widget: Mapping[str, Any]) -> SafeString:
    value = widget["value"]
    shown = format_html(' value="{}"', value) if value is not None else ""
    attrs = flatatt(widget["attrs"])
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], shown, attrs)


def _more_lines(widget: Mapping[str, Any]) -> SafeString:
    # the first line end after the tag belongs to the tag: without it, one that was typed would be lost
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>', widget["name"], flatatt(widget["attrs"]), widget["value"] or ""
    )


VAKKEN = {"django/forms/widgets/text.html": _one_line, "django/forms/widgets/textarea.html": _more_lines}


@dataclass(frozen=True, slots=True)
class Fout:
    """One error above the form: the sentence, and the id of the control it leads to (empty: the form as a whole)."""

    tekst: str
    naar: str = ""


class Formulier(forms.Form):
    """A form of Opstap. Make it with `Formulier.van(request)`; draw it with `{% fouten %}`, `{% eenmalig %}` and
    `{{ form.naam.as_field_group }}`; hand `form.eenmalig` to the action."""

    default_renderer = Tekenaar()  # one for all forms: each has its own store of compiled templates
    use_required_attribute = False

    def __init__(self, *args: Any, bewaard: dict[str, list[str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bewaard = bewaard if not self.is_bound else None
        key: list[Any] = (self.bewaard or {}).get(NAAM) or [(self.data or {}).get(NAAM)]
        self.eenmalig: UUID = read(key[-1]) or new_id()

    @classmethod
    def van(cls, request: HttpRequest, *args: Any, **kwargs: Any) -> Self:
        """Bound to what was sent, or filled with what was typed on this page before the session ended."""
        if request.method == "POST":
            return cls(request.POST, request.FILES, *args, **kwargs)
        return cls(*args, bewaard=getattr(request, "bewaard", None), **kwargs)

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """What was kept goes before what the view gave, also in a field that was added later."""
        kept = (self.bewaard or {}).get(self.add_prefix(field_name))
        if not kept or isinstance(field, forms.FileField):
            return super().get_initial_for_field(field, field_name)
        return kept if isinstance(field, forms.MultipleChoiceField) else kept[-1]

    @property
    def bestanden_kwijt(self) -> bool:
        """Whether files were chosen before the session ended: those cannot be kept and are asked again."""
        return bool(self.bewaard and self.bewaard.get(BESTANDEN))

    def foutenlijst(self) -> list[Fout]:
        """Every error, in the order of the page."""
        if not self.is_bound:
            return []
        found = [Fout(str(error)) for error in self.non_field_errors()]
        for field in self.visible_fields():
            found += [Fout(str(error), self._first_control(field)) for error in field.errors]
        return found

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound:
            for name in self._not_asked():
                self.errors.pop(name, None)
                self.cleaned_data[name] = None

    def _not_asked(self) -> list[str]:
        """The fields under an answer that was not chosen: whatever stands in them does not count."""
        names = []
        for name, field in self.fields.items():
            if not isinstance(field, KeuzeVeld):
                continue
            chosen = self.cleaned_data.get(name) or []
            picked = {chosen} if isinstance(chosen, str) else set(chosen)
            names += [
                below for answer, below_names in field.onder.items() if answer not in picked for below in below_names
            ]
        return names

    def _first_control(self, field: forms.BoundField) -> str:
        group = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
        return f"{field.auto_id}_0" if group else str(field.auto_id)
