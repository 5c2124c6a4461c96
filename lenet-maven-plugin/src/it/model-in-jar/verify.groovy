import java.util.zip.ZipFile

import static org.assertj.core.api.Assertions.assertThat

def model = new File(basedir, 'target/lenet/model.zip').bytes
new ZipFile(new File(basedir, 'target/model-in-jar-1.jar')).withCloseable { jar ->
  assertThat(jar.getInputStream(jar.getEntry('digits/model.zip')).bytes).isEqualTo(model)
}
true
