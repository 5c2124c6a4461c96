import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'first/target/lenet')).doesNotExist()
assertThat(new File(basedir, 'target/lenet')).doesNotExist()
assertThat(new File(basedir, 'second/target/lenet/evaluation.json')).isFile()
// One line for each goal that passes over a module: the root and the first one.
assertThat(new File(basedir, 'build.log').text.readLines().findAll { it.contains('Skipping lenet:') }).hasSize(4)
true
