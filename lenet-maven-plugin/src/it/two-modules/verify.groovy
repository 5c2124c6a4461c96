import static org.assertj.core.api.Assertions.assertThat

def model = { module -> new File(basedir, "$module/target/lenet/model.zip").bytes }
// Trained beside each other with the same seed, they are the same to the byte.
assertThat(model('first')).isEqualTo(model('second'))
// Their lines come mixed, so each says whose it is.
def log = new File(basedir, 'build.log').text
assertThat(log).containsPattern(/\[INFO\] \[first\] epoch 1\/2: /).containsPattern(/\[INFO\] \[second\] epoch 2\/2: /)
true
