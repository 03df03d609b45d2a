"""A browser without a window: follows links, fills in forms, and inspects every page that it is shown."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any, Protocol
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag
from werkzeug.test import Client, TestResponse


class Page:
    """What came back: its status, its address, its parsed HTML."""

    def __init__(self, response: TestResponse) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.path = urlsplit(response.request.path).path
        self.address = response.request.full_path.rstrip("?")
        self.html = response.get_data(as_text=True) if response.mimetype.startswith("text/") else ""
        self.data = response.get_data()
        self.soup = BeautifulSoup(self.html, "html5lib")
        if response.mimetype == "text/html":
            inspect(self)

    @property
    def words(self) -> str:
        main = self.soup.find("main")
        return " ".join((main or self.soup).get_text(" ").split())

    @property
    def title(self) -> str:
        return self.soup.title.get_text(strip=True) if self.soup.title else ""

    @property
    def heading(self) -> str:
        return " ".join(self.soup.h1.get_text(" ").split()) if self.soup.h1 else ""

    def error_beside(self, name: str) -> str:
        """The message that the field refers to."""
        field = self.soup.find(attrs={"name": name})
        assert isinstance(field, Tag), f"no field {name}"
        holder = (
            field if field.get("aria-describedby") else field.find_parent(attrs={"aria-describedby": True})
        )
        named = str(holder["aria-describedby"]).split() if holder else []
        said = [self.soup.find(id=part) for part in named if part.endswith("-error")]
        return " ".join(tag.get_text(" ", strip=True) for tag in said if isinstance(tag, Tag))

    def typed(self, name: str) -> str:
        """What stands in a field."""
        field = self.soup.find(attrs={"name": name})
        assert isinstance(field, Tag), f"no field {name}"
        if field.name == "textarea":
            return field.get_text().lstrip("\n")
        if field.name == "select":
            chosen = field.find("option", selected=True)
            return str(chosen["value"]) if isinstance(chosen, Tag) else ""
        return str(field.get("value", ""))


class Opened(Protocol):
    """The application, or what stands in front of one that runs elsewhere."""

    def test_client(self) -> Client: ...


class Visitor:
    """Somebody in front of the site, with cookies of their own."""

    def __init__(self, app: Opened) -> None:
        self.client = app.test_client()
        self.page: Page | None = None

    def open(self, path: str, **kwargs: Any) -> Page:
        return self._show(self.client.get(path, follow_redirects=True, **kwargs))

    def follow(self, label: str) -> Page:
        """Follow the first link that says so."""
        assert self.page is not None
        link = next(
            (a for a in self.page.soup.find_all("a") if label in " ".join(a.get_text(" ").split())), None
        )
        assert link is not None, f"no link “{label}” on {self.page.path}"
        return self.open(str(link["href"]))

    def send(self, button: str, /, **values: Any) -> Page:
        """Fill in the form with that button and send it."""
        form = self._form_with(button)
        data = {**_prefilled(form), **values}
        pressed = _button(form, button)
        if pressed is not None and pressed.get("name"):
            data[str(pressed["name"])] = str(pressed.get("value", ""))
        action = str(
            (pressed.get("formaction") if pressed is not None else None)
            or form.get("action")
            or self._address
        )
        if str(form.get("method", "get")).lower() == "get":
            return self.open(action, query_string=data)
        return self.post(action, data)

    def post(self, path: str, data: dict[str, Any]) -> Page:
        if any(isinstance(value, bytes) for value in data.values()):
            data = {
                name: (io.BytesIO(value), "text.txt") if isinstance(value, bytes) else value
                for name, value in data.items()
            }
            return self._show(
                self.client.post(path, data=data, follow_redirects=True, content_type="multipart/form-data")
            )
        return self._show(self.client.post(path, data=data, follow_redirects=True))

    @property
    def token(self) -> str:
        """The CSRF token of the page at hand."""
        assert self.page is not None
        return self.page.typed("csrf_token")

    @property
    def _address(self) -> str:
        assert self.page is not None
        return self.page.address

    def _form_with(self, button: str) -> Tag:
        assert self.page is not None
        for form in self.page.soup.find_all("form"):
            if _button(form, button) is not None:
                return form
        raise AssertionError(f"no form with a button “{button}” on {self.page.path}: {self.page.words[:300]}")

    def _show(self, response: TestResponse) -> Page:
        self.page = Page(response)
        return self.page


def inspect(page: Page) -> None:
    """What must hold for every page of the site."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.html)
    problems = [f"{code} at {where}" for where, code, _ in parser.errors]
    assert problems == [], f"{page.path}: {problems}"
    soup = page.soup
    assert soup.html is not None
    assert soup.html.get("lang") in ("pl", "en"), page.path
    assert len(soup.find_all("h1")) == 1, f"{page.path}: not exactly one h1"
    assert len(soup.find_all("main")) == 1, page.path
    assert page.title, page.path
    twice = [
        name for name, count in Counter(tag["id"] for tag in soup.find_all(id=True)).items() if count > 1
    ]
    assert twice == [], f"{page.path}: ids used twice {twice}"
    inline = [
        tag.name
        for tag in soup.find_all(True)
        if any(name == "style" or name.startswith("on") for name in tag.attrs)
    ]
    assert inline == [], f"{page.path}: inline {inline}"
    assert all(script.get("src") for script in soup.find_all("script")), f"{page.path}: inline script"
    invalid = [tag.get("name") for tag in soup.find_all(True) if "None" in tag.attrs.values()]
    assert invalid == [], f"{page.path}: attributes without a value {invalid}"
    for form in soup.find_all("form", method="post"):
        assert form.find(attrs={"name": "csrf_token"}), f"{page.path}: a form without a token"
    for field in soup.find_all(["input", "select", "textarea"]):
        if field.get("type") not in ("hidden", "submit"):
            assert _is_labelled(field, soup), f"{page.path}: {field.get('name')} has no label"


def _is_labelled(field: Tag, soup: BeautifulSoup) -> bool:
    return bool(
        field.find_parent("label")
        or (field.get("id") and soup.find("label", attrs={"for": field["id"]}))
        or field.get("aria-label")
        or field.get("aria-labelledby")
    )


def _button(form: Tag, label: str) -> Tag | None:
    return next(
        (
            b
            for b in form.find_all("button")
            if label in " ".join(b.get_text(" ").split()) or str(b.get("aria-label", "")).startswith(label)
        ),
        None,
    )


def _prefilled(form: Tag) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "select", "textarea"]):
        name, kind = field.get("name"), field.get("type")
        if (
            not name
            or kind in ("submit", "file")
            or (kind in ("radio", "checkbox") and not field.has_attr("checked"))
        ):
            continue
        if field.name == "textarea":
            data[name] = field.get_text().lstrip("\n")
        elif field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            data[name] = chosen.get("value", "") if chosen else ""
        else:
            data[name] = field.get("value", "")
    return data
