import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

assertThat(new JsonSlurper().parse(new File(basedir, 'target/lenet/training.json')).epochs).hasSize(1)
def log = new File(basedir, 'build.log').text
assertThat(log).containsPattern(/\[WARNING\].*-Dlenet\.epochs=7 has no effect, the POM sets <epochs>1<\/epochs>/)
assertThat(log).containsPattern(/\[WARNING\].*lenet\.minimumAcuracy.*lenet\.minimumAccuracy/)
assertThat(log).contains('<haltOnFailure>yes</haltOnFailure> (property lenet.haltOnFailure) must be true or false.')
true
