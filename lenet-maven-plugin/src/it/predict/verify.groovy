import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def answers = new JsonSlurper().parse(new File(basedir, 'target/answers.json'))
assertThat(answers).hasSize(201)
def right = (0..<200).count { answers[it].image.endsWith("t10k-images-idx3-ubyte#$it") && answers[it]['class'] == "${it % 10}" }
assertThat(right).isGreaterThan(150)
// The same digit, dark on light, has the same answer.
assertThat(answers[200]['class']).isEqualTo(answers[7]['class'])
assertThat(answers[200].probability).isEqualTo(answers[7].probability)

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('Classifying 2 files', '201 images classified', 'runner-up', '1 image classified', '2 images could not be used')
    .containsPattern(/text\.png cannot be used as a picture of a digit/)
    .containsPattern(/no file matches .*nowhere/)
    .doesNotContain('Caused by')
true
