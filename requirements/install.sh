#!/bin/sh
# install.sh NAME… : make .venv hold what the locks NAME.lock list, and do nothing if it does already.
# Only hashes are trusted, whichever index or mirror the machine is set up to use. A note in .venv
# says which locks are in; another says that work is under way, so that an interrupted run starts
# over instead of leaving half a package behind. PYTHON=… chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_USER

usable() { # whether the command is a Python that can run the program
    "$@" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() { # → the interpreter to make .venv with
    if [ -n "${PYTHON:-}" ]; then
        usable "$PYTHON" && echo "$PYTHON"
        return
    fi
    for candidate in python3 python3.13 python3.12 python3.11 python3.14 python; do
        usable "$candidate" && echo "$candidate" && return
    done
    has_uv && uv python find --no-python-downloads '>=3.11' 2>/dev/null
}

create() { # a fresh .venv
    python=$(find_python) || {
        echo "没有找到可用的 Python：需要 3.11 或更高的版本。装好后再运行，或用 PYTHON=路径 指明。" >&2
        exit 1
    }
    rm -rf .venv
    mkdir .venv
    touch .venv/.unfinished
    { has_uv && uv venv --quiet --allow-existing --no-python-downloads --python "$python" .venv; } ||
        "$python" -m venv .venv || {
        echo "建不成运行环境 .venv：请先装好 venv（Debian、Ubuntu 上是 python3-venv 这个包）。" >&2
        exit 1
    }
}

has_uv() { command -v uv >/dev/null; }

install() { # options of pip; a mirror that only pip knows of is why pip is tried when uv fails
    { has_uv && uv pip install --quiet --python .venv/bin/python "$@"; } || {
        .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip
        .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
    }
}

if [ -e .venv/.unfinished ] || ! usable .venv/bin/python; then create; fi

# The command as people type it; the package is used where it lies.
here=$(pwd)
printf '#!/bin/sh\nPYTHONPATH="%s" exec "%s/.venv/bin/python" -m generator "$@"\n' "$here" "$here" \
    >.venv/bin/mingbai
chmod +x .venv/bin/mingbai

missing=""
for name in "$@"; do
    note=$(cat ".venv/.has-$name" 2>/dev/null || true)
    [ "$note" = "$(cksum <"requirements/$name.lock")" ] || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

echo "准备运行环境 .venv（$(echo $missing)）……"
touch .venv/.unfinished
for name in $missing; do
    install --no-deps --require-hashes --only-binary :all: -r "requirements/$name.lock" || {
        echo "装不上 requirements/$name.lock 里的包，原因见上；网络通后再运行一次即可。" >&2
        exit 1
    }
    cksum <"requirements/$name.lock" >".venv/.has-$name"
done
rm .venv/.unfinished
