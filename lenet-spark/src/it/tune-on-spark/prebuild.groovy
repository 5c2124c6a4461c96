import io.github.lenet.fixtures.SyntheticDigits

SyntheticDigits.write(basedir.toPath().resolve('digits'), 600, 20, 1)
// The copy of a folder may lose it.
new File(sparkHome, 'bin').listFiles().each { script -> script.setExecutable(true) }
true
