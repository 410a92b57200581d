"""The questions about a new instrument: each answer is judged at once, and what is not needed is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handreiking.gelezen import Gelezen
from handreiking.invoer.antwoorden import check_antwoorden, kind_of, with_record
from handreiking.invoer.instrument import check_instrument, new_record, propose_rest
from handreiking.invoer.voorstel import find_named, names_of, propose_onderwerpen, topic_names
from handreiking.invoer.vorm import Soort, Vorm, find_vormen
from handreiking.invoer.vragen import VRAGEN, all_fields, field_of, hulp_of, is_required, label_of, labelled
from handreiking.opdracht.gesprek import Gesprek
from handreiking.opdracht.toevoegen import Toevoeging
from handreiking.problem import suggestion
from handreiking.velden import Record, Samenhang

LIJST = "?"


@dataclass
class Vragenlijst:
    """The answers so far, the new records they refer to, and who is asked."""

    gesprek: Gesprek
    gelezen: Gelezen
    context: Samenhang
    antwoorden: dict[str, Any] = field(default_factory=dict)
    nieuw: list[Toevoeging] = field(default_factory=list)

    def ask_all(self) -> None:
        """Ask what is needed and not answered, and what was answered wrongly."""
        self._drop_blocks()
        for veld in all_fields():
            answered = self._get(veld) is not None
            for message in self.wrong(veld) if answered else ():
                self.gesprek.say(labelled(label_of(veld), message))
            if self.wrong(veld) if answered else self._is_needed(veld):
                self.ask(veld)

    def ask(self, veld: str) -> None:
        """Ask one field until the answer is right; an empty answer leaves out what may be left out."""
        self.gesprek.say(f"\n{label_of(veld)}\n  {hulp_of(veld)}")
        shown = self._show_choices(veld)
        default = self._default(veld)
        while True:
            text = self.gesprek.ask(default)
            if text == LIJST:
                shown = self._show_all(veld)
                continue
            value = self._value(veld, text, shown) if text else None
            if text and value is None:
                continue
            self._set(veld, value)
            wrong = self.wrong(veld)
            if len(wrong) == 1 and text.startswith("http://") and self._ask_reason(veld):
                wrong = self.wrong(veld)
            if not wrong:
                return
            for message in wrong:
                self.gesprek.say(f"  {labelled(label_of(veld), message)}")

    def wrong(self, veld: str) -> list[str]:
        """Say what is wrong with one field as it is answered, or left out."""
        plek = tuple(veld.split("."))
        _, problems = check_instrument(self.antwoorden, self.gelezen, self.context)
        return [message for at, message in problems if at[: len(plek)] == plek]

    def add(self, model: type[Record], answers: Mapping[str, str]) -> list[str]:
        """Have a new record that fields may refer to; give what is wrong with it instead, if anything."""
        record, problems = check_antwoorden(model, answers, self.context)
        if record is not None:
            self.context = with_record(self.context, record)
            self.nieuw.append(Toevoeging(model, answers))
        return [message for _, message in problems]

    def resolve(self) -> None:
        """Put ids in the place of names in the answers, where a record goes by that name."""
        for veld in all_fields():
            _, _, vorm = field_of(veld)
            named = self._get(veld)
            if vorm.soort is Soort.VERWIJZING and isinstance(named, str):
                self._set(veld, find_named(named, names_of(self._records(vorm))) or named)

    def _is_needed(self, veld: str) -> bool:
        """Say whether a field without an answer is to be asked."""
        block = veld.rpartition(".")[0]
        if not block:
            return is_required(veld) or bool(self.wrong(veld))
        if block not in self.antwoorden and self.wrong(block):
            self.antwoorden[block] = {}
        return block in self.antwoorden and (is_required(veld) or veld in VRAGEN)

    def _drop_blocks(self) -> None:
        """Take away a block that cannot be there, as after another answer was changed."""
        _, problems = check_instrument(self.antwoorden, self.gelezen, self.context)
        for at, message in problems:
            if len(at) == 1 and isinstance(self.antwoorden.get(str(at[0])), dict):
                self.gesprek.say(labelled(label_of(str(at[0])), message))
                del self.antwoorden[str(at[0])]

    def _get(self, veld: str) -> Any:
        block, _, inner = veld.rpartition(".")
        return (self.antwoorden.get(block, {}) if block else self.antwoorden).get(inner)

    def _set(self, veld: str, value: Any) -> None:
        block, _, inner = veld.rpartition(".")
        target = self.antwoorden.setdefault(block, {}) if block else self.antwoorden
        target.pop(inner, None)
        if value is not None:
            target[inner] = value

    def _default(self, veld: str) -> str:
        now = self._get(veld)
        if isinstance(now, list):
            return ", ".join(now)
        proposed = propose_rest(self.antwoorden, self.gelezen, self.context).get(veld, "")
        return now if isinstance(now, str) else proposed

    def _ask_reason(self, veld: str) -> bool:
        """Ask why an address begins with http://, in the field for it beside the address."""
        self.gesprek.say(
            "  Dit adres begint met http://. Kan https:// niet? Schrijf dan waarom; leeg: een ander adres."
        )
        reason = self.gesprek.ask()
        if reason:
            self._set(f"{veld.removesuffix('url')}http_reden", reason)
        return bool(reason)

    def _show_choices(self, veld: str) -> list[str]:
        """Show what may be answered, or where that is much, what is likely; give what has a number."""
        _, _, vorm = field_of(veld)
        if vorm.soort is Soort.KEUZE:
            self.gesprek.say(f"  Kies uit: {', '.join(vorm.keuzes)}")
        if vorm.soort in (Soort.VERWIJZING, Soort.ONDERWERP):
            self.gesprek.say(f"  Typ {LIJST} voor de lijst.{' Zet een komma tussen meer antwoorden.' * vorm.lijst}")
        if vorm.soort is not Soort.ONDERWERP:
            return []
        text = " ".join(str(self.antwoorden.get(name, "")) for name in ("titel", "beschrijving"))
        likely = propose_onderwerpen(self.gelezen, text)
        if likely:
            self.gesprek.say("  Past misschien bij:")
        return self._numbered(likely)

    def _show_all(self, veld: str) -> list[str]:
        _, _, vorm = field_of(veld)
        if vorm.soort is Soort.ONDERWERP:
            return self._numbered(list(topic_names(self.gelezen)))
        for name, record in self._records(vorm).items():
            self.gesprek.say(f"  {name}: {getattr(record, 'naam', name)}")
        return []

    def _numbered(self, topics: list[str]) -> list[str]:
        names = topic_names(self.gelezen)
        for number, name in enumerate(topics, 1):
            self.gesprek.say(f"  {number}. {names[name]} ({name})")
        return topics

    def _records(self, vorm: Vorm) -> Mapping[str, Any]:
        return self.context.records[kind_of(vorm.model)] if vorm.model is not None else {}

    def _value(self, veld: str, text: str, shown: list[str]) -> Any:
        """Give an answer as it is to stand in the file; None where it was not taken, which has been said."""
        _, _, vorm = field_of(veld)
        if vorm.soort is Soort.TITELS:
            pairs = [part.partition(":") for part in text.split(";")]
            return {name.strip(): titel.strip() for name, _, titel in pairs}
        if vorm.lijst:
            members = [self._member(vorm, part.strip(), shown) for part in text.split(",") if part.strip()]
            return None if None in members else members
        return self._member(vorm, text, shown)

    def _member(self, vorm: Vorm, text: str, shown: list[str]) -> str | None:
        if vorm.soort is Soort.VERWIJZING and vorm.model is not None:
            return self._named(vorm.model, text)
        if vorm.soort is Soort.ONDERWERP and text.isdecimal() and 0 < int(text) <= len(shown):
            return shown[int(text) - 1]
        if vorm.soort is Soort.ONDERWERP:
            names = topic_names(self.gelezen)
            by_name = {name: one for one, name in names.items()}
            known = {one: one for one in names} | by_name | {name.partition(": ")[2]: by_name[name] for name in by_name}
            found = find_named(text, known)
            if found is None:
                self.gesprek.say(f"  onbekend onderwerp '{text}'{suggestion(text, known)}")
            return found
        return text.casefold() if text.casefold() in vorm.keuzes else text

    def _named(self, model: type[Record], text: str) -> str | None:
        """Give the id of the record that goes by a name, or of a new one; None where neither is wanted."""
        known = self.context.records[kind_of(model)]
        names = names_of(known)
        found = find_named(text, names)
        if found is not None:
            return found
        self.gesprek.say(f"  onbekende {kind_of(model)} '{text}'{suggestion(text, names)}")
        if "naam" not in model.model_fields or not self.gesprek.confirm(
            f"  '{text}' toevoegen als nieuwe {kind_of(model)}?"
        ):
            return None
        rest = {}
        for name in find_vormen(model):
            if name not in ("id", "naam") and model.model_fields[name].is_required():
                self.gesprek.say(f"\n  {label_of(name)}\n  {model.model_fields[name].description}")
                rest[name] = self.gesprek.ask()
        answers = new_record(model, text, known, **rest)
        wrong = self.add(model, answers)
        for message in wrong:
            self.gesprek.say(f"  {message}")
        return None if wrong else str(answers["id"])
