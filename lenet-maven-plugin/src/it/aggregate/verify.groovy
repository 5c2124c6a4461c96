import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def aggregate = new File(basedir, 'all/target/lenet/aggregate')
def log = new File(basedir, 'build.log').text
// One for each run of Maven, in the order of invoker.properties.
def runs = log.split('Scanning for projects...').drop(1)
assertThat(runs).hasSize(5)

// A module that failed by itself fails the whole, although its build went on.
assertThat(runs[0])
    .containsPattern(/lenient: accuracy on drawn-digits test .* but the minimum is 0\.9999/)
    .doesNotContain('from an earlier build')

// Out of the running part of the build, its result counts the same, and is marked.
assertThat(runs[1])
    .contains('the result of lenient (io.github.lenet.it:lenient) is from an earlier build')
    .containsPattern(/ERROR.*lenient: accuracy on drawn-digits test .* but the minimum is 0\.9999/)
assertThat(runs[2]).contains(
    "The execution 'verify' of lenet:verify in io.github.lenet.it:strict has left its result in an earlier build",
    'epochs changed from 2 to 3',
    'Build them together with `mvn verify -pl :all -am`')

// What is no module of the build at all is named as well.
assertThat(runs[3]).contains(
    'io.github.lenet.it:strict is no module of this build, and nobody can tell whether it runs lenet:verify',
    'io.github.lenet.it:lenient is no module of this build',
    'Build them together with `mvn -f ../pom.xml verify -pl :all -am`')

assertThat(runs[4]).contains('is from an earlier build', 'The build goes on, because haltOnFailure is false.')
def aggregation = new JsonSlurper().parse(new File(aggregate, 'aggregate.json'))
assertThat(aggregation.evaluations.collect { it.name }).containsExactly('strict', 'lenient')
def rules = aggregation.verdict.rules
assertThat(aggregation.verdict.passed).isFalse()
assertThat(rules.collect { [it.evaluation, it.metric, it.minimum, it.passed] }).containsExactly(
    ['strict', 'accuracy', 0.8, true],
    ['strict', 'accuracy', 0.8, true],
    ['strict', 'recall', 0.5, true],
    ['lenient', 'accuracy', 0.9999, false],
    ['lenient', 'accuracy', 0.8, true],
    ['lenient', 'recall', 0.5, true])
assertThat(aggregation.verdict.warnings).hasSize(2)

assertThat(new File(aggregate, 'TEST-lenet-all.xml')).content().contains('tests="6"', 'failures="1"')
assertThat(new File(aggregate, 'report/index.html')).content().contains('strict', 'lenient')
assertThat(new File(aggregate, 'summary.md')).content().contains('is from an earlier build')
true
