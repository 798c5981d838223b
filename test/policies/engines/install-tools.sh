#!/usr/bin/env bash
# Installs the engines of the policies, pinned, outside of the checkout, where later runs find them again. Prints the directory.
# What cannot be installed is said on stderr and left out; the tests that need it are then skipped and counted.
set -uo pipefail

readonly CONFTEST=v0.71.1 OPA=v1.21.1 REGAL=v0.41.1 CHECKOV=3.3.30
readonly tools="${SESSION_POOL_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/cdktf-azure-session-pools/tools}"
readonly here="$(cd "$(dirname "$0")" && pwd)"
mkdir -p "$tools"

# install <name and version> <command> ...: runs the command unless it has run before. The command leaves its result in $tools/<name and version>.
install() {
  local name=$1 started=$SECONDS log
  shift
  if [[ -e "$tools/$name/.complete" ]]; then
    echo "$name: cached" >&2
    return
  fi
  rm -rf "${tools:?}/$name"
  mkdir -p "$tools/$name"
  log="$tools/$name.log"
  if "$@" > "$log" 2>&1; then
    touch "$tools/$name/.complete"
    echo "$name: installed in $((SECONDS - started)) s" >&2
  else
    rm -rf "${tools:?}/$name"
    echo "$name: not installed: $(grep -v downloading "$log" | tail -n 1)" >&2
  fi
}

go_install() { GOBIN="$tools/$1" GOFLAGS=-mod=mod go install "$2"; }

# The module of Regal is in no checksum database: the sums in modules are what it is checked against.
go_build_regal() { (cd "$here/modules" && GONOSUMDB=github.com/open-policy-agent/regal GOFLAGS=-mod=readonly go build -o "$tools/$1/regal" github.com/open-policy-agent/regal); }

pip_install() { python3 -m venv "$tools/$1" && "$tools/$1/bin/pip" install --quiet --disable-pip-version-check "$2"; }

install "conftest-$CONFTEST" go_install "conftest-$CONFTEST" "github.com/open-policy-agent/conftest@$CONFTEST"
install "opa-$OPA" go_install "opa-$OPA" "github.com/open-policy-agent/opa@$OPA"
install "regal-$REGAL" go_build_regal "regal-$REGAL"
install "checkov-$CHECKOV" pip_install "checkov-$CHECKOV" "checkov==$CHECKOV"
echo "$tools"
