// A repository that answers, and holds nothing.
new File(basedir, 'releases').mkdirs()
true
