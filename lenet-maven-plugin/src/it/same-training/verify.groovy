import static groovy.io.FileType.FILES
import static java.util.concurrent.TimeUnit.MINUTES
import static org.assertj.core.api.Assertions.assertThat

import io.github.lenet.cache.LockFile
import io.github.lenet.maven.NestedMaven
import java.time.Duration

def model = new File(basedir, 'target/lenet/model.zip')

/** Starts a build of a copy of this project, up to a phase. */
def buildTo = { String phase, File checkout, String javaHome, List<String> arguments, String options ->
  def builder = NestedMaven.ofCopy(basedir, localRepositoryPath, checkout, [phase] + arguments)
  builder.environment().put('JAVA_HOME', javaHome)
  builder.environment().put('MAVEN_OPTS', "${System.getenv('MAVEN_OPTS') ?: ''} $options".toString())
  builder.redirectOutput(new File(checkout, 'build.log')).start()
}

def build = { File checkout, String javaHome, List<String> arguments -> buildTo('process-classes', checkout, javaHome, arguments, '') }

def assertSucceeds = { Process process, File checkout ->
  def log = new File(checkout, 'build.log')
  assertThat(process.waitFor(5, MINUTES)).as(log.text).isTrue()
  assertThat(process.exitValue()).as(log.text).isZero()
  assertThat(new File(checkout, 'target/lenet/model.zip')).as(log.text).hasSameBinaryContentAs(model)
}

// Another folder, another number of threads, a cache of its own, and every other JDK that is installed beside this one.
def thisJdk = new File(System.getProperty('java.home')).canonicalFile
def jdks = [thisJdk] + (thisJdk.parentFile.listFiles() as List).findAll { jdk ->
  def version = new File(jdk, 'release').exists() ? (new File(jdk, 'release').text =~ /JAVA_VERSION="(\d+)/) : null
  version && version[0][1].toInteger() > Runtime.version().feature() && new File(jdk, 'bin/java').canExecute()
}
/** What the JDK, Maven or a plugin warns of. */
def warnings = { File checkout ->
  new File(checkout, 'build.log').readLines().findAll { it.contains('WARNING') && !it.contains('JAR will be empty') } as Set
}
jdks.eachWithIndex { jdk, number ->
  def checkout = new File(basedir, "alone-$number")
  assertSucceeds(buildTo('verify', checkout, jdk.path, ['-Dlenet.threads=3'], ''), checkout)
  // New JDKs warn of what old Mavens do.
  def empty = new File(basedir, "empty-$number")
  assertThat(buildTo('validate', empty, jdk.path, [], '').waitFor()).isZero()
  assertThat(warnings(checkout)).isEqualTo(warnings(empty))
  assertThat(new File(checkout, 'build.log').text).contains('epoch 2/2', 'with 3 threads')
  assertThat(new File(checkout, 'target/lenet/provenance.json').text).contains(new File(jdk, 'release').text.find(/(?<=JAVA_VERSION=")\d+/))
}

// A language with digits of its own.
def persian = new File(basedir, 'persian')
def language = '-Duser.language=fa -Duser.country=IR'
assertSucceeds(buildTo('verify', persian, thisJdk.path, ["-Dlenet.jvmArgs=$language".toString()], language), persian)
new File(persian, 'target/lenet').eachFileRecurse(FILES) { file ->
  assertThat(file.name == 'model.zip' ? '' : file.getText('UTF-8')).as(file.name).doesNotContainPattern('[۰-۹]')
}
assertThat(new File(persian, 'build.log').readLines().findAll { it =~ /epoch|accuracy|Model/ })
    .hasSizeGreaterThan(4).noneMatch { (it =~ /[۰-۹]/).find() }

// Eight at once: this script has the lock of their training until all of them wait for it.
def cache = new File(basedir, 'shared-cache')
def fingerprint = new File(basedir, 'target/cache/models').list().first()
def training = new File(cache, "trainings/$fingerprint")
training.mkdirs()
def checkouts = (1..8).collect { new File(basedir, "together-$it") }
def processes = []
try {
  def lock = LockFile.acquire(new File(training, '.lock').toPath(), Duration.ZERO, { owner -> })
  try {
    checkouts.eachWithIndex { checkout, number ->
      processes << build(checkout, thisJdk.path, ["-Dlenet.cacheDirectory=$cache".toString(), "-Dlenet.threads=${number + 1}".toString()])
    }
    def wait = "[INFO] Waiting for process ${ProcessHandle.current().pid()}, which trains the same model"
    def deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos()
    checkouts.each { checkout ->
      def log = new File(checkout, 'build.log')
      while (!log.text.contains(wait)) {
        assertThat(System.nanoTime()).as(log.text).isLessThan(deadline)
        sleep(200)
      }
    }
  } finally {
    lock.close()
  }
  [processes, checkouts].transpose().each { process, checkout -> assertSucceeds(process, checkout) }
} finally {
  processes.each { it.destroyForcibly() }
}

def logs = checkouts.collect { new File(it, 'build.log').text }
assertThat(logs.findAll { it.contains('epoch 1/2') }).as('trainings').hasSize(1)
assertThat(logs.findAll { it.contains('comes from the cache, where another process has just put it') }).hasSize(7)
logs.each { assertThat(it).doesNotContain("[WARNING]") }
true
