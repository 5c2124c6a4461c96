import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def commit = ['git', 'rev-parse', 'HEAD'].execute(null, basedir).text.trim()
def model = new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json')).model

def lines = new File(basedir, 'history.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assertThat(lines*.name).containsExactly('history', 'again', 'dirty-on-purpose')
assertThat(lines*.commit).containsOnly(commit)
assertThat(lines*.version).containsOnly('1')
assertThat(lines*.model.sha256).containsOnly(model.sha256)
assertThat(lines*.passed).containsOnly(true)

def log = new File(basedir, 'build.log').readLines()
assertThat(log.findAll { it.contains('history.jsonl gets no line: there are changes that are not committed.') }).hasSize(1)
assertThat(new File(basedir, 'target/lenet/report/index.html').text).contains('Verified builds</h2>')
true
