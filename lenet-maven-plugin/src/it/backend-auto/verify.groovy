import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.readLines().findAll { it =~ /Backend (cpu|cuda) \(auto\): ./ }).hasSize(1)
def backend = new JsonSlurper().parse(new File(basedir, 'target/lenet/training.json')).backend
assertThat(backend).contains(log.contains('Backend cpu (auto)') ? 'CPU' : 'GPU')
assertThat(new File(basedir, 'target/lenet/evaluation.json')).isFile()
true
