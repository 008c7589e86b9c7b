#!/bin/bash
# Gives each colour the version that release.env says, and leaves one alone that has it: it may be serving.
set -euo pipefail
cd "$(dirname "$0")"
. ./release.env
home=/opt/teal
units=/etc/systemd/system

wanted() {
  local name="${1^^}_VERSION"
  echo "${!name}"
}

port() {
  local name="${1^^}_PORT"
  echo "${!name}"
}

has() {
  cat "$home/$1.version" 2>/dev/null || echo none
}

stop() {
  systemctl disable --now "teal@$1"
  rm -rf "${home:?}/$1"
}

start() {
  local artifact="$home/$1/${KEY##*/}"
  artifact="${artifact//'{version}'/$2}"
  mkdir -p "$home/$1"
  aws s3 cp "s3://$BUCKET/${KEY//'{version}'/$2}" "$artifact"
  install -m 755 start.sh "$home/$1/start"
  printf 'COLOR=%s\nVERSION=%s\nPORT=%s\nARTIFACT=%s\n' "$1" "$2" "$(port "$1")" "$artifact" > "$home/$1/environment"
  systemctl enable --now "teal@$1"
}

mkdir -p "$home"
rm -f "$home/started" "$home/new"
[ -f "$home/blue.version" ] || [ -f "$home/green.version" ] || touch "$home/new"
install -m 644 teal@.service "$units/teal@.service"
systemctl daemon-reload

for color in blue green; do
  version=$(wanted "$color")
  [ "$version" = "$(has "$color")" ] && continue
  # No version has a space: whatever breaks off here is begun again by the next deployment.
  echo "not done" > "$home/$color.version"
  stop "$color"
  if [ "$version" != none ]; then
    start "$color" "$version"
    echo "$color" >> "$home/started"
  fi
  echo "$version" > "$home/$color.version"
done
