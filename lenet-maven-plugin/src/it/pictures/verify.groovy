import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def evaluation = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json'))
assertThat(evaluation.dataset).isEqualTo([name: 'bars', split: 'test', images: 30])
assertThat(evaluation.classes*.label).containsExactly('left', 'middle', 'right')
assertThat(evaluation.classes*.support).containsExactly(10, 10, 10)

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('Training lenet5 adapted to 18 x 24 images in 3 classes')
    .contains('Passed: accuracy on bars test (30 images)')
    // As the pictures of the training, not centred: a bar at the left stays there.
    .containsPattern(/left .*left.0\.png/)
    .contains('the model was trained on pictures prepared with resize, and may misread these')
// Once for both goals.
assertThat(log.split('Reading 120 pictures in 3 classes', -1)).hasSize(2)
true
