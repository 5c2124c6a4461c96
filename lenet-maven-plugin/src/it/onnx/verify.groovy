import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def json = { name -> new JsonSlurper().parse(new File(basedir, "target/$name")) }

def gate = json('gate/evaluation.json')
assertThat(gate.model.kind).isEqualTo('onnx')
assertThat(gate.model.name).isEqualTo('target/lenet/model.onnx')
assertThat(gate.model.bytes).isEqualTo(new File(basedir, 'target/lenet/model.onnx').length() as int)
assertThat(gate.baseline.name).isEqualTo('target/lenet/model.zip')
assertThat(gate.verdict.passed).isTrue()
assertThat(new File(basedir, 'target/gate/report/index.html').text).contains('target/lenet/model.onnx')

assertThat(json('gate/evaluate/evaluation.json').confusionMatrix).isEqualTo(gate.confusionMatrix)
assertThat(json('darker/evaluate/evaluation.json').loss).isNotEqualTo(gate.loss)

// Without a data set, the classes are those that the export has written into the file.
def answers = new File(basedir, "target/answers.csv").readLines()
assertThat(answers).hasSize(501)
assertThat(answers.drop(1)*.split(",")*.getAt(1)).allMatch { it ==~ /[0-9]/ }

assertThat(new File(basedir, 'build.log').text)
    .contains('invoker.properties is no usable model: it is no zip file, or a part of it is missing. It must be a model.zip of lenet:train, or an ONNX file.')
    .contains("The inference failed because the JVM ", '-XX:+NoSuchOption</jvmArgs> (-Dlenet.jvmArgs)')
true
