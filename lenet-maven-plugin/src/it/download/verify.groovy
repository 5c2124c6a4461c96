import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log').text)
    .contains('drawn-digits is complete: 1,000 training and 500 test images', 'Source: dataDirectory', 't10k-labels-idx1-ubyte')
// The cache remembers digests of the files, and no copy of them.
assertThat(new File(basedir, 'target/cache/datasets')).doesNotExist()
true
