# Sourced by bin/*: finds Java and Node.js, builds what is stale, and names the class path. Defines functions only.

teal_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
teal_version=0.1.0
teal_jars="lib-constructs/release/target/teal-release-$teal_version.jar lib-constructs/runtime/target/teal-runtime-$teal_version.jar lib-constructs/constructs/target/teal-constructs-$teal_version.jar lib-rehearsal/target/teal-rehearsal-$teal_version.jar src/target/teal-app-$teal_version.jar examples/target/teal-examples-$teal_version.jar"

teal_fail() {
  printf 'teal: %s\nhint: %s\n' "$1" "$2" >&2
  exit 2
}

teal_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    printf '%s\n' "$JAVA_HOME/bin/java"
  else
    command -v java || teal_fail 'no Java found' 'install JDK 17 or later, or set JAVA_HOME'
  fi
}

# Only before a build: asking a JVM its version takes longer than a release has patience for.
teal_check_java() {
  local java major
  java=$(teal_java) || exit 2
  major=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${major:-0}" -ge 17 ] || teal_fail "Java is ${major:-unknown}, and 17 is the oldest that runs Teal" 'set JAVA_HOME to JDK 17 or later'
}

# The pinned Node.js where npm has installed one for this platform, else the user's own.
teal_node() {
  local node
  for node in "$teal_root"/node_modules/node-*/bin/node; do
    [ -x "$node" ] && { printf '%s\n' "$node"; return; }
  done
  command -v node || teal_fail 'no Node.js found, and the CDK needs one' 'install Node.js 22 or later'
}

# jsii runs a JSII_NODE that has a space in it as a shell command, any other as a path.
teal_jsii_command() {
  case "$1" in
    *[[:space:]]*) printf '%q\n' "$1" ;;
    *) printf '%s\n' "$1" ;;
  esac
}

teal_use_node() {
  local node
  if [ -z "${JSII_NODE:-}" ]; then
    node=$(teal_node) || exit 2
    JSII_NODE=$(teal_jsii_command "$node")
  fi
  export JSII_NODE JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20
}

# For a short-lived JVM, after teal_use_node: jsii's kernel as etc/jsii-kernel.js runs it; as jsii does with TEAL_JSII=plain.
teal_use_kernel() {
  local kernel
  kernel=$(teal_jsii_command "$teal_root/etc/jsii-node")
  [ "${TEAL_JSII:-}" = plain ] && return
  case "$JSII_NODE" in
    */etc/jsii-node) ;; # of a program that started this one, maybe another checkout's: TEAL_NODE is the real one
    *) export TEAL_NODE="$JSII_NODE" ;;
  esac
  export JSII_NODE="$kernel"
}

teal_stale() {
  local stamp="$teal_root/src/target/built"
  [ -f "$stamp" ] || return 0
  [ -n "$(cd "$teal_root" && find pom.xml */pom.xml */*/pom.xml lib-constructs/*/src lib-rehearsal/src src/main examples/src examples/starter bench/verify/src -newer "$stamp" -type f -print -quit)" ]
}

# One build at a time: two that run at once would write the same jars. The lock names its holder.
teal_lock() {
  local lock="$teal_root/src/target/building" holder
  mkdir -p "$teal_root/src/target"
  until ln -s "$$" "$lock" 2>/dev/null; do
    [ -w "$teal_root/src/target" ] || return 0
    holder=$(readlink "$lock") || continue
    kill -0 "$holder" 2>/dev/null || rm -f "$lock"
    sleep 0.2
  done
}

teal_build() {
  teal_stale || return 0
  teal_check_java
  teal_lock
  if teal_stale; then
    teal_make
  fi
  rm -f "$teal_root/src/target/building"
}

teal_make() {
  if [ -f "$teal_root/src/target/built" ]; then
    printf 'teal: sources have changed, building ...\n' >&2
  else
    printf 'teal: first build; it downloads Maven and about 200 MB of libraries, which can take minutes\n' >&2
  fi
  local log="$teal_root/target/build.log"
  mkdir -p "$teal_root/target"
  # One line for each module as it is reached; downloads happen in between.
  if ! (cd "$teal_root" && ./mvnw -DskipTests package 2>&1 | tee "$log" | sed -u -n 's/^\[INFO\] \(Building [^ ].*[^ ]\)  *\(\[.*\]\)$/teal: \1 \2/p') >&2; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
    teal_fail 'the build failed' "the lines above say why; all of it is in $log"
  fi
  rm -f "$teal_root"/src/target/app-*.jsa "$teal_root"/src/target/cli-*.jsa
  teal_archive_cli || true
  touch "$teal_root/src/target/built"
  printf 'teal: built\n' >&2
}

# What bin/teal runs briefly as; an archive is read only by a JVM with the collector that wrote it.
teal_brief_jvm='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=off'

# Leaves the class archive of bin/teal, if it can: an emergency is not the time to write one. Under a name of its own first.
teal_archive_cli() {
  local java path archive
  java=$(teal_java) && path=$(teal_class_path) && archive=$(teal_archive "$java" "$path" cli) || return
  teal_can_archive "$archive" || return
  # shellcheck disable=SC2086
  "$java" $teal_brief_jvm "-XX:ArchiveClassesAtExit=$archive.$$" -cp "$path" io.teal.cli.ClassArchive >/dev/null 2>&1 &&
    mv -f "$archive.$$" "$archive"
  rm -f "$archive.$$"
}

# Where the class archive of the JVM $1 is. A JVM reads only its own, and only for the class path $2 that it was written for:
# the name depends on both, or a checkout that was moved or copied would keep one that is silently of no use.
teal_archive() {
  local home
  home=$(readlink -f "$1") && home=$(dirname "$(dirname "$home")")
  printf '%s/src/target/%s-%s.jsa\n' "$teal_root" "${3:-app}" "$(cat "$home/release" - 2>/dev/null <<<"$home $2" | cksum | tr -d ' ')"
}

# Whether an archive (13 MB of the app, 65 MB of the command line) can be written: a JVM that finds it cannot fails, however well the app went.
teal_can_archive() {
  local folder free
  folder=$(dirname "$1")
  free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
  [ -w "$folder" ] && [ "${free:-0}" -gt 100000 ]
}

# For bin/app, on Linux: a jar that stands before jsii's, with placeholders for the archives of the modules (56 MB), which a
# JVM would unpack, and the kernel hash, at each start; the kernel finds the unpacked modules where jsii keeps them
# (~/.cache/aws/jsii). Named by the jars as they are now: if one changes, so does the folder. Prints nothing if there is none.
teal_placeholders() {
  local stats folder
  [ "${TEAL_JSII:-}" != plain ] && [ -z "${JSII_RUNTIME:-}" ] || return 0
  stats=$(tr ':' '\n' <<<"$2" | grep -vF "$teal_root/" | xargs -d '\n' stat -L -c '%n %s %y %z %i' 2>/dev/null || true)
  [ -n "$stats" ] || return 0
  folder="$teal_root/src/target/jsii-$(cat - "$teal_root/etc/jsii-kernel.js" <<<"$teal_root $stats" | cksum | tr -d ' ')"
  [ -d "$folder" ] || teal_make_placeholders "$1" "$2" "$folder" >/dev/null 2>&1 || true
  if [ -f "$folder/placeholders.jar" ]; then
    printf '%s:' "$folder/placeholders.jar"
  fi
}

# Under a name of its own first, as others may be doing the same. With no jar in it if jsii is not one that is known.
teal_make_placeholders() (
  tool=$(dirname "$(readlink -f "$1")")/jar
  part="$3.$$.$RANDOM"
  trap 'rm -rf "$part"' EXIT
  IFS=: read -r -a all <<<"$2"
  # A jar's names are readable in it, and to look into each of a hundred with a JVM takes half a minute.
  mapfile -t jars < <(grep -lE '\.jsii\.tgz|software/amazon/jsii/lib/program\.js' -- "${all[@]}")
  mkdir -p "$part/found" && cd "$part/found" || exit
  for jar in "${jars[@]}"; do
    "$tool" tf "$jar" | grep -E '\.jsii\.tgz$|^software/amazon/jsii/lib/program\.js$' | xargs -r "$tool" xf "$jar"
  done
  find . -name '*.jsii.tgz' -exec cp -t "$part" {} + || exit
  if "$(teal_node)" "$teal_root/etc/jsii-kernel.js" --placeholders software/amazon/jsii/lib/program.js . "$3"; then
    rm -rf software/amazon/jsii/lib
    "$tool" cf0 "$part/placeholders.jar" . || exit
  fi
  rm -rf "$part/found"
  mv -T "$part" "$3"
  find "$teal_root/src/target" -maxdepth 1 -name 'jsii-*' ! -path "$3" -mmin +60 -exec rm -rf {} +
)

teal_class_path() {
  local path='' jar
  for jar in $teal_jars; do
    path="$path$teal_root/$jar:"
  done
  printf '%s%s\n' "$path" "$(cat "$teal_root/src/target/classpath")"
}
