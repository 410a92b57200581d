"""MkDocs as a host: replaced by a command, told apart from what has no effect, and not needed by the texts at all."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from lxml import html
from mkdocs.commands.build import build as build_here
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handreiking.__main__ import main
from handreiking.site.bestanden import render_versie
from tests.conftest import load_edition
from tests.site.conftest import KLEIN, ROOT, Build, Site, build, visible_text
from tests.site.test_build import contents, one_processor

pytestmark = pytest.mark.site

HAAK = ROOT / "hooks" / "site.py"
# What may change no byte: the order of a set, the day, and the zone in which it is that day.
ANDERS = {"PYTHONHASHSEED": "4", "SOURCE_DATE_EPOCH": "1830000000", "TZ": "Asia/Tokyo"}
# A process in which MkDocs cannot be imported, and of its theme no more is used than the folder with icons.
ZONDER = """
import sys
sys.modules["mkdocs"] = None
from handreiking.__main__ import main
status = main(sys.argv[1:])
assert "material" not in sys.modules
sys.exit(status)
"""


def bouw(project: Path, folder: Path, **environment: str) -> Build:
    """Run `handreiking bouw` without MkDocs."""
    done = subprocess.run(
        [sys.executable, "-c", ZONDER, "--project", str(project), "bouw", "--uit", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    return Build(done.returncode, done.stdout + done.stderr, folder)


def test_the_command_gives_the_bytes_of_the_edition(edition: Site, tmp_path: Path) -> None:
    """With the PDFs and the zip, in the place of what stood there; by another seed, on another day, one processor."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "oud.html").touch()
    with one_processor():
        made = bouw(ROOT, tmp_path / "site", EXPORT="ja", **ANDERS)
    assert (made.status, made.printed) == (0, f"{made.folder} geschreven\n")
    assert contents(made.folder) == contents(edition.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_command_gives_the_bytes_for_an_address(tmp_path: Path) -> None:
    """Of another handreiking, for an address from the environment; on another day in another zone too."""
    given = {"EXPORT": "ja", "SITE_URL": "https://www.example.org/h/"}
    one, other = bouw(KLEIN, tmp_path / "a", **given, **ANDERS), build(KLEIN / "mkdocs.yml", tmp_path / "b", **given)
    assert (one.status, other.status) == (0, 0), one.printed + other.printed
    assert contents(one.folder) == contents(other.folder)
    assert {"sitemap.xml", "robots.txt", "handreiking.pdf"} <= set(contents(one.folder))


def test_the_command_keeps_the_previous_site(
    klein: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the data has a problem, a template fails, the environment is wrong, or the place is a link."""
    monkeypatch.setenv("EXPORT", "nee")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "van-mij").touch()
    (tmp_path / "koppeling").symlink_to("site")
    run = ["--project", str(klein), "bouw", "--uit"]
    assert main([*run, str(tmp_path / "koppeling")]) == 2
    assert "koppeling is een koppeling of een bestand, geen map" in capsys.readouterr().err
    with changed(klein / "data" / "tools.yaml", "\n  url:", "\n  utl:"):
        assert main([*run, str(tmp_path / "site")]) == 1
    assert "data/tools.yaml:6: onbekend veld 'utl'; bedoelde u 'url'?\n" in capsys.readouterr().out
    monkeypatch.setenv("SITE_URL", "wijk")
    assert main([*run, str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err.endswith("het adres begint niet met https://; er is niets gebouwd\n")
    monkeypatch.delenv("SITE_URL")
    (klein / "overrides").mkdir()
    (klein / "overrides" / "over.html").write_text("{{ bestaat_niet.veld }}", encoding="utf-8")
    with pytest.raises(Exception, match="'bestaat_niet' is undefined"):
        main([*run, str(tmp_path / "site")])
    assert contents(tmp_path / "site") == {"van-mij": b""}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["koppeling", "project", "site"]


@contextmanager
def changed(path: Path, old: str, new: str) -> Iterator[None]:
    """Have a file hold something else for a while."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    yield
    path.write_text(text, encoding="utf-8")


# What is set in mkdocs.yml, and what is said of it; each at the third line, where it is set.
GEWEIGERD = {
    "copyright: VAR": "'copyright' doet hier niets; zet 'licentie' in data/handreiking.yaml",
    "docs_dir: data": "'docs_dir' is niet content; de teksten staan in content/",
    "draft_docs: ow.md": "'draft_docs' doet hier niets; een pagina die nog niemand hoort te zien, krijgt",
    "edit_uri_template: 'edit/{path}'": "'edit_uri_template' doet hier niets; zet 'wijzigen' in data/handreiking.yaml",
    "edit_uri: edit/main/": "'edit_uri' doet hier niets; zet 'wijzigen' in data/handreiking.yaml",
    "exclude_docs: weg.md": "'exclude_docs' doet hier niets; een pagina die nog niemand hoort te zien, krijgt",
    "extra_css: [assets/css/weg.css]": "assets/css/weg.css kan hier zo niet; zet het in overrides/assets/",
    "extra_css: [https://x.example.org/a.css]": "https://x.example.org/a.css kan hier zo niet",
    "extra_javascript: [{path: assets/a.js}]": "{'path': 'assets/a.js'} kan hier zo niet; zet het in overrides/assets/",
    "extra_templates: [a.html]": "'extra_templates' doet hier niets; eigen sjablonen staan in overrides/",
    "extra: {social: [{link: 'https://x.example.org'}]}": "'extra' doet hier niets; de sjablonen krijgen geen eigen",
    f"hooks: [{HAAK}, eigen.py]": "een eigen haak heeft 'on_page_markdown', maar MkDocs krijgt hier geen pagina's",
    "markdown_extensions: [admonition]": "'markdown_extensions' doet hier niets; de teksten kennen één vorm",
    "nav: [index.md]": "'nav' doet hier niets; de volgorde staat boven aan elke pagina: 'volgorde'",
    "not_in_nav: over.md": "'not_in_nav' doet hier niets; een pagina die nog niemand hoort te zien, krijgt",
    "plugins: [search]": "'plugins' doet hier niets; een plug-in krijgt hier geen pagina's te zien",
    "repo_name: Code": "'repo_name' doet hier niets; zet 'broncode' in data/handreiking.yaml",
    "repo_url: https://x.example.org/a": "'repo_url' doet hier niets; zet 'broncode' in data/handreiking.yaml",
    "site_author: VAR": "'site_author' doet hier niets; zet 'uitgever' in data/handreiking.yaml",
    "site_description: Zo.": "'site_description' doet hier niets; dat staat boven aan content/index.md",
    "site_url: https://x.example.org/": "'site_url' doet hier niets; zet 'adres' in data/handreiking.yaml",
    "theme: {name: mkdocs, palette: {primary: red}}": "'theme' doet hier niets; kleuren en iconen staan boven aan",
    "use_directory_urls: true": "'use_directory_urls' doet hier niets; zet 'adressen' in data/handreiking.yaml",
    "validation: {links: {not_found: ignore}}": "'validation' doet hier niets; elke koppeling wordt altijd",
}
# What these set has effect, or comes to the same as nothing.
WERKT = {"dev_addr", "hooks", "remote_branch", "remote_name", "site_dir", "site_name", "strict", "watch"}
EIGEN_HAAK = """
from pathlib import Path

def on_files(files, config):
    assert files.get_file_from_path("groen/bomen.html")

def on_post_build(config):
    (Path(config.site_dir) / "eigen.txt").write_text("van een eigen haak")
"""


def write_config(project: Path, settings: str) -> Path:
    """Write a mkdocs.yml with these settings from its third line on, and those that every handreiking has."""
    names = [line.partition(":")[0] for line in settings.splitlines()]
    always = {"site_name": "Wijk", "docs_dir": "content", "hooks": [str(HAAK)], "plugins": []}
    needed = [f"{name}: {json.dumps(value)}" for name, value in always.items() if name not in names]
    path = project / "mkdocs.yml"
    path.write_text(
        "\n".join(["# De instellingen", "# van deze handreiking.", settings, *needed, ""]), encoding="utf-8"
    )
    return path


def refused(config: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Build in this process, which fails; return the lines of the problems."""
    caplog.clear()
    with pytest.raises(Abort):
        build_here(load_config(str(config), site_dir=str(config.with_name("site"))))
    assert not config.with_name("site").exists()
    return [line for line in caplog.text.splitlines() if re.match(r"\S+\.yml:\d+: ", line)]


@pytest.mark.parametrize(("setting", "told"), GEWEIGERD.items(), ids=[s.partition(":")[0] for s in GEWEIGERD])
def test_a_setting_without_effect_is_told_with_what_has(
    setting: str, told: str, klein: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One problem, in Dutch, at the line of the setting."""
    (klein / "eigen.py").write_text("def on_page_markdown(markdown, **_): return markdown\n", encoding="utf-8")
    (line,) = refused(write_config(klein, setting), caplog)
    assert line.startswith(f"mkdocs.yml:3: {told}")


def test_every_setting_of_mkdocs_has_effect_or_is_refused(klein: Path, caplog: pytest.LogCaptureFixture) -> None:
    """One that a later MkDocs has is told to be taken away; none that it has now is."""
    tried = {setting.partition(":")[0] for setting in GEWEIGERD} | WERKT
    # These cannot be set, or MkDocs itself refuses them.
    assert set(MkDocsConfig()) - tried == {"config_file_path", "google_analytics", "mdx_configs", "pages"}
    (line,) = refused(write_config(klein, "nieuw_in_mkdocs: ja"), caplog)
    assert line == "mkdocs.yml:3: 'nieuw_in_mkdocs' doet hier niets; haal het weg"


def test_what_another_file_sets_is_told_too(klein: Path, caplog: pytest.LogCaptureFixture) -> None:
    """At the first line of the handreiking's own settings; and so is what is there by itself, the search of MkDocs."""
    (klein / "ouder.yml").write_text("nav: [index.md]\n", encoding="utf-8")
    (line,) = refused(write_config(klein, "INHERIT: ouder.yml"), caplog)
    assert line.startswith("mkdocs.yml:1: 'nav' doet hier niets")
    (line,) = refused(write_config(klein, "plugins:"), caplog)
    assert line.startswith("mkdocs.yml:3: 'plugins' ontbreekt; ")


@pytest.fixture(scope="module")
def eigen(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small handreiking with all that it may have of its own, and every setting that has effect or is empty."""
    project = tmp_path_factory.mktemp("eigen")
    for name in ("content", "data"):
        shutil.copytree(KLEIN / name, project / name)
    write_tree(
        project,
        {
            "eigen.py": EIGEN_HAAK,
            "iconen/eigen/boom.svg": "<svg><title>een eigen boom</title></svg>",
            "iconen/material/water-outline.svg": "<svg><title>eigen water</title></svg>",
            "overrides/over.html": '{% extends "pagina.html" %}{% block kop %}Eigen kop{% endblock %}',
            "overrides/assets/css/site.css": "body { color: teal }",
            "overrides/assets/css/eigen.css": "p { margin: 0 }",
            "overrides/assets/js/eigen.js": "// Weg.\nvar eigen = 1;\n",
        },
    )
    thema = project / "content" / "groen" / "index.md"
    thema.write_text(thema.read_text(encoding="utf-8").replace("material/tree-outline", "eigen/boom"), encoding="utf-8")
    empty = {setting.partition(":")[0] for setting in GEWEIGERD} - {"docs_dir", "hooks", "theme", "plugins"}
    empty -= {"extra_css", "extra_javascript"}
    nothing = {"use_directory_urls": "false", "extra_templates": "[]", "markdown_extensions": "[]", "extra": "{}"}
    nothing |= {"validation": "{}"}
    settings = [f"{name}: {nothing.get(name, '')}" for name in sorted(empty)]
    settings += ["dev_addr: 127.0.0.1:8123", "strict: true", "site_dir: elders", "watch: [data]", "remote_name: x"]
    settings += ["extra_css: [assets/css/eigen.css]", "extra_javascript: [assets/js/eigen.js]"]
    settings += [f"hooks: [eigen.py, {HAAK}]"]
    config = write_config(project, "\n".join(settings))
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "EXPORT": "nee"}, cwd=project
    )
    assert done.returncode == 0, done.stderr
    return Site(project / "elders")


def write_tree(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by their path."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_an_own_hook_sees_the_files_and_adds_to_them(eigen: Site) -> None:
    """What it writes after the build is in the site."""
    assert (eigen.folder / "eigen.txt").read_text(encoding="utf-8") == "van een eigen haak"


def test_an_own_template_goes_before_ours(eigen: Site) -> None:
    """On its page, with ours around it; the other pages stay."""
    assert [visible_text(one) for one in eigen.tree("over.md").iter("h1")] == ["Eigen kop"]
    assert [visible_text(one) for one in eigen.tree("groen/bomen.md").iter("h1")] == ["Bomen"]


def test_an_own_icon_goes_before_the_theme(eigen: Site) -> None:
    """In the place of one of the theme, and under a name of its own."""
    home = html.tostring(eigen.tree("index.md"), encoding="unicode")
    assert ("eigen water" in home, "een eigen boom" in home) == (True, True)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("assets/css/site.css", "body { color: teal }"),
        ("assets/css/eigen.css", "p { margin: 0 }"),
        ("assets/js/eigen.js", "var eigen=1;"),
    ],
)
def test_an_own_style_or_script_stands_on_every_page_with_its_version(path: str, content: str, eigen: Site) -> None:
    """In the place of ours or beside it; a browser may keep it until it changes."""
    assert (eigen.folder / path).read_text(encoding="utf-8").strip() == content
    version = f"{path}?v={render_versie((eigen.folder / path).read_bytes())}"
    assert [page for page in eigen.pages() if version not in page.read_text(encoding="utf-8")] == []


@pytest.fixture(scope="module")
def kaal(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The texts of the edition as MkDocs and Material build them, without our hook, templates or data."""
    project = tmp_path_factory.mktemp("kaal")
    shutil.copytree(ROOT / "content", project / "content")
    titles = [
        {next(yaml.safe_load_all(path.read_text(encoding="utf-8")))["titel"]: path.relative_to(project / "content")}
        for path in sorted((project / "content").rglob("*.md"))
    ]
    warn = dict.fromkeys(("not_found", "absolute_links", "unrecognized_links"), "warn")
    config: dict[str, object] = {"site_name": "Kaal", "docs_dir": "content", "use_directory_urls": False, "plugins": []}
    config |= {"theme": {"name": "material", "font": False}, "validation": {"links": warn}, "nav": titles}
    (project / "mkdocs.yml").write_text(json.dumps(config, default=str), encoding="utf-8")
    made = build(project / "mkdocs.yml", project / "site")
    assert made.status == 0, made.printed
    return Site(made.folder)


def test_the_texts_are_pages_without_any_of_our_code(kaal: Site) -> None:
    """Each with its title, its whole text and its links; strict, so that none between pages is dead."""
    paginas = load_edition().paginas
    assert len(paginas) > 30
    for pad, pagina in paginas.items():
        article = kaal.tree(pad).find(".//article")
        ours = html.fromstring(f"<div>{pagina.tekst.html}</div>")
        text = re.sub(r"\[\[cijfers: \S+\]\]", "", visible_text(article).replace("¶", ""))
        assert "".join(text.split()) == "".join(f"{pagina.titel}{visible_text(ours)}".split()), pad
        links = [a.get("href") for a in ours.iter("a") if a.get("class") not in {"begrip", "afkorting"}]
        assert [a.get("href") for a in article.iter("a") if a.get("class") != "headerlink"] == links, pad
