# A host of a rehearsal: runs each script that a line of its input names. What the scripts leave running belongs to one
# process group. It is stopped when the host gets SIGTERM, and when its input ends because the rehearsal has ended.
# With "sandboxed" they see this machine read-only, and folders of the host's own where services are installed.
folder=$(cd "$(dirname "$0")" && pwd)

# Lets scripts write in folder $1, which is the host's own; what this machine has in it stays, and cannot be changed.
own() {
  mkdir -p "$folder/$HOST_ID$1"
  see+=(--bind "$folder/$HOST_ID$1" "$1")
  kept "$1"
}

kept() {
  local one
  for one in "$1"/*; do
    case $one in
      /var/www | /var/log | /var/tmp) ;;
      *)
        if [ -L "$one" ]; then
          see+=(--symlink "$(readlink "$one")" "$one")
        elif [ -e "$one" ]; then
          see+=(--ro-bind "$one" "$one")
        fi
        ;;
    esac
  done
}

sandbox() {
  see=(bwrap --ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /var)
  kept /var
  see+=(--tmpfs /var/tmp)
  local place
  for place in /opt /srv /home; do
    if [ -d "$place" ]; then own "$place"; fi
  done
  mkdir -p "$folder/$HOST_ID/var/www" "$folder/$HOST_ID/var/log"
  see+=(--bind "$folder/$HOST_ID/var/www" /var/www --bind "$folder/$HOST_ID/var/log" /var/log)
  see+=(--bind "$folder" "$folder")
}

if [ "${1-}" != inside ]; then
  see=()
  if [ "${1-}" = sandboxed ]; then sandbox; fi
  set -m
  "${see[@]}" bash "$folder/machine.sh" inside <&0 &
  inside=$!
  trap : TERM
  while kill -0 -- "-$inside" 2>/dev/null; do
    wait "$inside"
    sleep 0.02
  done
  exit
fi

group=$(ps -o pgid= -p $$ | tr -d ' ')

# Counts the processes of the group whose parent is outside it: those that a script has left running.
left() {
  ps -A -o pgid= -o ppid= -o pid= -o state= -o comm= | awk -v g="$group" -v me="$$" '
    $4 !~ /Z/ && $5 != "bwrap" { group[$3] = $1; parent[$3] = $2 }
    END { for (p in group) if (group[p] == g && p != me && group[parent[p]] != g) n++; print n + 0 }'
}

finish() {
  trap '' TERM
  kill -TERM 0
  for _ in {1..80}; do
    [ "$(left)" = 0 ] && break
    sleep 0.1
  done
  kill -KILL 0
}

# Runs job $1, unless it was killed before it began: who kills it writes ".killed" first and then reads ".pid".
run() {
  local name=${1%.sh}
  echo "$BASHPID" >"$name.new"
  mv "$name.new" "$name.pid"
  [ -e "$name.killed" ] || exec bash "$1"
}

trap finish TERM
while IFS= read -r job; do run "$job" & done
kill -KILL 0
