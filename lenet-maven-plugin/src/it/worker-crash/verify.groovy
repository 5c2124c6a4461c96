import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'target/lenet/model.zip')).doesNotExist()
assertThat(new File(basedir, 'target/lenet').listFiles().toList()).noneMatch { it.name.endsWith('.part') }
assertThat(new File(basedir, 'build.log').text)
    .contains('BUILD FAILURE', 'hs_err')
    .doesNotContain('Caused by')
true
