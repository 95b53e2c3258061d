#!/bin/sh
# install-js.sh NAME… : make requirements/NAME/node_modules hold what NAME/package-lock.json lists,
# and do nothing if it does already. No script of any package is run. Only tests and measurements
# need these; without npm they are left out with a word, but not where CI is set.
set -eu
cd "$(dirname "$0")"

for name in "$@"; do
    note=$(cat "$name/node_modules/.has" 2>/dev/null || true)
    [ "$note" = "$(cksum <"$name/package-lock.json")" ] && continue
    if ! command -v npm >/dev/null; then
        echo "没有找到 npm：要用它的测试会跳过。装好 Node.js 后再运行就会补上。" >&2
        [ -z "${CI:-}" ] && continue
        exit 1
    fi
    echo "准备浏览器里的测试工具（$name）……"
    (cd "$name" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || {
        echo "装不上 requirements/$name/package-lock.json 里的包，原因见上；网络通后再运行一次即可。" >&2
        exit 1
    }
    cksum <"$name/package-lock.json" >"$name/node_modules/.has"
done
