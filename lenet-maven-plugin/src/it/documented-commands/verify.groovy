import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.count('BUILD SUCCESS')).isEqualTo(12)
assertThat(log)
    .contains('Report: ' + new File(basedir, 'target/lenet/report/index.html'))
    .contains('Passed: accuracy on drawn-digits test (500 images)', 'on drawn-digits train (1000 images)')
    .contains('Classifying 2 files', 'Classifying 1 file with ' + new File(basedir, 'old/model.zip'))
    .contains('drawn-digits is complete: 1,000 training and 500 test images')
    .contains('Reproduced: ' + new File(basedir, 'target/lenet/reproduce/model.zip') + ' has the same bytes')
    .contains('Page: ' + new File(basedir, 'old/target/lenet/explore/index.html'))
true
