#!/usr/bin/env bash
# Times the goals as a user runs them, from Enter to the prompt: Maven's start, the worker's, training, files.
# Installs this version into the local repository first, because Maven runs a goal by its name only from there.
# Usage: benchmark/whole-build.sh [rounds]. It needs bash 5.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
rounds=${1:-3}

mvn -B -q -ntp install -pl lenet-core,lenet-maven-plugin -am -DskipTests
cd example-project
# Whatever has to be downloaded is, before the clock starts.
mvn -B -q -ntp lenet:train -Dlenet.epochs=1

seconds() {
  local begin=$EPOCHREALTIME
  mvn -B -q -o "$@" >/dev/null
  awk -v begin="$begin" -v end="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", end - begin }'
}

# The median of as many runs as there are rounds.
measure() {
  for ((round = 0; round < rounds; round++)); do
    seconds "$@"
  done | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

minus() {
  awk -v more="$1" -v less="$2" 'BEGIN { printf "%.2f", more - less }'
}

train=$(measure lenet:train -Dlenet.force)
unchanged=$(measure lenet:train)
skipped=$(measure lenet:train -Dlenet.skipTrain)
verify=$(measure lenet:verify)
nothing=$(measure lenet:verify -Dlenet.skipVerify)

row() {
  printf '| %-44s | %7s |\n' "$@"
}

row "from Enter to the prompt, median of $rounds" seconds
row -------------------------------------------- ------:
row "mvn lenet:train -Dlenet.force" "$train"
row "mvn lenet:train, when nothing has changed" "$unchanged"
row "mvn lenet:train -Dlenet.skipTrain" "$skipped"
row "what it adds, when nothing has changed" "$(minus "$unchanged" "$skipped")"
row "mvn lenet:verify" "$verify"
row "mvn lenet:verify -Dlenet.skipVerify" "$nothing"
row "what lenet:verify adds" "$(minus "$verify" "$nothing")"
