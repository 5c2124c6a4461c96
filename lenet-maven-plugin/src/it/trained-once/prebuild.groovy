new File(basedir, 'cache').deleteDir()
