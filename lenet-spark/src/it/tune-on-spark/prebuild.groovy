import io.github.lenet.fixtures.SyntheticDigits
import io.github.lenet.maven.worker.JavaExecutable
import io.github.lenet.spark.SparkHome

SyntheticDigits.write(basedir.toPath().resolve('digits'), 600, 20, 1)
// The copy of a folder may lose it.
new File(sparkHome, 'bin').listFiles().each { script -> script.setExecutable(true) }
// On a JDK that is too new for this Spark, as its user would do.
def spark = new SparkHome(new File(sparkHome).toPath())
spark.runOn(spark.java() == JavaExecutable.ofThisJvm() ? null : spark.java())
true
