import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def lenet = new File(basedir, 'target/lenet')
def json = { name -> new JsonSlurper().parse(new File(lenet, name)) }

def training = json('training.json')
assertThat(training.keySet()).contains('schemaVersion', 'architecture', 'parameters', 'dataset', 'hyperparameters', 'backend', 'totalSeconds')
assertThat(training.architecture).isEqualTo('lenet5')
assertThat(training.parameters).isEqualTo(44426)
assertThat(training.hyperparameters.epochs).isEqualTo(2)
assertThat(training.hyperparameters.batchSize).isEqualTo(16)
assertThat(training.hyperparameters.learningRate as double).isEqualTo(0.002d)
assertThat(training.epochs).hasSize(2)
assertThat(training.epochs[1].keySet()).contains('epoch', 'learningRate', 'trainingLoss', 'trainingAccuracy',
    'validationLoss', 'validationAccuracy', 'seconds', 'imagesPerSecond')

def evaluation = json('evaluation.json')
assertThat(evaluation.dataset.name).isEqualTo('drawn-digits')
assertThat(evaluation.dataset.split).isEqualTo('test')
assertThat(evaluation.dataset.images).isEqualTo(evaluation.total)
assertThat(evaluation.confusionMatrix.flatten().sum()).isEqualTo(evaluation.total)
assertThat((0..9).sum { evaluation.confusionMatrix[it][it] }).isEqualTo(evaluation.correct)
assertThat(evaluation.classes).hasSize(10)
assertThat(evaluation.accuracy).isEqualTo(evaluation.correct / evaluation.total)
assertThat(evaluation.verdict.passed).isTrue()
assertThat(evaluation.model.parameters).isEqualTo(44426)

assertThat(new File(lenet, 'report/index.html')).content().contains('drawn-digits')
assertThat(new File(lenet, 'TEST-lenet-check-passes.xml')).content().contains('failures="0"')
assertThat(new File(lenet, 'summary.md')).isFile()
assertThat(new File(lenet, 'model-card.md')).content().contains('Computed by: Java kernels on CPU')
assertThat(json('bom.json').metadata.component.hashes[0].content).isEqualTo(evaluation.model.sha256)
assertThat(json('provenance.json').build.maven).isNotEmpty()

def log = new File(basedir, 'build.log').text
assertThat(log).containsPattern(/epoch 1\/2: loss \d\.\d+, accuracy \d\.\d+.*images\/s/).containsPattern(/epoch 2\/2: loss/)
assertThat(log.readLines().findAll { it.contains('epoch') || it.contains('Model') }).noneMatch { (it =~ /[\x00-\x1f]/).find() }
// Maven 4 asks every repository in the POM of a library what it holds, and warns of those out of reach.
assertThat(log.readLines().findAll { it.contains('[WARNING]') })
    .allMatch { it.contains('JAR will be empty') || it.contains('Could not transfer metadata /.meta/prefixes.txt') }
true
