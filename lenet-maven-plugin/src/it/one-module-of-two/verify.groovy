import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'first/target/lenet')).doesNotExist()
assertThat(new File(basedir, 'target/lenet')).doesNotExist()
assertThat(new File(basedir, 'second/target/lenet/evaluation.json')).isFile()
// One line for each of three goals that passes over a module: the root and the first one.
def log = new File(basedir, 'build.log').text
assertThat(log.readLines().findAll { it.contains('Skipping lenet:') }).hasSize(6)
assertThat(log).contains('Train one first with `mvn lenet:train lenet:verify -pl :second`, or name another')
true
