import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('2 of 12 rules are not met:', 'The build goes on, because haltOnFailure is false.')
assertThat(log.readLines().findAll { it.startsWith("::warning title=rules%3A") }).hasSize(2)

def lenet = new File(basedir, 'target/lenet')
assertThat(new JsonSlurper().parse(new File(lenet, 'evaluation.json')).verdict.rules.findAll { !it.passed }.collect { it.metric })
    .containsExactly('accuracy', 'modelSize')
assertThat(new File(lenet, 'TEST-lenet-rules.xml')).content().contains('tests="12"', 'failures="2"')
assertThat(new File(basedir, 'step-summary.md').text).isEqualTo(new File(lenet, 'summary.md').text)
true
