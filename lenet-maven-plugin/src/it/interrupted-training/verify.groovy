import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.readLines().count { it =~ /\[INFO\] Going on after epoch 2 of 2, from the checkpoint of \d\d:\d\d:\d\d$/ }).isEqualTo(1)
def models = log.readLines().findAll { it.contains('[INFO] Model ') }.collect { it.replaceAll(/, [0-9.]+ s$/, '') }
assertThat(models).hasSize(2)
assertThat(models[1]).isEqualTo(models[0])
new File(basedir, 'cache').eachFileRecurse { assertThat(it.name).doesNotContain('checkpoint') }
true
