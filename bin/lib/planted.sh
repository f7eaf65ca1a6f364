# What the harnesses share that try a program from outside: a planted fault must be found.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# planted NAME WORD COMMAND...: the command must fail, and say WORD.
planted() {
    local name="$1" word="$2" code=0 said
    shift 2
    said="$("$@" 2>&1)" || code=$?
    ((code == 1)) || fail "self-test: $name: expected exit 1, found $code: $(tail -3 <<<"$said")"
    grep -qE "$word" <<<"$said" || fail "self-test: $name: expected '$word', found: $(tail -3 <<<"$said")"
    say "found   $name: $(tail -1 <<<"$said")"
}
