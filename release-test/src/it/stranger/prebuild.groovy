// Whatever an earlier run has left.
new File(basedir, 'digits').deleteDir()
new File(localRepositoryPath, 'io/github/lenet').deleteDir()
true
