// Makes projects of nothing but the snippets in docs, as readers do who copy them: one that publishes data, and two
// applications that get the model in the two ways.
['cache', 'releases-trained', 'releases-kept', 'releases-restored'].each { new File(basedir, it).deleteDir() }
def digits = new File(localRepositoryPath, 'com/acme/digits')
digits.deleteDir()

def snippets = { page, language ->
  def text = new File(basedir, "../../../../docs/${page}.md").text
  (text =~ /(?s)```$language\n(.*?)```/).collect { it[1] }
}
def only = { list, part -> list.findAll { it.contains(part) }.with { assert size() == 1; first() } }

def data = new File(basedir, 'data')
new File(data, 'data').mkdirs()
new File(data, 'pom.xml').text = only(snippets('data', 'xml'), '<artifactId>maven-assembly-plugin</artifactId>')
new File(drawnDigits).eachFile { new File(data, "data/${it.name}").bytes = it.bytes }

def artifacts = snippets('artifacts', 'xml')
def application = { name, dependency, plugin ->
  def folder = new File(basedir, name)
  def sources = new File(folder, 'src/main/java/com/acme/application')
  sources.mkdirs()
  new File(folder, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>io.github.lenet.it</groupId>
    <artifactId>it-parent</artifactId>
    <version>1</version>
    <relativePath>../../it-parent/pom.xml</relativePath>
  </parent>
  <groupId>com.acme</groupId>
  <artifactId>$name</artifactId>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <lenet.dataset>road-signs</lenet.dataset>
    ${only(artifacts, '<lenet.modelArtifact>')}
  </properties>
  <repositories>
    <repository>
      <id>releases</id>
      <url>file://\${project.basedir}/../releases-restored</url>
    </repository>
    <!-- So that the test needs no network. -->
    <repository>
      <id>central</id>
      <url>file://\${project.basedir}/../releases-restored</url>
    </repository>
  </repositories>
  <dependencies>
    <dependency>
      <groupId>io.github.lenet</groupId>
      <artifactId>lenet-core</artifactId>
      <version>0.1.0-SNAPSHOT</version>
    </dependency>
    $dependency
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.lenet</groupId>
        <artifactId>lenet-maven-plugin</artifactId>
        <executions>
          <execution>
            <id>train</id>
            <phase>none</phase>
          </execution>
        </executions>
      </plugin>
      $plugin
    </plugins>
  </build>
</project>
"""
  new File(sources, 'Application.java').text = """\
package com.acme.application;

import io.github.lenet.model.Classifier;
import java.io.IOException;

public final class Application {
  public static Classifier classifier() throws IOException {
    ${snippets('artifacts', 'java').first()}
    return classifier;
  }
}
"""
}
application('depending', only(artifacts, '<artifactId>digits</artifactId>\n  <version>'), '')
application('copying', '', only(artifacts, '<artifactId>maven-dependency-plugin</artifactId>'))
true
