#!/bin/bash
# Waits for the health check of each colour that was started. On a new host one that passes is enough: a bad version
# that nobody uses must not keep it from serving the other.
set -euo pipefail
cd "$(dirname "$0")"
. ./release.env
home=/opt/teal
seconds=240

healthy() {
  local name="${1^^}_PORT"
  [ "$(curl -s -o /dev/null -m 5 -w '%{http_code}' "http://127.0.0.1:${!name}$HEALTH_PATH")" = 200 ]
}

waiting=$(cat "$home/started" 2>/dev/null || true)
for (( second = 0; second < seconds; second += 2 )); do
  still=
  for color in $waiting; do
    if healthy "$color"; then
      [ -f "$home/new" ] && exit 0
    else
      still="$still $color"
    fi
  done
  waiting=$still
  [ -z "$waiting" ] && exit 0
  sleep 2
done

for color in $waiting; do
  # Never healthy is not installed: the next deployment begins it again.
  echo "not healthy" > "$home/$color.version"
  systemctl status --no-pager "teal@$color" || true
  echo "$color is not healthy after $seconds s"
done
exit 1
