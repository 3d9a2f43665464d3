# shellcheck shell=bash
# Shared by the scripts: the project's folder, short output, long logs. Sourced, never run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/logs
mkdir -p "$logs"
cd "$root"

say() { printf '%s\n' "$@"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# quietly NAME COMMAND...: output goes to build/logs/NAME.log; only a failure is shown, with the log's end.
quietly() {
  local log=$logs/$1.log
  shift
  "$@" >"$log" 2>&1 && return
  tail -n 40 "$log" >&2
  die "failed: $* (all of it: ${log#"$root/"})"
}

# put FILE DEST: copies only when the bytes differ, so that times tell what changed.
put() {
  cmp -s "$1" "$2" && return
  mkdir -p "$(dirname "$2")"
  cp "$1" "$2"
}

# as_root COMMAND...
as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

# install_missing PACKAGES...: Debian packages; quick, and offline, when all are there.
install_missing() {
  local package missing=()
  for package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  quietly apt-update as_root apt-get -q update
  quietly apt-install as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"
}
