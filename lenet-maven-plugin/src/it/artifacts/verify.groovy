import groovy.json.JsonSlurper
import io.github.lenet.model.Classifier

import static org.assertj.core.api.Assertions.assertThat

def model = new File(basedir, 'digits/target/lenet/model.zip')
def log = new File(basedir, 'build.log').text
assertThat(log.count('BUILD SUCCESS')).isEqualTo(7)

// Published alike, however the build came by the model.
assertThat(log).contains('Training, because there is no', 'is up to date', 'comes from the cache')
['trained', 'kept', 'restored'].each { releases ->
  def published = new File(basedir, "releases-$releases/com/acme/digits/1.4")
  assertThat(new File(published, 'digits-1.4-lenet.zip')).as(releases).hasSameBinaryContentAs(model)
  def provenance = new JsonSlurper().parse(new File(published, 'digits-1.4-lenet-provenance.json'))
  assertThat(provenance.modelSha256).as(releases).isEqualTo(Classifier.load(model.toPath()).sha256())
}

// What a goal finds by coordinates: in a module of the same build, with nothing installed, and in a repository.
def installed = new File(localRepositoryPath, 'com/acme/digits/1.4')
assertThat(new File(installed, 'digits-1.4-lenet.zip.sha1')).as('came from the repository').exists()
['gate', 'depending', 'copying'].each { project ->
  def evaluation = new JsonSlurper().parse(new File(basedir, "$project/target/lenet/evaluation.json"))
  assertThat(evaluation.model.sha256).as(project).isEqualTo(Classifier.load(model.toPath()).sha256())
  assertThat(new File(basedir, "$project/target/lenet/model-card.md").text).as('its provenance').contains('- System: ')
}

// What an application reads.
def classifier = { project, File... jars ->
  def urls = [new File(basedir, "$project/target/classes"), *jars].collect { it.toURI().toURL() } as URL[]
  new URLClassLoader(urls, Classifier.classLoader).loadClass('com.acme.application.Application').classifier()
}
def trained = Classifier.load(model.toPath())
assertThat(classifier('copying').sha256()).isEqualTo(trained.sha256())
// The one in the jar lacks what only a training needs, and so has a digest of its own.
assertThat(classifier('depending', new File(installed, 'digits-1.4.jar')).parameters()).isEqualTo(trained.parameters())

assertThat(log)
    .contains('Model: com.acme:digits:zip:lenet:1.4', 'Data set: com.acme:road-signs:zip:1.0')
    .contains('Reproduced: ', 'with com.acme:digits:zip:lenet:1.4', '500 images classified')
    .contains('There is no model for lenet:verify: no repository holds com.acme:digits:zip:lenet:1.5')
    .contains('<modelArtifact>com.acme:digits:zip:lenet:1.4</modelArtifact> is of a module of this build, which has attached no such file')
true
