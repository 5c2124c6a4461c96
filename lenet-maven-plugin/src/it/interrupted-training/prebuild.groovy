new File(basedir, 'target/lenet/training.json/a folder in the way').mkdirs()
true
