import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def aggregate = new File(basedir, 'all/target/lenet/aggregate')
def aggregation = new JsonSlurper().parse(new File(aggregate, 'aggregate.json'))
assertThat(aggregation.evaluations.collect { it.name }).containsExactly('strict', 'lenient')

// A module that failed by itself fails the whole, although its build went on.
def rules = aggregation.verdict.rules
assertThat(aggregation.verdict.passed).isFalse()
assertThat(rules.collect { [it.evaluation, it.metric, it.minimum, it.passed] }).containsExactly(
    ['strict', 'accuracy', 0.8, true],
    ['strict', 'accuracy', 0.8, true],
    ['strict', 'recall', 0.5, true],
    ['lenient', 'accuracy', 0.9999, false],
    ['lenient', 'accuracy', 0.8, true],
    ['lenient', 'recall', 0.5, true])

assertThat(new File(aggregate, 'TEST-lenet-all.xml')).content().contains('tests="6"', 'failures="1"')
assertThat(new File(aggregate, 'report/index.html')).content().contains('strict', 'lenient')
assertThat(new File(aggregate, 'summary.md')).exists()

def log = new File(basedir, 'build.log').text
assertThat(log).containsPattern(/lenient: accuracy on drawn-digits test .* but the minimum is 0\.9999/)
true
