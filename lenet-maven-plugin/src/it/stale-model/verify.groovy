import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
def stale = { level, difference ->
  log.readLines().count { it.contains("[$level]") && it.contains("was not trained with the values of this POM: $difference") }
}
assertThat(stale('ERROR', 'epochs changed from 2 to 3. Train it again with `mvn lenet:train@train`')).isEqualTo(1)
assertThat(stale('WARNING', 'epochs changed from 2 to 3.')).isEqualTo(1)
assertThat(stale('WARNING', 'learningRate changed from 0.002 to 0.1.')).isEqualTo(1)
assertThat(stale('ERROR', 'learningRate changed from 0.002 to 0.1.')).isEqualTo(1)
assertThat(log.count('BUILD SUCCESS')).isEqualTo(3)
true
