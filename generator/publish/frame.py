"""MkDocs + Material → the empty page that all pages are poured into, and the hand-written pages.

The only module that knows MkDocs. It runs in memory; what it writes goes to a folder thrown away.
The theme override is always generator/frame. Plugins and hooks named in mkdocs.yml are not run
here (our own hook would call this module again).
Links carry `⟦base⟧`, the way up to the root, so one empty page serves every depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from mkdocs.commands.build import build
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from generator.output import DataFile, Heading, Page
from generator.problem import Problem, Span, error, warning
from generator.publish.frame_templates import Surroundings, Templates, furnish, site_title, way
from generator.publish.identity import SiteIdentity
from generator.publish.overhear import overheard
from generator.publish.patches import mended, without_styles
from generator.publish.pour import Frame
from generator.publish.tables import with_labels
from generator.settings import PACKAGE

_EMPTY_PAGE = "mingbai-empty-page.md"

_SILENT = {
    "nav": {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"},
    "links": dict.fromkeys(
        ("not_found", "absolute_links", "unrecognized_links", "anchors"), "ignore"
    ),
}
"""MkDocs knows only the hand-written pages; every link of the whole site is checked by links.py."""


def make_frame(
    root: Path, identity: SiteIdentity, versions: Mapping[str, str]
) -> tuple[Frame | None, list[Problem]]:
    """A district's mkdocs.yml and content/ → its frame; None where MkDocs cannot read them.

    *versions* names the files of assets/ with the hash to ask for them by.
    """
    for path in (root / "mkdocs.yml", root / "content"):
        if not path.exists():
            hint = "一个区县的文件夹里要有 content/ powers/ villages/ 和 mkdocs.yml"
            missing = f"找不到 {path.name}"
            return None, [error("missing-file", missing, Span(path.name), hint)]
    said: list[str] = []
    gather = _Gather(identity, versions)
    with (
        TemporaryDirectory(prefix="mingbai-") as thrown_away,
        overheard("mkdocs", said),
    ):
        try:
            build(_configured(root, Path(thrown_away), gather))
        except (MkDocsException, UnicodeDecodeError) as failure:
            return None, [_unreadable([*said, str(failure)])]
    problems = [warning("mkdocs-says", f"MkDocs 提醒：{line}", Span("mkdocs.yml")) for line in said]
    return gather.frame(), gather.problems + problems


def _configured(root: Path, thrown_away: Path, gather: _Gather) -> MkDocsConfig:
    """The district's mkdocs.yml with what is ours to say; MkDocsException where it is not valid."""
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    with (root / "mkdocs.yml").open("rb") as file:
        config.load_file(file)
    named = config["theme"] if isinstance(config["theme"], dict) else {}
    theme = {"palette": {"scheme": "default", "primary": "custom"}, "language": "zh", **named}
    config.load_dict(
        {
            "theme": {
                **theme,
                "name": "material",
                "font": False,
                "custom_dir": str(PACKAGE / "frame"),
            },
            "docs_dir": str(root / "content"),
            "site_dir": str(thrown_away),
            "site_url": gather.identity.url,
            "use_directory_urls": True,
            "strict": False,
            "plugins": [],
            "hooks": [],
            "validation": _SILENT,
        }
    )
    errors, _ = config.validate()
    if errors:
        raise MkDocsException("；".join(f"{name}: {reason}" for name, reason in errors))
    config["mdx_configs"].setdefault("pymdownx.snippets", {})["base_path"] = [root]  # Not cwd.
    config.theme.static_templates.clear()
    config.plugins["mingbai"] = gather
    return config


_NO_EXTENSION = re.compile(r"Failed to load extension '([^']*)'")


def _unreadable(said: list[str]) -> Problem:
    words = "；".join(dict.fromkeys(line.strip() for line in said if line.strip()))
    if extension := _NO_EXTENSION.search(words):
        sentence = f"没有“{extension[1]}”这个 Markdown 扩展"
        hint = "核对 mkdocs.yml 里“markdown_extensions”的这个名字，写错了就改正，用不到就删掉"
        return error("frame-not-made", sentence, Span("mkdocs.yml"), hint)
    hint = "照 MkDocs 说的（原话是英文）改 mkdocs.yml 或 content/ 里的那一页；看不懂就交给维护人员"
    return error("frame-not-made", f"MkDocs 做不出页面框架：{words}", Span("mkdocs.yml"), hint)


class _Gather(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call] # MkDocs left it so
    """Takes what MkDocs makes out of its hands, so that nothing is written.

    MkDocs calls the `on_` methods in the order in which they stand here.
    """

    def __init__(self, identity: SiteIdentity, versions: Mapping[str, str]) -> None:
        self.identity = identity
        self.problems: list[Problem] = []
        self._versions = versions
        self._files: list[DataFile] = []
        self._pages: list[Page] = []
        self._tab_of: dict[str, str] = {}
        self._around: Surroundings | None = None
        self._empty_page = ""

    def frame(self) -> Frame:
        """Everything gathered, once MkDocs is through."""
        text = mended(self._empty_page)
        linked = frozenset(re.findall(r'(?:href|src)="⟦base⟧/([^"#?]+)', text))
        return Frame(
            text=text,
            site_title=self._around.site_title if self._around else "",
            identity=self.identity,
            pages=tuple(self._pages),
            files=tuple(file for file in self._files if file.inputs or file.path in linked),
            ways_in=linked,
        )

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Spell every page with its index.html (for file://) and keep the other files."""
        content = Path(config.docs_dir)
        for file in list(files):
            from_content = file.src_dir == config.docs_dir
            if from_content and not (content / file.src_uri).resolve().is_relative_to(content):
                files.remove(file)
                self._leads_outside(file)
            elif file.is_documentation_page():
                file.url = quote(file.dest_uri)
            else:
                inputs = frozenset({f"content/{file.src_uri}"} if from_content else ())
                self._files.append(DataFile(file.dest_uri, file.content_bytes, inputs))
        alone = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, _EMPTY_PAGE, content="", inclusion=alone))
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make a tab of every entry at the top of the navigation."""
        tabs = []
        for item in nav.items:
            leaves = list(_leaves(item))
            tab = way(item.title or "", leaves[0].url or "")
            tabs.append(tab)
            self._tab_of |= {way("", leaf.url or "").address: tab.address for leaf in leaves}
        self._around = Surroundings(
            identity=self.identity,
            site_title=site_title(self.identity, config.site_name),
            tabs=tuple(tabs),
            handwritten=frozenset(
                way("", file.dest_uri).address for file in files.documentation_pages()
            ),
            versions=self._versions,
        )
        return nav

    def on_page_content(
        self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Keep a hand-written page as one to be poured like all others."""
        del config, files
        if page.file.src_uri != _EMPTY_PAGE:
            address = way("", page.file.dest_uri).address
            self._pages.append(
                Page(
                    address=address,
                    title=_title(page),
                    description=str(page.meta.get("description", "")),
                    tab=self._tab_of.get(address, ""),
                    body=with_labels(without_styles(html)),
                    inputs=frozenset({f"content/{page.file.src_uri}", "mkdocs.yml"}),
                    contents=tuple(_headings(page.toc)),
                )
            )
        return html

    def on_env(self, env: Templates, /, *, config: MkDocsConfig, files: Files) -> None:
        """Furnish the templates; all links are made now, so nothing else needs to be copied."""
        del config
        for file in [file for file in files if not file.is_documentation_page()]:
            files.remove(file)
        if self._around:
            furnish(env, self._around)

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep the empty page; MkDocs writes no page whose text is empty."""
        del config
        if page.file.src_uri == _EMPTY_PAGE:
            self._empty_page = output
        return ""

    def _leads_outside(self, file: File) -> None:
        place = Span(f"content/{file.src_uri}")
        hint = "把文件本身放进 content/，不要放指向别处的链接"
        self.problems.append(error("leads-outside", "这个文件实际在 content/ 之外", place, hint))


def _leaves(item: StructureItem) -> Iterator[MkDocsPage | Link]:
    if isinstance(item, MkDocsPage | Link):
        yield item
    elif isinstance(item, Section):
        for child in item.children:
            yield from _leaves(child)


def _title(page: MkDocsPage) -> str:
    """The heading of the page itself; only a page without one is called as its tab is."""
    first = next((anchor.title for anchor in page.toc if anchor.level == 1), page.title)
    return unescape(first or "")


def _headings(contents: Iterable[AnchorLink]) -> Iterator[Heading]:
    """The headings of the second level; Markdown keeps them escaped."""
    for anchor in contents:
        if anchor.level == 2:
            yield Heading(anchor.id, unescape(anchor.title))
        yield from _headings(anchor.children)
