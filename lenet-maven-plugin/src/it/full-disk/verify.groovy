import static java.util.concurrent.TimeUnit.MINUTES
import static org.assertj.core.api.Assertions.assertThat

import io.github.lenet.maven.NestedMaven

def model = new File(basedir, 'target/lenet/model.zip')
def disk = new File(basedir, 'disk')
def remedy = 'cannot be written: No space left on device; make room on its disk (df -h shows it), or choose another folder'

/** What a goal prints whose disk has that size. */
def run = { String size, boolean succeeds, List<String> arguments ->
  assertThat(['mount', '-o', "remount,size=$size", disk.path]*.toString().execute().waitFor()).isZero()
  def log = new File(basedir, 'goal.log')
  def goal = NestedMaven.at(basedir, localRepositoryPath, basedir, arguments).redirectOutput(log).start()
  assertThat(goal.waitFor(5, MINUTES)).as(log.text).isTrue()
  assertThat(goal.exitValue() == 0).as(log.text).isEqualTo(succeeds)
  assertThat(log.text).contains(remedy).doesNotContain('Exception:', '\tat ')
  disk.eachFileRecurse { assertThat(it.name).doesNotEndWith('.part').isNotEqualTo('model.zip') }
  log.text
}

disk.mkdirs()
assertThat(['mount', '-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk.path].execute().waitFor()).isZero()
try {
  // Without room for the model there is none; without room in the cache, it is trained all the same.
  assertThat(run('300k', false, ['lenet:train', '-Dlenet.force', "-Dlenet.outputDirectory=$disk/results".toString()]))
      .contains("cannot write the results to <outputDirectory> $disk/results: $disk/results/model.zip $remedy")
  new File(disk, 'results').deleteDir()
  assertThat(run('300k', true, ['lenet:train', '-Dlenet.force', "-Dlenet.cacheDirectory=$disk/cache".toString()]))
      .contains('[WARNING] the model is not kept in the cache: ')
  new File(disk, 'cache').deleteDir()
  // A verdict is never lost because a report could not be written.
  def verify = ['lenet:verify', "-Dlenet.modelFile=$model".toString(), "-Dlenet.outputDirectory=$disk/results".toString()]
  assertThat(run('60k', true, verify)).contains('Passed: accuracy', 'The verdict stands, but not all that goes with it could be written')
  new File(disk, 'results').deleteDir()
  assertThat(run('60k', false, verify + '-Dlenet.minimumAccuracy=1')).contains('but the minimum is 1.0000')
  new File(disk, 'results').deleteDir()
  run('60k', false, ['lenet:export', "-Dlenet.modelFile=$model".toString(), "-Dlenet.outputDirectory=$disk/results".toString()])
} finally {
  ['umount', disk.path].execute().waitFor()
}
true
