import static org.assertj.core.api.Assertions.assertThat

def published = { String type -> new File(basedir, "target/releases/io/github/lenet/it/export/1/export-1-lenet.$type") }
['onnx', 'safetensors'].each { type ->
  assertThat(published(type)).isNotEmpty().hasSameBinaryContentAs(new File(basedir, "target/lenet/model.$type"))
}
assertThat(published('zip')).hasSameBinaryContentAs(new File(basedir, 'target/lenet/model.zip'))

// Of the same model, the same bytes.
assertThat(new File(basedir, 'target/again/model.onnx')).hasSameBinaryContentAs(published('onnx'))
assertThat(new File(basedir, 'target/again/model.safetensors')).doesNotExist()
true
