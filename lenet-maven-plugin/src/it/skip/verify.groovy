import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'target/lenet')).doesNotExist()
def log = new File(basedir, 'build.log').text
assertThat(log).contains('BUILD SUCCESS')
// Both goals say so, and name the switch.
assertThat(log.readLines().findAll { it.contains('lenet.skip') }).hasSizeGreaterThanOrEqualTo(2)
assertThat(log.readLines().findAll { it.startsWith('[WARNING] No model is attached to this module') }).hasSize(1)
true
