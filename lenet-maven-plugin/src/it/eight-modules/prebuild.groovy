import java.nio.file.FileSystems
import java.nio.file.Files

// The plugin once more, under another version: a build loads both, each in class loaders of its own.
def version = projectVersion.toString()
def other = "${version}-other".toString()
['lenet-core', 'lenet-maven-plugin'].each { artifact ->
  def folder = new File(localRepositoryPath.toString(), "io/github/lenet/$artifact")
  def copy = new File(folder, other)
  copy.mkdirs()
  ['pom', 'jar'].each { type ->
    new File(copy, "$artifact-${other}.$type").bytes = new File(folder, "$version/$artifact-${version}.$type").bytes
  }
  def pom = new File(copy, "$artifact-${other}.pom")
  def own = "<artifactId>$artifact</artifactId>"
  pom.text = pom.text.replaceFirst(own, "$own\n  <version>$other</version>")
}
def jar = new File(localRepositoryPath.toString(), "io/github/lenet/lenet-maven-plugin/$other/lenet-maven-plugin-${other}.jar")
FileSystems.newFileSystem(jar.toPath(), (ClassLoader) null).withCloseable { files ->
  def descriptor = files.getPath('META-INF/maven/plugin.xml')
  Files.writeString(descriptor, Files.readString(descriptor).replaceFirst("<version>$version<", "<version>$other<"))
}

def template = new File(basedir, 'module.xml').text
(1..8).each { number ->
  def folder = new File(basedir, "module-$number")
  folder.mkdirs()
  new File(folder, 'pom.xml').text = template
      .replace('NUMBER', "$number")
      .replace('SEED', "${(number + 1).intdiv(2)}")
      .replace('VERSION', number % 2 == 0 ? other : version)
}
true
