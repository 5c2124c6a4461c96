import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
def baseline = 'io.github.lenet.it:baseline-regression:zip:lenet:1.0'
assertThat(log.count('BUILD SUCCESS')).isEqualTo(2)
assertThat(log.count('There is no baseline')).isEqualTo(1)
assertThat(log).contains("Baseline: $baseline")
assertThat(log).containsPattern(/\[ERROR\].*regression.*on drawn-digits test \(500 images\)/)

def evaluation = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json'))
assertThat(evaluation.verdict.passed).isFalse()
assertThat(evaluation.verdict.rules.collect { [it.metric, it.passed] }).containsExactly(['accuracy', true], ['regression', false])
assertThat(evaluation.baseline.name).isEqualTo(baseline)
true
