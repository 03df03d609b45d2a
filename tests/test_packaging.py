"""What is installed from a wheel has all that a clone has."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOOK = """
from quizapp import paths
from quizapp.cli.start import prepare

assert paths.CHECKOUT is None, paths.PACKAGE
client = prepare().test_client()
page = client.get("/", headers={"Accept-Language": "pl"})
style = client.get("/static/css/quizapp.css")
print(page.status_code, style.status_code, "Otwarte quizy" in page.text, page.text.count("/q/"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment with nothing of ours in it but the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    wheel = next(folder.glob("*.whl"))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
    ]
    subprocess.run(pip, check=True, capture_output=True)
    return python


def test_a_wheel_brings_pages_styles_polish_and_the_bank(installed: Path, tmp_path: Path) -> None:
    libraries = sysconfig.get_path("purelib")
    look = f"import sys; sys.path.append({libraries!r})\n{LOOK}"

    done = subprocess.run(
        [installed, "-c", look],
        cwd=tmp_path,
        env={**os.environ, "QUIZAPP_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.split() == ["200", "200", "True", "1"], done.stderr


def test_the_bill_of_materials_names_every_locked_package_at_its_version(tmp_path: Path) -> None:
    """What `make sbom` writes beside a release."""
    bill = tmp_path / "sbom.json"
    write = [sys.executable, "-m", "cyclonedx_py", "requirements", ROOT / "requirements.lock"]

    subprocess.run(
        [*write, "--pyproject", ROOT / "pyproject.toml", "-o", bill], check=True, capture_output=True
    )

    written = json.loads(bill.read_text())
    locked = re.findall(r"^(\S+)==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert written["bomFormat"] == "CycloneDX"
    assert written["metadata"]["component"]["name"] == "quizapp"
    assert sorted((one["name"], one["version"]) for one in written["components"]) == sorted(locked)
    assert all(one["externalReferences"][0]["hashes"] for one in written["components"])
