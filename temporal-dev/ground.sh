# What `up` and `verify` stand on: a JDK, Maven and a Temporal server. Sourced, not run.
# Each function prints what it found on standard output, what it is doing on standard error,
# and returns 1 after saying what to install when there is nothing to be found.

temporal_version=1.5.1
temporal_server=1.29.1
whole_server_version=1.31.2
least_java=21
least_go=1.25
cache=${XDG_CACHE_HOME:-$HOME/.cache}/talaria

say() { printf '%s\n' "$*" >&2; }

# The major version of the JDK in folder $1; empty when there is no whole JDK.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# JAVA_HOME, then the PATH, then the usual folders, where the newest is taken.
find_jdk() {
  local folder major best= best_major=0 on_path
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for folder in "${JAVA_HOME:-}" "$on_path"; do
    major=$(jdk_major "$folder")
    if [ -n "$folder" ] && [ "${major:-0}" -ge $least_java ]; then
      echo "$folder"
      return
    fi
  done
  for folder in /usr/lib/jvm/* /opt/*jdk* /opt/*java*/* /opt/java/* /usr/local/*jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    major=$(jdk_major "$folder")
    if [ "${major:-0}" -ge $least_java ] && [ "$major" -gt $best_major ]; then
      best=$folder best_major=$major
    fi
  done
  if [ -n "$best" ]; then
    echo "$best"
    return
  fi
  say "Talaria needs a JDK of version $least_java or newer, with javac; none was found in JAVA_HOME, on the PATH or in the usual folders."
  say "Install one, for example Temurin 25, or on Debian 13: apt-get install openjdk-21-jdk-headless; then start again or set JAVA_HOME."
  return 1
}

find_maven() {
  local command
  for command in "$(command -v mvn || true)" "${MAVEN_HOME:-/nowhere}/bin/mvn" "${M2_HOME:-/nowhere}/bin/mvn" \
    "$HOME"/.sdkman/candidates/maven/current/bin/mvn /opt/*maven*/bin/mvn /usr/share/maven/bin/mvn; do
    if [ -n "$command" ] && [ -x "$command" ]; then
      echo "$command"
      return
    fi
  done
  say "Talaria is built with Maven 3.8.7 or newer; no mvn was found. On Debian: apt-get install maven."
  return 1
}

# The PATH, the cache, Temporal's own download, a build with Go: the first that has it.
find_temporal() {
  local command target=$cache/temporal-$temporal_version/temporal found
  command=$(command -v temporal || true)
  if [ -n "$command" ]; then
    # One that was built from its sources knows only the server's version.
    found=$("$command" --version 2>/dev/null || true)
    case $found in
      *"version $temporal_version "* | *"Server $temporal_server,"*) ;;
      *) say "Using $command (${found:-which tells no version}); Talaria was tested with $temporal_version." ;;
    esac
    echo "$command"
    return
  fi
  if [ ! -x "$target" ]; then
    mkdir -p "$(dirname "$target")"
    download_temporal "$target" || build_temporal "$target" || {
      say "Talaria needs Temporal's command line of version $temporal_version, and could neither download nor build it."
      say "Install it so that 'temporal' is on the PATH (https://docs.temporal.io/cli), or install Go $least_go or newer and start again."
      return 1
    }
  fi
  echo "$target"
}

download_temporal() {
  local target=$1 system machine archive
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  case $(uname -m) in
    x86_64 | amd64) machine=amd64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) return 1 ;;
  esac
  command -v curl >/dev/null || return 1
  archive=$(mktemp)
  say "Downloading Temporal $temporal_version ..."
  if curl -fsSL --connect-timeout 5 --max-time 180 --retry 0 -o "$archive" \
    "https://temporal.download/cli/archive/v$temporal_version?platform=$system&arch=$machine" 2>/dev/null &&
    tar -xzf "$archive" -C "$(dirname "$target")" temporal 2>/dev/null && "$target" --version >/dev/null 2>&1; then
    rm -f "$archive"
    return
  fi
  rm -f "$archive" "$target"
  say "Temporal's download can't be reached from here."
  return 1
}

build_temporal() {
  local target=$1
  go_install "$(dirname "$target")" "Temporal $temporal_version" \
    "github.com/temporalio/cli/cmd/temporal@v$temporal_version" && "$target" --version >/dev/null 2>&1
}

# A whole Temporal server, with its tool for tables in PostgreSQL: the folder that holds both, as server and sql.
# TALARIA_TEMPORAL_SERVER, then temporal-server beside temporal-sql-tool on the PATH, the cache, a build with Go.
find_temporal_server() {
  local folder=$cache/temporal-server-$whole_server_version links server tool
  if [ -n "${TALARIA_TEMPORAL_SERVER:-}" ]; then
    if [ -x "$TALARIA_TEMPORAL_SERVER/server" ] && [ -x "$TALARIA_TEMPORAL_SERVER/sql" ]; then
      echo "$TALARIA_TEMPORAL_SERVER"
      return
    fi
    say "TALARIA_TEMPORAL_SERVER is $TALARIA_TEMPORAL_SERVER, which doesn't hold the programs server and sql."
    return 1
  fi
  server=$(command -v temporal-server || true)
  tool=$(command -v temporal-sql-tool || true)
  if [ -n "$server" ] && [ -n "$tool" ]; then
    links=$cache/temporal-server-found
    mkdir -p "$links"
    ln -sf "$server" "$links/server"
    ln -sf "$tool" "$links/sql"
    say "Using $server; Talaria was tested with $whole_server_version."
    echo "$links"
    return
  fi
  if [ ! -x "$folder/server" ] || [ ! -x "$folder/sql" ]; then
    mkdir -p "$folder"
    go_install "$folder" "Temporal's server $whole_server_version" \
      "go.temporal.io/server/cmd/tools/sql@v$whole_server_version" \
      "go.temporal.io/server/cmd/server@v$whole_server_version" || {
      say "A Temporal server on PostgreSQL is needed, of version $whole_server_version, and could not be built."
      say "Install Go $least_go or newer and start again, or set TALARIA_TEMPORAL_SERVER to a folder that holds server and sql."
      return 1
    }
  fi
  echo "$folder"
}

# Builds packages $3… into folder $1; $2 is what people call them.
go_install() {
  local folder=$1 name=$2 go version log builder start=$SECONDS
  shift 2
  go=$(command -v go || true)
  [ -n "$go" ] || { [ -x /usr/local/go/bin/go ] && go=/usr/local/go/bin/go; } || return 1
  version=$("$go" env GOVERSION 2>/dev/null | sed 's/^go//')
  if ! printf '%s\n%s\n' $least_go "$version" | sort -V -C; then
    say "Go $version is too old to build $name; it takes $least_go."
    return 1
  fi
  log=$(mktemp)
  say "Building $name with Go $version; this happens once and takes three minutes or more."
  (for package in "$@"; do
    GOBIN=$folder CGO_ENABLED=0 "$go" install -v -ldflags "-s -w" "$package" || exit 1
  done) >"$log" 2>&1 &
  builder=$!
  while kill -0 $builder 2>/dev/null; do
    sleep 1
    if [ $(((SECONDS - start) % 10)) -eq 0 ]; then
      say "  $(grep -vc '^go: ' "$log") packages compiled after $((SECONDS - start)) s"
    fi
  done
  if wait $builder; then
    rm -f "$log"
    return
  fi
  say "Building $name failed: $(tail -n 3 "$log")"
  return 1
}

hash_lines() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# One hash over everything that goes into the jars: sources without tests, poms, the JDK.
fingerprint() {
  (
    cd "$1"
    {
      git ls-files -z -co --exclude-standard 2>/dev/null ||
        find . -type f -not -path '*/target/*' -not -path '*/.state/*' -not -path './.git/*' -print0 | sed -z 's|^\./||'
    } | grep -zE '(^|/)pom\.xml$|/src/main/|^\.mvn/' | LC_ALL=C sort -z | while IFS= read -r -d '' file; do
      [ ! -f "$file" ] || printf '%s\0' "$file"
    done | xargs -0 bash -c 'if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi' hash
    cat "$2/release" 2>/dev/null || echo "$2"
  ) | hash_lines | cut -d ' ' -f 1
}
