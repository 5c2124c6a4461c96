import static org.assertj.core.api.Assertions.assertThat

def model = { module -> new File(basedir, "$module/target/lenet/model.zip").bytes }
// Trained beside each other with the same seed, they are the same to the byte.
assertThat(model('first')).isEqualTo(model('second'))
true
