import static org.assertj.core.api.Assertions.assertThat

def worker = new File(basedir, 'target/lenet/worker')
def inference = new File(basedir, 'target/lenet/onnx')
assertThat(new File(basedir, 'used.txt').text).contains("$worker/command.args".toString(), "$inference/command.args".toString())
assertThat(new File(worker, 'command.args').readLines()).contains('"-Xmx512m"', '"-Dwith.space=a b"')
assertThat(new File(worker, 'command.args').text)
    .as('nothing of Maven, whatever it puts into plugins')
    .contains('lenet-core-')
    .doesNotContain('plexus-utils', 'maven-reporting-api', 'doxia')
assertThat(new File(basedir, 'target/lenet/model.zip')).isFile()
// A JDK that is not told of native access and Unsafe warns of them; from 24 on this fails if it is not.
[worker, inference].each { assertThat(new File(it, 'output.txt').text).doesNotContain('WARNING') }
true
