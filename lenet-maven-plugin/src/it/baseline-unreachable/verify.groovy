import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('Cannot tell whether there is <baselineArtifact>io.github.lenet.it:baseline-unreachable:zip:lenet:' +
    '(,1.1-SNAPSHOT)</baselineArtifact>, because not every repository could be asked')
assertThat(log).containsPattern(/releases \(http:\/\/127\.0\.0\.1:9\/\).*refused/)
assertThat(new File(basedir, 'target/lenet/model.zip')).isFile()
assertThat(new File(basedir, 'target/lenet/evaluation.json')).doesNotExist()
true
