import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.count('[WARNING] There is no baseline: no repository holds a release of ' +
    'io.github.lenet.it:baseline-first-release in the range (,1.1-SNAPSHOT)')).isEqualTo(2)
assertThat(log).contains('Baseline: io.github.lenet.it:baseline-first-release:zip:lenet:1.0-rc1')
assertThat(log).contains('is the same archive as the model')
assertThat(log.count('BUILD SUCCESS')).isEqualTo(4)
assertThat(log).contains('Before the first release, set <ignoreMissingBaseline>true</ignoreMissingBaseline>')
assertThat(new File(basedir, 'target/lenet/evaluation.json')).doesNotExist()
true
