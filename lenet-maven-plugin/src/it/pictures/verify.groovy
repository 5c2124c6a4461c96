import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def evaluation = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json'))
// What the pictures show decides which are for the test: always the same, and about a quarter of each class.
assertThat(evaluation.dataset).isEqualTo([name: 'bars', split: 'test', images: 28])
assertThat(evaluation.classes*.label).containsExactly('left', 'middle', 'right')
assertThat(evaluation.classes*.support).containsExactly(10, 11, 7)

def sliced = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluate/evaluation.json')).slices
assertThat(sliced.list*.value).containsExactlyInAnyOrder('old', 'new')
assertThat(sliced.list*.total.sum()).isEqualTo(28)

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('Training lenet5 adapted to 18 x 24 images in 3 classes')
    .contains('Passed: accuracy on bars test (28 images)')
    // As the pictures of the training, not centred: a bar at the left stays there.
    .containsPattern(/left .*left.0\.png/)
    .contains('the model was trained on pictures prepared with resize, and may misread these')
    .contains('Training, because data set bars: imageSize changed from 18x24 to 20x24')
// Once for both goals, and once for the other size.
assertThat(log.split('Reading 120 pictures in 3 classes', -1)).hasSize(3)
assertThat(new JsonSlurper().parse(new File(basedir, 'target/lenet/training-images.json')).images).isNotEmpty()
true
