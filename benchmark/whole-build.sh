#!/usr/bin/env bash
# Times the goals as whole commands, as a user runs them: Maven's start, the worker's, training, files.
# Installs this version into the local repository first, because Maven runs a goal by its name only from there.
# Usage: benchmark/whole-build.sh [rounds]. It needs bash 5.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
rounds=${1:-5}

mvn -B -q -ntp install -pl lenet-core,lenet-maven-plugin -am -DskipTests
cd example-project
# Whatever has to be downloaded is, before the clock starts.
mvn -B -q -ntp lenet:train -Dlenet.epochs=1

seconds() {
  local begin=$EPOCHREALTIME
  mvn -B -q -o "$@" >/dev/null
  awk -v begin="$begin" -v end="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", end - begin }'
}

median() {
  printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"
}

# In turns, so that a slow moment of the machine meets all of them.
for ((round = 0; round < rounds; round++)); do
  train+=("$(seconds lenet:train -Dlenet.force)")
  unchanged+=("$(seconds lenet:train)")
  trainSkipped+=("$(seconds lenet:train -Dlenet.skipTrain)")
  verify+=("$(seconds lenet:verify)")
  verifySkipped+=("$(seconds lenet:verify -Dlenet.skipVerify)")
done

row() {
  printf '| %-44s | %7s |\n' "$@"
}

# What a goal adds, by the medians.
difference() {
  awk -v more="$1" -v less="$2" 'BEGIN { printf "%.2f", more - less }'
}

row "whole command, median of $rounds" seconds
row -------------------------------------------- ------:
row "mvn lenet:train -Dlenet.force" "$(median "${train[@]}")"
row "mvn lenet:train, when nothing has changed" "$(median "${unchanged[@]}")"
row "mvn lenet:train -Dlenet.skipTrain" "$(median "${trainSkipped[@]}")"
row "what it adds, when nothing has changed" "$(difference "$(median "${unchanged[@]}")" "$(median "${trainSkipped[@]}")")"
row "mvn lenet:verify" "$(median "${verify[@]}")"
row "mvn lenet:verify -Dlenet.skipVerify" "$(median "${verifySkipped[@]}")"
row "what lenet:verify adds" "$(difference "$(median "${verify[@]}")" "$(median "${verifySkipped[@]}")")"
