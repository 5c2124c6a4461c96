import groovy.json.JsonSlurper
import io.github.lenet.model.Classifier
import io.github.lenet.archive.ModelArchive
import java.util.zip.ZipFile

import static org.assertj.core.api.Assertions.assertThat

def model = new File(basedir, 'target/lenet/model.zip').toPath()
def deployed = new File(basedir, 'target/deployed.zip')
new ZipFile(new File(basedir, 'target/model-in-jar-1.jar')).withCloseable { jar ->
  deployed.bytes = jar.getInputStream(jar.getEntry('digits/model.zip')).bytes
}
// The same model, without what only a training needs.
assertThat(ModelArchive.read(deployed.toPath()).state().parameters()).isEqualTo(ModelArchive.read(model).state().parameters())
assertThat(ModelArchive.read(deployed.toPath()).state().updaterState()).isNull()

// A deployed model finds its verdict.
def classifier = Classifier.load(deployed.toPath())
def verified = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json')).model
assertThat(verified.sha256).isEqualTo(Classifier.load(model).sha256())
assertThat(verified.resourceSha256).isEqualTo(classifier.sha256())
assertThat(verified.coefficientsSha256).isEqualTo(classifier.coefficientsSha256())
true
