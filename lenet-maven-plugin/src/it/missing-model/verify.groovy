import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log').text)
    .contains('BUILD FAILURE', 'model.zip', 'mvn lenet:train lenet:verify')
    .contains('<modelFile></modelFile> (property lenet.modelFile) must name a file or folder, or be left out.')
    .doesNotContain('Caused by')
true
