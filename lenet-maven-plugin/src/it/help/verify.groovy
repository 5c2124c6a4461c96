import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log').text)
    .contains('lenet:train', 'lenet:verify', 'lenet:help', 'lenet:evaluate', 'lenet:predict', 'lenet:download', 'learningRate', 'User property: lenet.learningRate', 'minimumAccuracy')
true
