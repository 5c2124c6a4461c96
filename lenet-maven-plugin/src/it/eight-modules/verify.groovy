import static org.assertj.core.api.Assertions.assertThat

def model = { number -> new File(basedir, "module-$number/target/lenet/model.zip").bytes }
(1..4).each { seed ->
  assertThat(model(2 * seed)).as("seed $seed".toString()).isEqualTo(model(2 * seed - 1))
}
assertThat((1..4).collect { Arrays.hashCode(model(2 * it)) }.toSet()).hasSize(4)
def log = new File(basedir, 'build.log').text
// Of sixteen modules in two builds, four have trained.
assertThat(log.readLines().count { it =~ /epoch 1\/2: / }).isEqualTo(4)
(1..8).each { assertThat(new File(basedir, "module-$it/target/lenet/evaluation.json")).exists() }
true
