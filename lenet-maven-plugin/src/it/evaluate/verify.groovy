import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def lenet = new File(basedir, 'target/lenet')
def json = { name -> new JsonSlurper().parse(new File(lenet, name)) }

def evaluation = json('evaluate/evaluation.json')
assertThat(evaluation.dataset.split).isEqualTo('test')
assertThat(evaluation.total).isEqualTo(500)
assertThat(evaluation.keySet()).doesNotContain('verdict')
// The files of the gate are those of lenet:verify.
assertThat(json('evaluation.json').dataset.split).isEqualTo('test')
assertThat(json('evaluation.json').verdict.passed).isTrue()

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('on drawn-digits train (1000 images)', '95 % confidence', 'precision', 'confusion matrix')
assertThat(log.readLines().findAll { it.contains(' on drawn-digits test (500 images)') && !it.startsWith('[INFO]') }).hasSize(1)
true
