#!/usr/bin/env bash
# Times searches of lenet:tune as whole commands: on this machine with two threads, and on a Spark with one and with
# two executors of one core. The standalone cluster is started here, with the Spark in SPARK_HOME.
# Installs this version into the local repository first, because Maven runs a goal by its name only from there.
# Usage: SPARK_HOME=... benchmark/cluster.sh [rounds]. It needs bash 5. Rounds of earlier calls count as well, until
# benchmark/target/cluster is deleted.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
rounds=${1:-3}
folder=$PWD/benchmark/target/cluster
mkdir -p "$folder"
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1
export JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}

mvn -B -q -ntp install -pl lenet-spark -am -DskipTests
cd example-project
# Whatever has to be downloaded is, before the clock starts.
mvn -B -q -ntp lenet:download -Dlenet.cacheDirectory="$folder/downloads"

for executors in 1 2; do
  mkdir -p "$folder/conf-$executors"
  cat >"$folder/conf-$executors/spark-defaults.conf" <<END
spark.master spark://127.0.0.1:17077
spark.cores.max $executors
spark.executor.memory 1g
spark.driver.memory 1g
END
done
trap 'kill $(jobs -p)' EXIT
"$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
  --host 127.0.0.1 --port 17077 --webui-port 0 >"$folder/master.log" 2>&1 &
for worker in 1 2; do
  "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g \
    --webui-port 0 --work-dir "$folder/worker-$worker" spark://127.0.0.1:17077 >"$folder/worker-$worker.log" 2>&1 &
done
until [ "$(grep -c 'Registering worker' "$folder/master.log")" = 2 ]; do
  sleep 1
done

tune() {
  mvn -B -q -o lenet:tune -Dlenet.search="learningRate=0.0005..0.01 log; weightDecay=0..0.1" -Dlenet.trials=4 \
    -Dlenet.epochs=1 -Dlenet.finalists=1 -Dlenet.cacheDirectory="$folder/cache" "$@" >"$folder/maven.log"
}

# Four trials and the four trainings of the confirmation, without a cache but the images; and the same again.
measure() {
  local name=$1 begin
  shift
  for architecture in lenet5 resnet8; do
    rm -rf "$folder/cache"
    cp -r "$folder/downloads" "$folder/cache"
    for work in "$architecture" known; do
      begin=$EPOCHREALTIME
      tune -Dlenet.architecture="$architecture" "$@"
      awk -v name="$name" -v work="$work" -v begin="$begin" -v end="$EPOCHREALTIME" \
        'BEGIN { printf "%s,%s,%.2f\n", name, work, end - begin }' >>"$folder/seconds.csv"
    done
  done
  # What the trials of the last one say themselves.
  grep -o '"seconds": [0-9.]*' target/lenet/tune/tuning.json |
    awk -v name="$name" '{ printf "%s,training,%.2f\n", name, $2 }' >>"$folder/seconds.csv"
}

# In turns, so that a slow moment of the machine meets all of them.
for ((round = 0; round < rounds; round++)); do
  measure "one at a time" -Dlenet.threads=2 -Dlenet.parallelTrials=1
  measure "two at a time" -Dlenet.threads=2 -Dlenet.parallelTrials=2
  for executors in 1 2; do
    SPARK_CONF_DIR="$folder/conf-$executors" measure "Spark with $executors" -Dlenet.executor=spark
  done
done

median() {
  awk -F, -v name="$1" -v work="$2" '$1 == name && $2 == work { print $3 }' "$folder/seconds.csv" |
    sort -n | awk '{ value[NR] = $1 } END { printf "%.1f", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

row() {
  printf '| %-13s | %7s | %7s | %7s | %8s |\n' "$@"
}

row "whole command" lenet5 resnet8 known training
row ------------- ------: ------: ------: -------:
cut -d, -f1 "$folder/seconds.csv" | awk '!seen[$0]++' | while read -r name; do
  row "$name" "$(median "$name" lenet5)" "$(median "$name" resnet8)" "$(median "$name" known)" \
    "$(median "$name" training)"
done
