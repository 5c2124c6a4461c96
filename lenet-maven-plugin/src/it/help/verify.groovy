import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log').text)
    .contains('lenet:train', 'lenet:verify', 'lenet:help', 'learningRate', 'User property: lenet.learningRate', 'minimumAccuracy')
true
