import static java.util.concurrent.TimeUnit.MINUTES
import static org.assertj.core.api.Assertions.assertThat

import io.github.lenet.maven.NestedMaven

def model = new File(basedir, 'target/lenet/model.zip')

/** What a copy of this project prints when it is built there, through a shell that begins with some commands. */
def build = { String folder, Map<String, String> environment, String before, List<String> arguments ->
  def checkout = new File(basedir, folder)
  def builder = NestedMaven.ofCopy(basedir, localRepositoryPath, checkout, ['verify'] + arguments)
  builder.command(['sh', '-c', "$before exec \"\$@\"".toString(), 'sh'] + builder.command())
  builder.environment().putAll(environment)
  def log = new File(basedir, "${folder.hashCode()}.log")
  def process = builder.redirectOutput(log).start()
  assertThat(process.waitFor(5, MINUTES)).as(log.text).isTrue()
  assertThat(process.exitValue()).as(log.text).isZero()
  assertThat(new File(checkout, 'target/lenet/model.zip')).as(log.text).hasSameBinaryContentAs(model)
  log.text
}

def language = { String name, String country -> "-Duser.language=$name -Duser.country=$country".toString() }
def options = { String more -> ['MAVEN_OPTS': "${System.getenv('MAVEN_OPTS') ?: ''} $more".toString()] }

// A dotless i, in Maven and in the worker.
def turkish = language('tr', 'TR')
build('turkish', options(turkish), '', ["-Dlenet.jvmArgs=$turkish".toString()])
// Neither a language nor a home, rights for the owner alone, and a time zone that is off by a quarter of an hour.
build('bare', ['LC_ALL': 'C', 'TZ': 'Asia/Kathmandu'], 'umask 077; unset HOME;', [])
new File(basedir, 'bare/target/lenet').eachFile { file ->
  assertThat(java.nio.file.Files.getPosixFilePermissions(file.toPath()).collect { "$it" }.findAll { !it.startsWith('OWNER') })
      .as(file.name).isEmpty()
}
// Another script, where the JVM can name it.
build('строить 建 ı', ['LC_ALL': 'C.UTF-8'], '', [])
// Silence, and the opposite.
// Some Mavens end the colours that they never began.
assertThat(build('quiet', [:], '', ['-q']).replaceAll(/\u001b\[0?m/, '')).isEmpty()
assertThat(build('verbose', [:], '', ['-X', '-e'])).contains('[DEBUG] Worker: ').doesNotContainPattern(/\[(WARNING|ERROR)\].*lenet/)
// Fail at the end, fail never, and several threads.
build('threads', [:], '', ['-T', '2', '-fae'])
true
