#!/usr/bin/env bash
# Makes brief.png, the picture in the README, from the bundled example; needs Chromium.
set -euo pipefail
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
../../.venv/bin/firstmove try --out "$folder/brief.html" > /dev/null 2>&1
# For the picture the menu and the summary make room.
sed -i 's|</head>|<style>nav, #summary { display: none }</style></head>|' "$folder/brief.html"
"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --disable-background-networking --user-data-dir="$folder/profile" \
    --force-device-scale-factor=1.2 --window-size=1000,1080 \
    --screenshot="$PWD/brief.png" "file://$folder/brief.html" 2> /dev/null
