import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def evaluation = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json'))
assertThat(evaluation.verdict.passed).isFalse()
assertThat(evaluation.verdict.rules).singleElement().matches { it.metric == 'accuracy' && !it.passed }
assertThat(new File(basedir, 'target/lenet/TEST-lenet-check-fails-halt.xml')).content().contains('failures="1"')

def log = new File(basedir, 'build.log').text
assertThat(log).contains('BUILD FAILURE', 'org.apache.maven.plugin.MojoFailureException')
assertThat(log).containsPattern(/accuracy on drawn-digits test \(\d+ images\) is 0\.\d+ \(\d+\/\d+\), but the minimum is 0\.9999/)
assertThat(log).contains('index.html')
true
