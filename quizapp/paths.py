"""Where the folders beside the code are: in a checkout at its top, in an installed wheel inside the package."""

from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("quizapp")))
CHECKOUT = PACKAGE.parent if (PACKAGE.parent / "pyproject.toml").is_file() else None
_ROOT = CHECKOUT or PACKAGE

TEMPLATES = _ROOT / "templates"
STATIC = _ROOT / "static"
QUESTIONS = _ROOT / "questions"
TRANSLATIONS = PACKAGE / "translations"
MIGRATIONS = PACKAGE / "store" / "migrations"
