def git = { String... arguments ->
  def process = (['git', '-c', 'user.name=Test', '-c', 'user.email=test@example.org'] + arguments.toList()).execute(null, basedir)
  def output = new StringBuilder()
  process.waitForProcessOutput(output, output)
  assert process.exitValue() == 0 : output
}
// This folder may lie in the repository of the plugin, from an earlier run as well.
new File(basedir, '.git').deleteDir()
['history.jsonl', 'answers.csv'].each { new File(basedir, it).text = '' }
git('init')
git('add', 'pom.xml', 'history.jsonl', 'answers.csv')
git('commit', '--message=First')
true
