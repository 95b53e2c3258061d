#!/bin/sh
# requirements/*.in → requirements/*.lock: every package with the hashes of all its files, for every
# platform and Python from 3.11 on, without the address of any index. Versions already locked stay
# unless `--upgrade` is given. The settings of the machine are kept out, so that every maintainer
# locks the same files. Each lock holds only what the ones before it do not.
set -eu
cd "$(dirname "$0")"

for name in $(env | sed -n 's/^\(UV_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done

uv=$(command -v uv || echo ../.venv/bin/uv)
if ! "$uv" --version >/dev/null 2>&1; then
    echo "找不到 uv：请先运行 make test 装好测试工具，再运行 make lock。" >&2
    exit 1
fi

compile() { # a name and further options → name.lock
    name=$1
    shift
    "$uv" --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" \
        "$@" --output-file "$name.lock" "$name.in"
}

without() { # lock files → options that leave their packages out
    sed -n 's/^\([a-z0-9][a-z0-9._-]*\)==.*/--no-emit-package=\1/p' "$@" | sort -u
}

# diagrams names pre-commit, which only its own developers run, and that brings these others.
unused=""
for name in pre-commit cfgv distlib filelock identify nodeenv python-discovery virtualenv; do
    unused="$unused --no-emit-package=$name"
done
# shellcheck disable=SC2086  # One option per word is what is meant.
compile site $unused "$@"
# shellcheck disable=SC2046  # One option per word is what is meant.
compile print --constraints site.lock --no-emit-package=justmytype $(without site.lock) "$@"
# shellcheck disable=SC2046
compile test --constraints site.lock --constraints print.lock $(without site.lock print.lock) "$@"
# shellcheck disable=SC2046
compile bench --constraints site.lock --constraints print.lock --constraints test.lock \
    $(without site.lock print.lock test.lock) "$@"
