# Sourced by ./build and ./lodestone: sets and exports JAVA_HOME to a JDK of version 25 or later.
lodestone_java_major() {
  [ -x "$1/bin/javac" ] || return 1
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}
lodestone_find_jdk() {
  local candidate major onpath
  onpath=$(command -v javac 2>/dev/null || true)
  [ -n "$onpath" ] && onpath=$(dirname "$(dirname "$(readlink -f "$onpath")")")
  for candidate in "${JAVA_HOME:-}" "$onpath" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*; do
    [ -n "$candidate" ] || continue
    major=$(lodestone_java_major "$candidate") || continue
    if [ "${major:-0}" -ge 25 ]; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}
if ! JAVA_HOME=$(lodestone_find_jdk); then
  echo "Lodestone needs JDK 25: install one (for example Eclipse Temurin 25) or point JAVA_HOME at it." >&2
  exit 1
fi
export JAVA_HOME
