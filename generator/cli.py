"""The command line: words in, one of the exit codes 0, 1, 2, 70 out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator import apology
from generator.memory import about_to_end
from generator.verdict import CLEAN, PROBLEMS, WRONG_USE
from generator.words import ChineseGroup, in_chinese


def _of_districts(name: str) -> click.Command:
    from generator import cli_site

    return {"site": cli_site.site, "check": cli_site.check, "serve": cli_site.serve_site}[name]


def _of_paper(_: str) -> click.Command:
    from generator import cli_handbook

    return cli_handbook.handbook


def _of_files(name: str) -> click.Command:
    from generator import cli_read

    return {"read": cli_read.read, "explain": cli_read.explain}[name]


def _of_citations(_: str) -> click.Command:
    from generator import cli_cite

    return cli_cite.cite


def _of_drawing(_: str) -> click.Command:
    from generator import cli_draw

    return cli_draw.draw_flow


def _of_walls(_: str) -> click.Command:
    from generator import cli_poster

    return cli_poster.poster


def _of_offices(name: str) -> click.Command:
    from generator import cli_office

    return {
        "notice": cli_office.notice,
        "review": cli_office.review,
        "booklet": cli_office.booklet,
    }[name]


def _of_writing(name: str) -> click.Command:
    from generator import cli_edit

    return {"new": cli_edit.new_group, "fix": cli_edit.fix, "schema": cli_edit.schema}[name]


_COMMANDS: dict[str, Callable[[str], click.Command]] = {
    "site": _of_districts,
    "check": _of_districts,
    "handbook": _of_paper,
    "explain": _of_files,
    "read": _of_files,
    "draw": _of_drawing,
    "poster": _of_walls,
    "notice": _of_offices,
    "review": _of_offices,
    "booklet": _of_offices,
    "cite": _of_citations,
    "serve": _of_districts,
    "new": _of_writing,
    "fix": _of_writing,
    "schema": _of_writing,
}
"""Commands in the order of the help; the modules of one are imported only when it is called."""


class _Commands(ChineseGroup):
    """The commands of `_COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        """Names in the order written."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click asks so
        cmd_name: str,
    ) -> click.Command | None:
        """The command of a name, imported now."""
        found = _COMMANDS.get(cmd_name)
        return found(cmd_name) if found else None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
def main() -> None:
    """明白账：把权力清单的 YAML 编成群众能查、能看、能印的网站。

    退出码：0 没有错误，或者有错误的单位先用了上一次的内容；1 有错误，什么也没有发布；
    2 命令写错了；70 程序自己出了毛病。
    """


def run() -> None:
    """The `mingbai` command: click's complaints in Chinese, and an apology for our own faults."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A sign that the terminal lacks is spelled out.
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(main.main(standalone_mode=False, prog_name="mingbai") or CLEAN)
    except click.exceptions.NoArgsIsHelpError as bare:
        click.echo(bare.format_message(), err=True)
        sys.exit(WRONG_USE)
    except click.Abort:
        sys.exit(PROBLEMS)
    except click.ClickException as complaint:
        click.echo(f"命令写错了：{in_chinese(complaint)}。用 mingbai --help 看说明。", err=True)
        sys.exit(WRONG_USE)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:  # noqa: BLE001 - the one place where everything unforeseen ends
        click.echo(apology.apologise(fault, Path.cwd() / ".build"), err=True)
        sys.exit(apology.EXIT_CODE)
    finally:
        about_to_end()
