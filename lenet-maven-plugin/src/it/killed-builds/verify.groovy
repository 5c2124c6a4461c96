import static java.util.concurrent.TimeUnit.MINUTES
import static org.assertj.core.api.Assertions.assertThat

import io.github.lenet.maven.NestedMaven

def seed = Long.getLong('killSeed', System.nanoTime())
def random = new Random(seed)
def model = new File(basedir, 'target/lenet/model.zip')
def checkout = new File(basedir, 'killed')
def log = new File(checkout, 'build.log')
def temporary = new File(basedir, 'temporary')
temporary.mkdirs()

def start = {
  def builder = NestedMaven.ofCopy(basedir, localRepositoryPath, checkout, ['verify'])
  builder.environment().put('MAVEN_OPTS', "${System.getenv('MAVEN_OPTS') ?: ''} -Djava.io.tmpdir=$temporary".toString())
  builder.redirectOutput(log).start()
}

def signal = { String name, ProcessHandle process ->
  new ProcessBuilder('kill', "-$name".toString(), "${process.pid()}".toString()).start().waitFor()
}

/** Not a single process of a build outlives it for long. */
def assertEnds = { List<ProcessHandle> processes ->
  processes.each { it.onExit().get(1, MINUTES) }
}

def assertSucceeds = { Process build ->
  assertThat(build.waitFor(5, MINUTES)).as(log.text).isTrue()
  assertThat(build.exitValue()).as("killSeed=$seed%n${log.text}".toString()).isZero()
  assertThat(new File(checkout, 'target/lenet/model.zip')).as("killSeed=$seed".toString()).hasSameBinaryContentAs(model)
}

def files = { File folder ->
  def found = [] as TreeSet
  folder.eachFileRecurse { found << folder.toPath().relativize(it.toPath()).toString() }
  found
}

def forget = { new File(checkout, 'target').deleteDir() }

def begin = System.currentTimeMillis()
assertSucceeds(start())
def milliseconds = System.currentTimeMillis() - begin
def complete = files(new File(checkout, 'target'))
forget()

// What a person, a build server and the system do to a build.
def ends = [
    'Maven by SIGKILL' : { ProcessHandle build, List<ProcessHandle> workers -> signal('KILL', build) },
    'Maven by SIGTERM' : { ProcessHandle build, List<ProcessHandle> workers -> signal('TERM', build) },
    'Maven by SIGINT' : { ProcessHandle build, List<ProcessHandle> workers -> signal('INT', build) },
    'a worker by SIGKILL' : { ProcessHandle build, List<ProcessHandle> workers -> workers.each { signal('KILL', it) } },
    'both by SIGKILL' : { ProcessHandle build, List<ProcessHandle> workers -> ([build] + workers).each { signal('KILL', it) } },
    'both stopped for a second' : { ProcessHandle build, List<ProcessHandle> workers ->
      ([build] + workers).each { signal('STOP', it) }
      sleep(1000)
      (workers + [build]).each { signal('CONT', it) }
    }
]
def counts = ends.collectEntries { name, end -> [name, 0] }
while (counts.values().sum() < kills.toInteger()) {
  def build = start()
  sleep(random.nextInt(milliseconds.toInteger()))
  def workers = build.descendants().toList()
  def name = (ends.keySet() as List)[random.nextInt(ends.size())]
  if (workers.isEmpty() && name == 'a worker by SIGKILL') {
    name = 'Maven by SIGKILL'
  }
  if (build.isAlive()) {
    ends[name](build.toHandle(), workers)
    counts[name]++
  }
  assertThat(build.waitFor(5, MINUTES)).as(log.text).isTrue()
  assertEnds(workers)
  if (build.exitValue() == 0) {
    assertThat(new File(checkout, 'target/lenet/model.zip')).as("killSeed=$seed".toString()).hasSameBinaryContentAs(model)
    forget()
  } else {
    assertThat(name).as(log.text).isNotEqualTo('both stopped for a second')
  }
}
assertSucceeds(start())
def leftovers = files(new File(checkout, 'target')) - complete
assertThat(leftovers).as("killSeed=$seed".toString()).isEmpty()
println "killSeed=$seed: ${counts.collect { name, count -> "$count x $name" }.join(', ')}; same bytes, no process left, no file left"

// A soak: the same build in a row has the same files and leaves no process.
def before = files(temporary)
rounds.toInteger().times { round ->
  assertSucceeds(start())
  assertThat(files(new File(checkout, 'target'))).as("round $round".toString()).isEqualTo(complete)
  assertThat(files(temporary)).as("round $round".toString()).isEqualTo(before)
}
assertThat(ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(checkout.path) }.toList()).isEmpty()
println "$rounds builds in a row: no file and no process more"
true
