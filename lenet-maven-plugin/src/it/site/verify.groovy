import static org.assertj.core.api.Assertions.assertThat

def site = new File(basedir, 'with-model/target/site')
def page = new File(site, 'lenet-report.html').text
assertThat(page).contains('LeNet Report', 'with-model passed its gate.', 'and the minimum is 0.8000.')
assertThat(page).contains('href="lenet-report/index.html"').containsIgnoringCase('fluido')
assertThat(new File(site, 'lenet-report/index.html').bytes)
    .isEqualTo(new File(basedir, 'with-model/target/lenet/report/index.html').bytes)

// The others have a site without it.
assertThat(new File(basedir, 'without-model/target/site/lenet-report.html')).doesNotExist()
assertThat(new File(basedir, 'target/site/lenet-report.html')).doesNotExist()
true
