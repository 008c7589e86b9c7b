# A host of a rehearsal: runs each script that a line of its input names. What the scripts leave running belongs to one
# process group. It is stopped when the host gets SIGTERM, and when its input ends because the rehearsal has ended.
if [ "${1-}" != inside ]; then
  set -m
  bash "$0" inside <&0 &
  inside=$!
  trap : TERM
  while kill -0 "$inside" 2>/dev/null; do wait "$inside"; done
  exit
fi

# Counts the processes of the group whose parent is outside it: those that a script has left running.
left() {
  ps -A -o pgid= -o ppid= -o pid= -o state= | awk -v g="$$" '
    $4 !~ /Z/ { group[$3] = $1; parent[$3] = $2 }
    END { for (p in group) if (group[p] == g && p != g && group[parent[p]] != g) n++; print n + 0 }'
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

trap finish TERM
while IFS= read -r job; do bash "$job" & done
kill -KILL 0
