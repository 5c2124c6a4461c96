import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log').text)
    .contains('BUILD FAILURE', 'model.zip', 'mvn lenet:train lenet:verify')
    .doesNotContain('Caused by')
true
