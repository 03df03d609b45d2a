"""A learner who has a keyboard and nothing else: Tab, arrows, Space, Enter and letters."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from quizapp.items.item import Item

MOST_STEPS = 40
"""So many presses of Tab reach anything on a page, or it cannot be reached."""


class KeyboardLearner:
    """Does a quiz from the entrance to the result; `watch` is called with a name for each sight worth a picture."""

    def __init__(self, page: Page, watch: Callable[[str], None] = lambda name: None) -> None:
        self.page = page
        self.watch = watch

    def do_quiz(self, entrance: str, items: list[Item]) -> None:
        self._join(entrance)
        for place, item in enumerate(items, start=1):
            expect(self.page.get_by_text(f"Pytanie {place} z {len(items)}")).to_be_visible()
            self._answer(item)
            self.watch(f"{place}-{item.type}")
            self._press_button("Odpowiedz")
            expect(self.page.locator(".verdict")).to_contain_text("Dobrze")
            self.watch(f"{place}-{item.type}-answered")
            self._follow_main_link()
        expect(self.page.get_by_role("heading", name="Zanim zakończysz")).to_be_visible()
        self._press_button("Zakończ")
        expect(self.page.get_by_role("heading", name="Wynik")).to_be_visible()
        self.watch("result")

    def _join(self, entrance: str) -> None:
        self.page.goto(entrance)
        self._tab_to("#nickname")
        self.page.keyboard.type("Ula")
        self.watch("join")
        self.page.keyboard.press("Enter")

    def _answer(self, item: Item) -> None:
        if item.is_typed:
            self._tab_to("#answer")
            self.page.keyboard.type(item.answer[0])
        elif item.type == "multiple":
            self._tick({option.text for option in item.options if option.correct})
        elif item.is_chosen:
            self._tab_to("[name=answer]")
            self._arrow_to(item.answer[0])
        elif item.type == "order":
            self._select({option.text: str(place) for place, option in enumerate(item.options, start=1)})
        else:
            self._select({option.left: option.text for option in item.options if option.left})

    def _tick(self, right: set[str]) -> None:
        for _ in range(self.page.locator("[name=answer]").count()):
            self._tab_to("[name=answer]")
            if self._label() in right:
                self.page.keyboard.press("Space")

    def _arrow_to(self, text: str) -> None:
        self.page.keyboard.press("Space")
        for _ in range(self.page.locator("[name=answer]").count()):
            if self._label() == text:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys do not reach “{text}”")

    def _select(self, wanted: dict[str, str]) -> None:
        for _ in wanted:
            self._tab_to("select[name^=answer]")
            self.page.keyboard.type(wanted[self._label()])

    def _press_button(self, name: str) -> None:
        self._tab_to("main button.primary")
        expect(self.page.locator(":focus")).to_have_accessible_name(name)
        self.page.keyboard.press("Enter")

    def _follow_main_link(self) -> None:
        self._tab_to("main a.primary")
        self.page.keyboard.press("Enter")

    def _label(self) -> str:
        """What the control in focus is called; the letter of an option is not part of it."""
        label: str = self.page.evaluate(
            """() => {
                const label = document.activeElement.labels[0];
                return (label.querySelector(".option-text") ?? label).innerText;
            }"""
        )
        return label.strip()

    def _tab_to(self, selector: str) -> None:
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"the Tab key does not reach {selector}")
