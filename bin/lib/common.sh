# What every script shares: strict mode, the folder of the clone, and one way to speak.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
LIB="$ROOT/bin/lib"
# Every debug build takes these: the ciphers are written in C, and without optimisation one passphrase takes seconds.
DEBUG_FLAGS=(-Xcc -O2)

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}
