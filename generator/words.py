"""Click in Chinese: the headings of help, complaints about wrong use, and the shared --root."""

from __future__ import annotations

import os
from pathlib import Path

import click

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class SourcePath(click.Path):
    """The path of anything that lies there, also of a folder or of a link that leads nowhere.

    The reader says what is wrong with those; only a path with nothing at it is wrong use.
    """

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """A path as typed."""
        if not os.path.lexists(value):
            self.fail("没有这个文件", param, ctx)
        return Path(value)


class ChineseFormatter(click.HelpFormatter):
    """Writes help under Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`用法：mingbai check [选项]`."""
        words = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, words, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Options → 选项."""
        super().write_heading(_HEADINGS.get(heading, heading))


class ChineseContext(click.Context):
    """A context whose help is written in Chinese."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command whose help option says so in Chinese."""

    context_class = ChineseContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """-h/--help 看这份说明."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "看这份说明。"
        return option


class ChineseGroup(click.Group):
    """A group of commands in the order they were written."""

    context_class = ChineseContext
    command_class = ChineseCommand

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        """Names in the order written."""
        return list(self.commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """-h/--help 看这份说明."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "看这份说明。"
        return option


def in_chinese(complaint: click.ClickException) -> str:
    """Click's complaint about wrong use → one Chinese sentence."""
    match complaint:
        case click.NoSuchOption():
            near = f"，是不是 {complaint.possibilities[0]}？" if complaint.possibilities else ""
            return f"没有“{complaint.option_name}”这个选项{near}"
        case click.MissingParameter():
            name = (
                complaint.param.make_metavar(complaint.ctx)
                if complaint.ctx and complaint.param
                else ""
            )
            return f"缺少参数 {name}".rstrip()
        case click.BadParameter():
            name = complaint.param.opts[-1] if complaint.param else ""
            return f"参数 {name} 不对：{_reason(complaint)}"
        case click.BadOptionUsage():
            return f"选项 {complaint.option_name} 后面缺少值"
        case click.UsageError():
            return _usage(complaint)
        case _:
            return complaint.format_message()


def _reason(complaint: click.BadParameter) -> str:
    """Why a value does not fit, by the type that refused it."""
    kind = complaint.param.type if complaint.param else None
    if isinstance(kind, click.Choice):
        return "只能是 " + "、".join(str(choice) for choice in kind.choices)
    if isinstance(kind, click.Path):
        return "没有这个文件夹" if not kind.file_okay else "没有这个文件"
    if isinstance(kind, click.FloatRange):
        return f"要写 {kind.min:g} 到 {kind.max:g} 之间的数"
    if isinstance(kind, click.IntRange | click.types.IntParamType):
        return "要写一个数"
    return complaint.message


def _usage(complaint: click.UsageError) -> str:
    words = complaint.message
    if words.startswith("No such command"):
        name = words.removeprefix("No such command").strip(" .'\"")
        return f"没有“{name}”这个命令"
    if words.startswith("Missing command"):
        return "没有写要做什么"
    if words.startswith("Got unexpected extra argument"):
        return "多写了参数"
    return words


ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True),
    metavar="文件夹",
    default=".",
    help="一个区的数据文件夹；不写就是当前文件夹。",
)
"""The district that a command is about."""


def make_folder(folder: Path) -> None:
    """The folder for what is printed, or say before an hour of printing that there can be none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        told = f"不能放到 {folder}：没有写入的权限，或者有同名的文件"
        raise click.UsageError(told) from failure
