#!/bin/sh
# Adds this Ripen to your menu and file types, or takes it out:  ./menu.sh add   ./menu.sh remove
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}

refresh() {
  # A system without these programs looks at the folders by itself.
  if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
  if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
  if [ -d "$data/icons/hicolor" ]; then touch "$data/icons/hicolor"; fi
}

case "${1:-}" in
  add)
    mkdir -p "$data"
    cp -R "$here/share/." "$data/"
    # As a menu entry quotes a path, and then as sed wants it.
    quoted=$(printf '%s' "$here/ripen" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g' -e 's/[\\&|]/\\&/g')
    sed "s|@RIPEN@|\"$quoted\"|" "$here/share/applications/ripen.desktop" >"$data/applications/ripen.desktop"
    refresh
    echo "Ripen is in your menu, and opens .ripen files."
    ;;
  remove)
    (cd "$here/share" && find . -type f) | while IFS= read -r file; do rm -f "$data/$file"; done
    refresh
    echo "Ripen is out of your menu. Your workspaces are where they were."
    ;;
  *)
    echo "./menu.sh add      adds Ripen to your menu and file types"
    echo "./menu.sh remove   takes it out"
    exit 1
    ;;
esac
