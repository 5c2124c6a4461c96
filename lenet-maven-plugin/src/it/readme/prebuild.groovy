// Makes a project of nothing but the README's snippets, as a reader does who copies them.
def readme = new File(basedir, '../../../../README.md').text
def snippet = { language -> (readme =~ /(?s)```$language\n(.*?)```/)[0][1] }

new File(basedir, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.github.lenet.it</groupId>
  <artifactId>readme</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.github.lenet</groupId>
      <artifactId>lenet-core</artifactId>
      <version>0.1.0-SNAPSHOT</version>
    </dependency>
  </dependencies>
${snippet('xml')}
</project>
"""

def sources = new File(basedir, 'src/main/java')
sources.mkdirs()
new File(sources, 'DigitReader.java').text = """\
import io.github.lenet.model.Classifier;
import java.nio.file.Path;

public class DigitReader {
  public static void main(String... arguments) throws Exception {
${snippet('java')}
  }
}
"""
java.nio.file.Files.copy(
    new File(basedir, '../../../../example-project/src/test/resources/com/example/digits/seven.png').toPath(),
    new File(basedir, 'digit.png').toPath())
true
