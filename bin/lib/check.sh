# The frame of every check: `bin/check-X` looks at the clone, `bin/check-X --self-test` plants faults and must find them.
#
# A check defines `check FOLDER` (prints findings, non-zero when there are any) and `plants` (a list of `plant` lines).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# plant NAME EXPECTED FILE: puts standard input at the end of FILE in a copy; the check must then print EXPECTED and fail.
plant() {
    local name="$1" expected="$2" file="$COPY/$3" said
    mkdir -p "$(dirname "$file")"
    [ -f "$file" ] && cp "$file" "$COPY.kept"
    cat >>"$file"
    if said="$(check "$COPY" 2>&1)"; then
        fail "self-test: not found: $name"
    elif ! grep -vxF -f "$BEFORE" <<<"$said" | grep -qF -- "$expected"; then
        fail "self-test: $name: expected '$expected', found: $said"
    fi
    if [ -f "$COPY.kept" ]; then mv "$COPY.kept" "$file"; else rm "$file"; fi
    PLANTED=$((PLANTED + 1))
}

# The clone as git sees it, uncommitted work included, without what is ignored.
copy_clone() {
    git -C "$ROOT" ls-files -z --cached --others --exclude-standard |
        while IFS= read -r -d '' file; do [ -e "$ROOT/$file" ] && printf '%s\0' "$file"; done |
        tar -C "$ROOT" --null -T - -cf - | tar -C "$1" -xf -
}

self_test() {
    local place
    place="$(mktemp -d)"
    trap 'rm -rf "'"$place"'"' EXIT
    COPY="$place/clone" BEFORE="$place/before" PLANTED=0
    mkdir "$COPY"
    copy_clone "$COPY"
    { check "$COPY" || true; echo "(nothing is found twice)"; } >"$BEFORE" 2>&1
    plants
    say "$(basename "$0"): $PLANTED planted faults, all found"
}

run_check() {
    case "${1:-}" in
    --self-test) self_test ;;
    "") check "$ROOT" && say "$(basename "$0"): nothing found" ;;
    *) fail "expected --self-test or nothing, found '$1'" ;;
    esac
}
