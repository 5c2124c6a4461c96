import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def evaluation = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json'))
assertThat(evaluation.verdict.passed).isFalse()
assertThat(new File(basedir, 'target/lenet/TEST-lenet-check-fails-no-halt.xml')).content().contains('failures="1"')

def log = new File(basedir, 'build.log').text
assertThat(log).contains('BUILD SUCCESS')
assertThat(log).containsPattern(/\[WARNING\].*accuracy on drawn-digits test .* but the minimum is 0\.9999/)
true
