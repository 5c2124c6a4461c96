import io.github.lenet.archive.ModelArchive
import io.github.lenet.io.Sha256

import static org.assertj.core.api.Assertions.assertThat

def published = { String type -> new File(basedir, "target/releases/io/github/lenet/it/export/1/export-1-lenet.$type") }
['onnx', 'safetensors'].each { type ->
  assertThat(published(type)).isNotEmpty().hasSameBinaryContentAs(new File(basedir, "target/lenet/model.$type"))
}
assertThat(published('zip')).hasSameBinaryContentAs(new File(basedir, 'target/lenet/model.zip'))

// Of the same model, the same bytes.
assertThat(new File(basedir, 'target/again/model.onnx')).hasSameBinaryContentAs(published('onnx'))
assertThat(new File(basedir, 'target/again/model.safetensors')).doesNotExist()

def initialModel = new File(basedir, 'target/lenet/model.safetensors')
def second = ModelArchive.read(new File(basedir, 'target/second/model.zip').toPath()).description()
assertThat(second.inputs().initialModel()).isEqualTo(Sha256.hex(initialModel.toPath()))
// It does not begin anew.
def first = ModelArchive.read(new File(basedir, 'target/lenet/model.zip').toPath()).description()
assertThat(second.epochs().first().trainingLoss()).isLessThan(first.epochs().first().trainingLoss() / 4)
assertThat(new File(basedir, 'build.log').text)
    .contains("Going on from $initialModel", 'holds no state of Adam to go on with, which begins anew')
true
