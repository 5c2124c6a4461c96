import static org.assertj.core.api.Assertions.assertThat

// Both generations of Doxia.
['with-model': 'fluido', 'usual-site': 'maven-base.css'].each { name, skin ->
  def module = new File(basedir, name)
  def page = new File(module, 'target/site/lenet-report.html').text
  assertThat(page).contains('LeNet Report', "$name passed its gate.".toString(), 'and the minimum is 0.8000.')
  assertThat(page).contains('href="lenet-report/index.html"').containsIgnoringCase(skin)
  assertThat(new File(module, 'target/site/lenet-report/index.html').bytes)
      .isEqualTo(new File(module, 'target/lenet/report/index.html').bytes)
}
assertThat(new File(basedir, 'build.log').text).doesNotContain('LinkageError')

// The others have a site without it.
assertThat(new File(basedir, 'without-model/target/site/lenet-report.html')).doesNotExist()
assertThat(new File(basedir, 'target/site/lenet-report.html')).doesNotExist()
true
