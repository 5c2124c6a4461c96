import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

assertThat(new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json')).verdict.passed).isTrue()
assertThat(new File(basedir, 'target/classes/digits/model.zip')).isFile()
// The Java snippet compiled against the library alone.
assertThat(new File(basedir, 'target/classes/DigitReader.class')).isFile()
true
