import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('Searching batchSize=16, 32; learningRate=0.0005..0.01 log: 4 trials of lenet5 for 4 epochs (pruning halving)')
    .containsPattern(/trial 0 \(1\/4\): batchSize 16, learningRate 0\.00005: loss [0-9.]+, accuracy [0-9.]+ after 2 epochs; best so far [0-9.]+ \(trial 0\), .* left/)
    .containsPattern(/trial \d \(4\/4\): .*; best so far [0-9.]+ \(trial [123]\)\R/)
    .contains('Confirming the best with fresh seeds: 4 trainings, about ')
    .contains('Better values, to paste into the POM:')
    .containsPattern(/  <lenet\.learningRate>0\.00\d+<\/lenet\.learningRate>/)
    .contains('Page: ' + new File(basedir, 'target/lenet/tune/index.html'))
    .contains('The space has changed, so this is a new search: it was batchSize=16, 32; learningRate=0.0005..0.01 log, and is weightDecay=0..0.001; augmentation=none, shift')
    .contains('<search></search> (property lenet.search) must name values to choose from, such as learningRate=0.0005..0.01 log;')
    // A search trains in Java alone.
    .doesNotContain('deeplearning4j-nn')

def read = { folder -> new JsonSlurper().parse(new File(basedir, "target/$folder/tune/tuning.json")) }
def more = read('more')
assertThat(more.trials).hasSize(6)
assertThat(more.advice).isEqualTo('change')
assertThat(more.current.values.learningRate as double).isEqualTo(0.00005d)
assertThat(more.best.loss.mean as double).isLessThan(more.current.loss.mean as double)
// The first four were taken from the cache: what they say was trained in the first build.
def log1 = log.readLines().findAll { it =~ /trial \d \([1-4]\/[46]\): batchSize/ }.collect { it.replaceAll(/.*trial (\d) \(.*?\): (.*?); best.*/, '$1 $2') }
assertThat(log1).hasSize(8)
assertThat(log1.drop(4)).isEqualTo(log1.take(4))

def line = read('lenet')
assertThat(line.space.keySet()).containsExactlyInAnyOrder('weightDecay', 'augmentation')
def tune = new File(basedir, 'target/lenet/tune')
assertThat(tune.list()).containsExactlyInAnyOrder('index.html', 'tuning.json', 'trials.csv', 'best.properties', 'worker')
assertThat(new File(tune, 'best.properties').text).contains('lenet.weightDecay=')
assertThat(new File(tune, 'trials.csv').readLines()).hasSize(5)
true
