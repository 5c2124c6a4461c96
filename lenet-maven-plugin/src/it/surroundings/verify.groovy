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

// A clock that is a year ahead and runs away, and one that is ten years late when the next build comes.
def clock = new File('/usr/lib').listFiles().collect { new File(it, 'faketime/libfaketimeMT.so.1') }.find { it.exists() }
if (clock == null) {
  println 'not tested: a clock that jumps (install libfaketime)'
} else {
  def at = { String time -> ['LD_PRELOAD': clock.path, 'DONT_FAKE_MONOTONIC': '1', 'FAKETIME': time] }
  def cache = "-Dlenet.cacheDirectory=$basedir/cache-of-clocks".toString()
  assertThat(build('ahead', at('+365d x20000'), '', [cache])).contains('epoch 2/2').doesNotContain('[WARNING] no')
  assertThat(build('late', at('-3650d'), '', [cache])).contains('comes from the cache')
}

// Two users who are not root, with a cache that the second cannot read, and a local repository that neither can write.
def become = { String user, String group -> ['setpriv', "--reuid=$user", "--regid=$group", '--clear-groups']*.toString() }
def canBecome = { String user, String group ->
  def file = new File(basedir, 'pom.xml').path
  ['sh', '-c', "${become(user, group).join(' ')} test -r '$file'".toString()].execute().waitFor() == 0
}
if (!canBecome('nobody', 'nogroup') || !canBecome('daemon', 'daemon')) {
  println 'not tested: users who are not root (only root can become another one, who must be allowed to read this folder)'
} else {
  def cache = new File(basedir, 'cache of all')
  cache.mkdirs()
  assertThat(['chmod', '1777', cache.path].execute().waitFor()).isZero()
  def buildAs = { String user, String group ->
    def checkout = new File(basedir, user)
    checkout.mkdirs()
    assertThat(['chown', "$user:$group".toString(), checkout.path].execute().waitFor()).isZero()
    build(user, [:], "umask 077; set -- ${become(user, group).join(' ')} \"\$@\";", ["-Dlenet.cacheDirectory=$cache".toString()])
  }
  assertThat(buildAs('nobody', 'nogroup'))
      .contains("[WARNING] the model is not kept in the cache: $cache can be written by everybody")
      .doesNotContain('[WARNING] no')
  assertThat(buildAs('daemon', 'daemon').readLines().findAll { it.startsWith('[WARNING] no ') })
      .singleElement().asString()
      .startsWith("[WARNING] no lock and no checkpoints: $cache/trainings/")
      .contains('permission denied; it, or its folder, may belong to another user', '-Dlenet.cacheDirectory=...')
}
true
