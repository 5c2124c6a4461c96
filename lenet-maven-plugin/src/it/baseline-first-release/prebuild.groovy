// A repository that answers, and holds nothing; nor does the local one, which may know an earlier run.
def releases = new File(basedir, 'releases')
[releases, new File(localRepositoryPath, 'io/github/lenet/it/baseline-first-release')].each { it.deleteDir() }
releases.mkdirs()
true
