// The project that the archetype generated, trained, gated and packaged.
import groovy.io.FileType

def projectDir = context.projectDir
def files = ['pom.xml': new File(projectDir, 'pom.xml')]
new File(projectDir, 'src').eachFileRecurse(FileType.FILES) { files[projectDir.toPath().relativize(it.toPath()).toString()] = it }
assert files.size() > 5
assert files.findAll { name, file -> "$name ${file.getText('ISO-8859-1')}" =~ /(?i)example/ }.isEmpty()

assert new File(projectDir, 'build.log').text.contains('Passed: accuracy on mnist test (10000 images)')

def java = new File(System.getProperty('java.home'), 'bin/java').path
def application = new File(projectDir, 'target/postal-codes-2.0.jar').path
def run = { String... pictures ->
  def out = new StringBuilder()
  ([java, '-jar', application] + (pictures as List)).execute().waitForProcessOutput(out, out)
  out.toString()
}
assert run(new File(projectDir, 'src/test/resources/org/acme/post/digits/seven.png').path) =~ /: 7 \(\d+\.\d %\)/
assert run() =~ /^Usage: java -jar postal-codes-2\.0\.jar /
true
