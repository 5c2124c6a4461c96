import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def answers = new JsonSlurper().parse(new File(basedir, 'target/answers.json'))
assertThat(answers).hasSize(205)
def right = (0..<200).count { answers[it].image.endsWith("t10k-images-idx3-ubyte#$it") && answers[it]['class'] == "${it % 10}" }
assertThat(right).isGreaterThan(150)
// The same digit has the same answer, whatever it is drawn on.
assertThat(answers.drop(200).collectEntries { [new File(it.image).name, it['class']] })
    .isEqualTo(['blue-on-yellow.jpg', 'light.png', 'palette.gif', 'transparent.png', 'white-on-red.bmp'].collectEntries { [it, '3'] })
assertThat(answers.find { it.image.endsWith('light.png') }.probability).isEqualTo(answers[3].probability)

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('Classifying 6 files', '205 images classified', 'runner-up', '1 image classified')
    .contains('2 names in <images> found nothing:', '1 image could not be used:')
    .containsPattern(/text\.png cannot be used as a picture/)
    .containsPattern(/the folder .*empty holds no PNG/)
    .containsPattern(/no file matches .*nowhere/)
    .doesNotContain('Caused by')

// The answers go to the file as they come; the message stays readable.
assertThat(new File(basedir, 'target/many.csv').readLines()).hasSize(10001)
assertThat(log)
    .contains('Classifying 20,000 files', '10,000 images could not be used:', 'and 9,980 more')
    .contains('There is no model for lenet:predict: ' + new File(basedir, 'pictures/target/lenet/model.zip'))
assertThat(log.readLines().count { it =~ /- .*\d-text\.png cannot be used/ }).isEqualTo(20)
// A table in the log of the project, and one in that of the folder without.
assertThat(log.readLines().count { it =~ /probability  light\.png|light\.png$/ && it =~ /0\.\d{4}|1\.0000/ }).isEqualTo(2)
assertThat(log.readLines().findAll { !it.startsWith('[INFO]') && it =~ /image,class,|^\S+light\.png,3,/ }).hasSize(2)
true
