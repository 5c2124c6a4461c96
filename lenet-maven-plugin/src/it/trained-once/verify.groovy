import static org.assertj.core.api.Assertions.assertThat

def model = new File(basedir, 'target/lenet/model.zip')
def lines = new File(basedir, 'build.log').readLines()
def told = lines.findAll { it =~ /Training, because|is up to date|comes from the cache|sha256/ }
    .collect { it.replace('[INFO] ', '').replaceAll(/ \(fingerprint \w+\.\.\.\)|, sha256 .*/, '') }
assertThat(told).containsExactly(
    "Training, because there is no $model".toString(),
    "Model $model".toString(),
    "Model $model is up to date: it was trained with the same inputs".toString(),
    'Training, because learningRate changed from 0.002 to 0.003',
    "Model $model".toString(),
    "Model $model comes from the cache: it was trained with the same inputs".toString(),
    'Training, because lenet.force is set',
    "Model $model".toString())

def digests = lines.findAll { it.contains(', sha256 ') }.collect { it.replaceAll(/.*sha256 (\w+).*/, '$1') }
assertThat(digests[2]).as('forced, and the same').isEqualTo(digests[0])
assertThat(digests[1]).as('another learning rate').isNotEqualTo(digests[0])

def published = new File(localRepositoryPath, 'io/github/lenet/it/trained-once/1')
assertThat(new File(published, 'trained-once-1-lenet.zip')).hasSameBinaryContentAs(model)
assertThat(new File(published, 'trained-once-1-lenet-provenance.json')).isNotEmpty()
true
