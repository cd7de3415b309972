# How a program of temporal-dev is built, started and ended. Sourced, not run, after ground.sh; wants $here and $project.

# Takes the folder $1 for this shell, as $state, until it ends. Says so and ends when another has it.
hold() {
  state=$1
  mkdir -p "$state/logs" "$state/pids" "$state/apps"
  local other since
  if [ -s "$state/up.pid" ]; then
    { read -r other && read -r since; } <"$state/up.pid" || true
    if [ -n "${since:-}" ] && [ "$(identity "$other" | xargs)" = "$since" ]; then
      say "One runs already, as process $other, on $state."
      [ ! -f "$state/running" ] || cat "$state/running" >&2
      exit 1
    fi
  fi
  printf '%s\n%s\n' $$ "$(identity $$ | xargs)" >"$state/up.pid"
  launcher=
  trap end EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# A process id alone may have been given anew; with its start time it means one process.
identity() { ps -o lstart= -p "$1" 2>/dev/null || true; }

end() {
  trap '' INT TERM HUP
  if [ -n "$launcher" ]; then
    kill "$launcher" 2>/dev/null || true
    wait "$launcher" 2>/dev/null || true
  fi
  end_orphans
  rm -f "$state/up.pid" "$state/running"
}

# The launcher ends its children itself; this is for the day on which it was killed.
end_orphans() {
  local file pid pids=
  for file in "$state"/pids/*; do
    [ -f "$file" ] || continue
    read -r pid _ <"$file" || true
    pids="$pids $pid"
    # SIGINT is PostgreSQL's fast shutdown.
    kill "$([ "${file##*/}" = postgres ] && echo -INT || echo -TERM)" "$pid" 2>/dev/null || true
    rm -f "$file"
  done
  [ -n "$pids" ] || return 0
  for _ in $(seq 50); do
    # shellcheck disable=SC2086
    kill -0 $pids 2>/dev/null || return 0
    sleep 0.2
  done
  # shellcheck disable=SC2086
  kill -KILL $pids 2>/dev/null || true
}

# Builds with Maven when a source is newer than what was built. The mark is one for all programs, as their jars are.
build() {
  local mark=$1/fingerprint log=$state/logs/build.log now maven started
  now=$(fingerprint "$project" "$JAVA_HOME")
  if [ "$now" != "$(cat "$mark" 2>/dev/null)" ] || ! ls "$here"/target/*-app.jar >/dev/null 2>&1; then
    maven=$(find_maven)
    say "Building (log: $log) ..."
    started=$SECONDS
    if ! (cd "$project" && "$maven" -B -ntp -DskipTests -Dspotless.check.skip=true -Dcyclonedx.skip=true package) \
      >"$log" 2>&1; then
      grep -m 20 'ERROR' "$log" >&2 || tail -n 20 "$log" >&2
      say "The build failed; all of it is in $log."
      exit 1
    fi
    say "Built in $((SECONDS - started)) s."
    echo "$now" >"$mark"
  fi
}

# Runs the launcher with the arguments that are given, JVM options first, and ends with its code.
launch() {
  local jar code=0
  # The launcher runs unpacked as well, so that a build meanwhile doesn't pull its classes away.
  jar=$(ls "$here"/target/*-app.jar 2>/dev/null | head -n 1 || true)
  [ -n "$jar" ] || { say "Nothing was built yet; start without --no-build." && exit 1; }
  if [ ! -f "$state/apps/launcher/from" ] || [ "$jar" -nt "$state/apps/launcher/from" ]; then
    rm -rf "$state/apps/launcher"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$state/apps/launcher" >/dev/null
    touch "$state/apps/launcher/from"
  fi
  # Newer JDKs warn about what libraries still do.
  local options=(--enable-native-access=ALL-UNNAMED)
  [ "$(jdk_major "$JAVA_HOME")" -lt 24 ] || options+=(--sun-misc-unsafe-memory-access=allow)
  while [ $# -gt 0 ] && [ "${1#-}" != "$1" ]; do
    options+=("$1")
    shift
  done
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Dtalaria.state="$state" -Dtalaria.project="$project" \
    "${options[@]}" -jar "$state/apps/launcher/$(basename "$jar")" "$@" &
  launcher=$!
  wait $launcher || code=$?
  launcher=
  exit $code
}
