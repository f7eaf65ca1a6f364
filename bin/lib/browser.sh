# What both scripts with a real browser share: the release program, Debian's Chromium with and without windows, and the Python packages.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
ruta="${RUTA_BINARY:-$("$ROOT/bin/scratch" release)/release/ruta}"
[ -x "$ruta" ] || fail "expected the release program at $ruta; run bin/build first"
# An engine of an older source would silently leave the app at the pages of the server.
[ -n "${RUTA_ENGINE:-}" ] || "$ROOT/bin/build-wasm" >/dev/null
export RUTA_ENGINE="${RUTA_ENGINE:-$("$ROOT/bin/scratch" wasm)/ruta.wasm}"
place="$("$ROOT/bin/scratch" browser)"
export PYTHONDONTWRITEBYTECODE=1

for program in chromium-headless-shell chromium "$@"; do
    command -v "$program" >/dev/null || "$ROOT/bin/setup" test
    command -v "$program" >/dev/null || fail "expected $program; bin/setup test could not install it"
done

if ! cmp -s "$ROOT/Tests/browser/requirements.txt" "$place/venv/requirements.txt"; then
    python3 -c 'import ensurepip' 2>/dev/null || "$ROOT/bin/setup" test
    say "preparing Python in $place/venv"
    rm -rf "$place/venv"
    python3 -m venv "$place/venv"
    "$place/venv/bin/pip" install --quiet --disable-pip-version-check -r "$ROOT/Tests/browser/requirements.txt"
    cp "$ROOT/Tests/browser/requirements.txt" "$place/venv/requirements.txt"
fi

# Runs the tests of a folder in a browser: `browser_tests FOLDER PICTURES BROWSER [ARGUMENT]...`.
browser_tests() {
    local tests="$1" pictures="$2" browser="$3"
    shift 3
    exec "$place/venv/bin/python" "$ROOT/Tests/$tests/run.py" --ruta "$ruta" --catalog "${RUTA_CATALOG:-$ROOT/Catalog}" \
        --chromium "$(command -v "$browser")" --pictures "$place/$pictures" "$@"
}
