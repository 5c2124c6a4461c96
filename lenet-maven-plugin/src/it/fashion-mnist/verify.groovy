import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def evaluation = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json'))
assertThat(evaluation.dataset).isEqualTo([name: 'fashion-mnist', split: 'test', images: 10_000])
assertThat(evaluation.classes*.label).containsExactly(
    'T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot')
assertThat(evaluation.classes*.support).containsOnly(1_000)
assertThat(new File(basedir, 'target/lenet/report/index.html').text)
    .contains('<th scope="row">T-shirt/top</th>', '<th scope="row">Ankle boot</th>')

assertThat(new File(basedir, 'build.log').text)
    .contains('Copying Debian package dataset-fashion-mnist from /usr/share/datasets/fashion-mnist')
    .contains('Passed: accuracy on fashion-mnist test (10000 images)')
true
