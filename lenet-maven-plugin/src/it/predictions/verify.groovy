import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def json = { name -> new JsonSlurper().parse(new File(basedir, "target/$name")) }

def service = json('lenet-service/evaluation.json')
assertThat(service.model.kind).isEqualTo('predictions')
assertThat(service.dataset.name).isEqualTo('target/service.csv')
assertThat(service.classes*.label).containsExactly('account', 'billing', 'shipping')
assertThat(service.keySet()).doesNotContain('loss')
assertThat(service.verdict.passed).isTrue()
assertThat(service.verdict).doesNotContainKey('warnings')
assertThat(service.slices.list*.value).containsExactly('mail', 'phone')
assertThat(service.slices.list*.total).containsExactly(3, 3)
assertThat(new File(basedir, 'target/lenet-service/TEST-lenet-service.xml').text)
    .contains('name="minimum accuracy of slice channel=mail on target/service.csv"')

// Of the call that failed, on the command line.
def forest = json('lenet/evaluation.json')
assertThat(forest.total).isEqualTo(360)
assertThat(forest.loss).isLessThan(0.5)
assertThat(forest.baseline.name).isEqualTo('scikit-learn/logistic-regression.csv')
assertThat(forest.verdict.passed).isFalse()
assertThat(new File(basedir, 'target/lenet/TEST-lenet-scikit-learn.xml').text).contains('failures="1"')
assertThat(new File(basedir, 'target/lenet/report/index.html').text).contains('scikit-learn/random-forest.csv (360 images)')

assertThat(json('lenet/evaluate/evaluation.json').model.name).isEqualTo('scikit-learn/logistic-regression.csv')

def log = new File(basedir, 'build.log').text
assertThat(log)
    .containsPattern(/Passed: accuracy on scikit-learn\/random-forest.csv \(360 images\) is 0\.9/)
    .containsPattern(/accuracy on scikit-learn\/random-forest.csv \(360 images\) is 0\.9.*, but the minimum is 0\.9900\./)
    .contains('Passed: accuracy of slice channel=phone on target/service.csv (6 images) is 1.0000 (3/3)')
    // No images are needed, so none are fetched.
    .doesNotContain('mnist')
true
