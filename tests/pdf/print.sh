#!/usr/bin/env bash
# Prints HTML files as PDFs, in Chromium: print.sh FOLDER FILE.html...  (FILE.html -> FOLDER/FILE.pdf; what is up to date stays.)
# Fails where there is no Chromium; with CHIHO_NO_BROWSER=1 it is skipped then, and says so (exit 77).
set -euo pipefail

chromium=${CHROMIUM:-chromium}
if ! command -v "$chromium" >/dev/null; then
  if [[ ${CHIHO_NO_BROWSER:-} == 1 ]]; then
    echo "SKIPPED: the PDFs that the tests print (missing: $chromium)"
    exit 77
  fi
  echo "print.sh: missing: $chromium, which prints the PDFs of the tests" >&2
  echo "  Install it: make -f Makefile.ci deps. Or skip these tests: CHIHO_NO_BROWSER=1" >&2
  exit 1
fi
if ! fc-list 2>/dev/null | grep -q IPAGothic && [[ ! -e /usr/share/fonts/opentype/ipafont-gothic/ipag.ttf ]]; then
  echo "print.sh: missing: the font IPAGothic, in which the PDFs of the tests are set" >&2
  echo "  Install it: make -f Makefile.ci deps" >&2
  exit 1
fi

folder=$1
shift
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A home, a profile and a cache of its own: nothing of the machine's user, nothing left behind.
print() {
  HOME=$work XDG_CONFIG_HOME=$work XDG_CACHE_HOME=$work timeout 120 "$chromium" --headless --no-sandbox --disable-gpu \
    --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage \
    --user-data-dir="$work/profile" --no-pdf-header-footer --print-to-pdf="$work/out.pdf" "file://$1" >"$work/log" 2>&1
}

for html in "$@"; do
  html=$(realpath "$html")
  pdf=$folder/$(basename "$html" .html).pdf
  style=$(dirname "$html")/style.css
  [[ $pdf -nt $html && $pdf -nt $style && $pdf -nt ${BASH_SOURCE[0]} ]] && continue
  if ! print "$html" || [[ ! -s $work/out.pdf ]]; then
    cat "$work/log" >&2
    echo "print.sh: Chromium did not print $html" >&2
    exit 1
  fi
  mv "$work/out.pdf" "$pdf"
done
