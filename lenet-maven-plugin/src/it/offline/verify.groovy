import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.count('BUILD SUCCESS')).isEqualTo(2)
assertThat(new File(basedir, 'target/lenet/evaluation.json')).isFile()
true
