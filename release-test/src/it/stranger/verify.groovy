import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import java.security.MessageDigest
import java.util.zip.ZipFile

// The project builds, with nothing of this project but the release.
def passed = new File(basedir, 'build.log').text.contains('Passed: accuracy on mnist test (10000 images)')
assert passed
def fetched = new File(localRepositoryPath, 'io/github/lenet')
assert fetched.list().toSorted() == ['lenet-archetype', 'lenet-core', 'lenet-maven-plugin', 'lenet-parent']
fetched.eachFileRecurse {
  if (it.name == '_remote.repositories') {
    assert it.readLines().findAll { !it.startsWith('#') }.every { it.endsWith('>release=') }
  }
}

// No module is missing, and none that nobody is to use is there.
def folder = new File(release, 'io/github/lenet')
def jars = ['lenet-archetype', 'lenet-core', 'lenet-maven-plugin', 'lenet-spark']
assert folder.listFiles().findAll { it.isDirectory() }.collect { it.name }.toSorted() == (jars + 'lenet-parent').toSorted()

def files = { module ->
  new File(folder, "$module/$version").listFiles().findAll { !(it.name ==~ /.*\.(md5|sha1|asc)|maven-metadata.*/) }
}
// The file name without what the module and its version, or the time in place of SNAPSHOT, put before it.
def kind = { file, module -> (file.name - "$module-").replaceFirst(/^\d+\.\d+\.\d+(-SNAPSHOT|-\d{8}\.\d{6}-\d+)?/, '') }

// What Maven Central asks for (https://central.sonatype.org/publish/requirements), but for the signatures.
assert files('lenet-parent').collect { kind(it, 'lenet-parent') }.toSorted() == ['-cyclonedx.json', '.pom']
jars.each { module ->
  assert files(module).collect { kind(it, module) }.toSorted() == ['-cyclonedx.json', '-javadoc.jar', '-sources.jar', '.jar', '.pom']
}
def entries = { module, suffix ->
  new ZipFile(files(module).find { kind(it, module) == suffix }).withCloseable { it.entries().collect { it.name } }
}
(jars - 'lenet-archetype').each { module ->
  assert entries(module, '-sources.jar').any { it.endsWith('.java') }
  assert entries(module, '-javadoc.jar').contains('index.html')
}
assert entries('lenet-archetype', '-sources.jar').contains('META-INF/maven/archetype-metadata.xml')
assert entries('lenet-archetype', '-javadoc.jar').contains('README.md')

// The bill of materials of each: the libraries that come with it, and nothing that another build would write otherwise.
[*jars, 'lenet-parent'].each { module ->
  def bill = new JsonSlurper().parse(files(module).find { it.name.endsWith('-cyclonedx.json') })
  assert bill.metadata.component.name == module && !bill.serialNumber
  if (module == 'lenet-core') {
    assert bill.components.collect { it.name }.containsAll(['jackson-core', 'jspecify'])
  }
}

def poms = (jars + 'lenet-parent').collectEntries { module ->
  [module, new XmlSlurper().parse(files(module).find { it.name.endsWith('.pom') })]
}
poms.each { module, pom ->
  assert !pom.name.text().isBlank() && !pom.description.text().isBlank()
}
['url', 'licenses', 'developers', 'scm'].each { element ->
  assert !poms['lenet-parent']."$element".text().isBlank()
}

(jars + 'lenet-parent').each { module ->
  files(module).each { file ->
    [md5: 'MD5', sha1: 'SHA-1'].each { suffix, algorithm ->
      def digest = MessageDigest.getInstance(algorithm).digest(file.bytes).encodeHex().toString()
      assert new File("${file.path}.$suffix").text == digest
    }
  }
}
true
