"""Edits in a district's folders → a site on this machine that rebuilds and shows itself anew.

Loopback only. The last good page stays while the data has problems; they stand in a banner over it,
which is added on the way to the browser: the site on disk is not touched.
"""

from __future__ import annotations

import errno
import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import click

from generator import build, report
from generator.load import load
from generator.problem import Severity
from generator.progress import Silence
from generator.publish import identity_of
from generator.publish.holes import Values, cut, fill
from generator.settings import PACKAGE, Settings
from generator.verdict import source_lines
from generator.watch import Stamps, file_stamps, inputs_of, law_folder

_TOOLS = PACKAGE / "frame" / "serve"
_TOOLS_URL = "/.mingbai-serve/"
_TYPES = {"reload.js": "text/javascript", "serve.css": "text/css"}
_LOOK_EVERY = 0.7
_SETTLE = 0.2
_KEEP_ALIVE = 10.0
"""Seconds: between two looks, until a burst of saving is over, between two signs of life."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is served and when it is made again: *base_path* is the path in 网址, "" without.

    *law_texts* tells the folder of law texts, asked again after every change: it is a setting.
    """

    site: Path
    watched: tuple[Path, ...]
    port: int = 8000
    base_path: str = ""
    law_texts: Callable[[], Path | None] = lambda: None


class Editions:
    """How often the site was made, and what was wrong the last time; threads wait for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._problems = ""

    def now(self) -> tuple[int, str]:
        """The number of the present edition and its problems' text ("" for none)."""
        with self._changed:
            return self._number, self._problems

    def next(self, problems: str) -> None:
        """Say that the site was made again."""
        with self._changed:
            self._number += 1
            self._problems = problems
            self._changed.notify_all()

    def wait_after(self, number: int) -> bool:
        """Whether another edition than *number* is there, now or within a few seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number != number, _KEEP_ALIVE)


def run(root: Path, port: int) -> None:
    """A district's folder → its site on this machine, until interrupted.

    It is made beside the published one, without handbooks; click.UsageError when the port is taken.
    """
    served = served_for(root, port)
    settings = Settings(root, served.site, prints=False)

    def rebuild() -> str:
        problems = build.site(settings, Silence())
        errors = [each for each in problems if each.severity is Severity.ERROR]
        text = report.to_text(errors, source_lines(root))
        click.echo(f"{text}{report.summary(problems)}")
        return text

    try:
        serve(served, rebuild)
    except OSError as failure:
        if failure.errno != errno.EADDRINUSE:
            raise
        raise click.UsageError(f"端口 {port} 已被占用，用 --port 换一个") from failure


def served_for(root: Path, port: int) -> Served:
    """A district's folder → what is shown, and what is watched for it: its inputs and ours."""
    registry, _ = load(root)
    base = identity_of(registry.district).base_path if registry else ""
    laws = functools.partial(law_folder, root)
    return Served(root / ".build" / "serve", inputs_of(root), port, base or "", laws)


def serve(served: Served, rebuild: Callable[[], str]) -> None:
    """Build, serve, and rebuild at every change until interrupted; OSError when the port is taken.

    *rebuild* makes the site and returns its problems' text, or "".
    """
    editions = Editions()
    with SiteServer(served, editions) as server:
        stop = threading.Event()
        watch = functools.partial(watch_and_rebuild, served, rebuild, editions, stop)
        threading.Thread(target=watch, daemon=True).start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            stop.set()


class SiteServer(ThreadingHTTPServer):
    """Listens on loopback and knows what its answers are made from."""

    def __init__(self, served: Served, editions: Editions) -> None:
        self.served = served
        self.editions = editions
        handler = functools.partial(_Handler, directory=str(served.site))
        super().__init__(("127.0.0.1", served.port), handler)


def watch_and_rebuild(
    served: Served, rebuild: Callable[[], str], editions: Editions, stop: threading.Event
) -> None:
    """Make the site now and after every change of the watched files, until *stop*."""
    seen: Stamps | None = None
    laws: Path | None = None
    while True:
        stamps = file_stamps(served.watched, laws)
        while stamps != seen and seen is not None and not stop.wait(_SETTLE):
            before, stamps = stamps, file_stamps(served.watched, laws)
            if stamps == before:
                break
        if stamps != seen:
            laws = served.law_texts()
            seen = file_stamps(served.watched, laws)
            editions.next(_problems_of(rebuild))
        if stop.wait(_LOOK_EVERY):
            return


def _problems_of(rebuild: Callable[[], str]) -> str:
    try:
        return rebuild()
    except Exception as bug:  # noqa: BLE001 - a bug must not end the watching; the reader sees it
        return f"生成时出了程序自身的错误：{bug!r}"


class _Handler(SimpleHTTPRequestHandler):
    """Answers one request: HTML with the banner, other files as they are."""

    server: SiteServer

    def do_GET(self) -> None:
        """Answer with a tool of ours, a page, or a file."""
        route = urlsplit(self.path)
        if route.path.startswith(_TOOLS_URL):
            self._tool(route.path.removeprefix(_TOOLS_URL), route.query)
            return
        if route.path.startswith(f"{self.server.served.base_path}/"):
            self.path = self.path.removeprefix(self.server.served.base_path)
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not urlsplit(self.path).path.endswith("/"):
            super().do_GET()  # It sends the reader on to the address with a slash.
            return
        page = file / "index.html" if file.is_dir() else file
        if page.suffix == ".html" or not page.is_file():
            self._page(page)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let the browser keep nothing: the next edition may differ."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *words: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing: the builds are what one wants to read on the terminal."""

    def list_directory(self, path: object) -> None:
        """Show no folders; the site has none to show."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def _page(self, page: Path) -> None:
        found = page.is_file()
        file = page if found else self.server.served.site / "404.html"
        text = (file if file.is_file() else _TOOLS / "nothing.html").read_text(encoding="utf-8")
        number, problems = self.server.editions.now()
        values: Values = {
            "problems": [{"words": problems}] if problems else [],
            "edition": str(number),
        }
        added = fill(cut((_TOOLS / "banner.html").read_text(encoding="utf-8")), values)
        before, end, after = text.rpartition("</body>")
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        self._answer(status, "text/html", f"{before}{added}{end}{after}".encode())

    def _tool(self, name: str, query: str) -> None:
        if name == "news":
            self._news(parse_qs(query).get("after", [""])[0])
        elif name in _TYPES:
            self._answer(HTTPStatus.OK, _TYPES[name], (_TOOLS / name).read_bytes())
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _news(self, after: str) -> None:
        """Keep the line open and say so when the site has been made again."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = int(after) if after.isdecimal() else -1
        try:
            while not self.server.editions.wait_after(number):
                self._send(b": still the same\n\n")
            self._send(b"data: new\n\n")
        except ConnectionError:
            return  # The reader has left the page.

    def _send(self, words: bytes) -> None:
        self.wfile.write(words)
        self.wfile.flush()
