#!/usr/bin/env bash
# The pages in a real browser. Fails where it has none; with CHIHO_NO_BROWSER=1 it is skipped, and says so.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
for program in "${CHROMIUM:-chromium}" node npm pdftotext; do
  command -v "$program" >/dev/null || missing+=("$program")
done
if ((${#missing[@]})); then
  if [[ ${CHIHO_NO_BROWSER:-} == 1 ]]; then
    echo "SKIPPED: the tests in a browser (missing: ${missing[*]})"
    exit 0
  fi
  echo "test-web: missing: ${missing[*]}" >&2
  echo "  Install them: make -f Makefile.ci web-deps. Or skip these tests: CHIHO_NO_BROWSER=1" >&2
  exit 1
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
exec npm test --silent
