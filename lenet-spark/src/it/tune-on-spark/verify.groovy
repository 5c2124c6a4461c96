import static org.assertj.core.api.Assertions.assertThat

def read = { folder -> new File(basedir, "target/$folder/tune/tuning.json").text }
def withoutSeconds = { json -> json.replaceAll(/"seconds": [^,\n]+/, '') }
assertThat(withoutSeconds(read('spark'))).isEqualTo(withoutSeconds(read('here')))
// To the second: every trial was in the cache.
assertThat(read('again')).isEqualTo(read('spark'))

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('4 at a time on Spark')
    .containsPattern(/The trials run on Spark 3\.5\.\d+ at local\[2\]: http:/)
    .containsPattern(/trial 3 \(4\/4\): learningRate/)
    .doesNotContain('spark-core')
def worker = new File(basedir, 'target/spark/tune/worker')
assertThat(worker.list()).contains('spark.properties', 'output.txt')
true
