import static org.assertj.core.api.Assertions.assertThat

def worker = new File(basedir, 'target/lenet/worker')
assertThat(new File(basedir, 'used.txt').text).contains('command.args')
assertThat(new File(worker, 'command.args').readLines()).contains('"-Xmx512m"', '"-Dwith.space=a b"')
assertThat(new File(worker, 'command.args').text)
    .as('nothing of Maven, whatever it puts into plugins')
    .contains('lenet-core-')
    .doesNotContain('plexus-utils', 'maven-reporting-api', 'doxia')
assertThat(new File(basedir, 'target/lenet/model.zip')).isFile()
// A JDK that is not told of native access and Unsafe warns of them; from 24 on this fails if it is not.
assertThat(new File(worker, 'output.txt').text).doesNotContain('WARNING')
true
