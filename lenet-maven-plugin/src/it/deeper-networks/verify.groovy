import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
['vgg6', 'resnet8', 'resnet14'].each { name ->
  def folder = new File(basedir, "target/$name")
  def evaluation = new JsonSlurper().parse(new File(folder, 'evaluation.json'))
  assertThat(evaluation.model.architecture).isEqualTo(name)
  assertThat(evaluation.verdict.passed).isTrue()
  assertThat(new JsonSlurper().parse(new File(folder, 'training.json')).architecture).isEqualTo(name)
  assertThat(new File(folder, 'report/index.html').text).contains('filter 16', 'class="pad"')
  assertThat(new File(folder, 'model-card.md').text).contains("$name, a convolutional neural network")
  assertThat(log)
      .contains("Training $name adapted to 9 x 11 images in 3 classes")
      .contains("Model $folder${File.separator}model.zip comes from the cache")
  assertThat(new File(localRepositoryPath, "io/github/lenet/it/deeper-networks/1/deeper-networks-1-${name}.zip"))
      .hasSameBinaryContentAs(new File(folder, 'model.zip'))
}

def comparison = new JsonSlurper().parse(new File(basedir, 'target/resnet8/evaluation.json')).baseline
assertThat(comparison.model.architecture).isEqualTo('vgg6')
assertThat(log.readLines().count { it =~ /Reproduced: .*(vgg6|resnet8).*model\.zip has the same bytes/ }).isEqualTo(2)
assertThat(log)
    .containsPattern(/left .*left.0\.png/)
    .contains('resnet18</architecture> (property lenet.architecture) is unknown', 'lenet5, lenet5-1998, vgg6, resnet8, resnet14')
    .contains('images of 7 x 14 pixels do not fit resnet8, which takes 8 x 8 to 256 x 256')
    .contains('<backend>cuda</backend> (property lenet.backend) trains no batch normalisation, which <architecture>resnet8')
    .contains('it holds vgg6 adapted to 9 x 11 images in 3 classes, but <architecture> and the images call for resnet8')
    .doesNotContain('NaN')
true
