import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log').text)
    .contains('drawn-digits is complete: 1,000 training and 500 test images', 'Source: dataDirectory', 't10k-labels-idx1-ubyte')
assertThat(new File(basedir, 'target/cache')).doesNotExist()
true
