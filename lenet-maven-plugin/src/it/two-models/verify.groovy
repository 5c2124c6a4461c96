import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

def evaluation = { name -> new JsonSlurper().parse(new File(basedir, "target/$name/evaluation.json")) }

def small = evaluation('small')
assertThat(small.model.architecture).isEqualTo('lenet5')
assertThat(small.verdict.rules.collect { it.metric }).containsExactly('accuracy', 'parameters')
assertThat(new File(basedir, 'target/small/TEST-lenet-small.xml')).content().contains('tests="2"')

def classic = evaluation('classic')
assertThat(classic.model.architecture).isEqualTo('lenet5-1998')
assertThat(classic.evaluations).singleElement().matches { it.name == 'shifted' && it.dataset.split == 'test, shifted by 1' }
assertThat(classic.verdict.rules.findAll { it.evaluation == 'shifted' }).hasSize(10)
assertThat(new File(basedir, 'target/classic/TEST-lenet-classic.xml')).content().contains('tests="11"')
true
