import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.count('BUILD SUCCESS')).isEqualTo(15)
assertThat(log)
    .contains('Report: ' + new File(basedir, 'target/lenet/report/index.html'))
    .contains('Passed: accuracy on drawn-digits test (500 images)', 'on drawn-digits train (1000 images)')
    .contains('Classifying 2 files', 'Classifying 1 file with ' + new File(basedir, 'old/model.zip'))
    .contains('drawn-digits is complete: 1,000 training and 500 test images')
    .contains('Reproduced: ' + new File(basedir, 'target/lenet/reproduce/model.zip') + ' has the same bytes')
    .contains('Page: ' + new File(basedir, 'old/target/lenet/explore/index.html'))
    .contains('Exported ' + new File(basedir, 'target/lenet/model.zip') + ' to ' + new File(basedir, 'target/lenet/model.onnx'))
    // Without a POM, what Maven makes up for one is named nowhere.
    .contains('Model ' + new File(basedir, 'trial/target/lenet/model.zip') + ', sha256')
    .contains('Report: ' + new File(basedir, 'trial/target/lenet/report/index.html'), 'Classifying 1 file with ' + new File(basedir, 'trial/target'))
def trial = new File(basedir, 'trial/target/lenet')
assertThat(new File(trial, 'TEST-lenet-trial.xml')).exists()
assertThat(new File(trial, 'model-card.md').text).contains('Published by: not stated')
assertThat(trial.listFiles().findAll { it.file }.any { it.text.contains('standalone-pom') || it.text.contains('org.apache.maven') }).isFalse()
true
