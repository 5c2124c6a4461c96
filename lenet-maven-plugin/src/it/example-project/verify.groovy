import groovy.json.JsonSlurper
import io.github.lenet.fixtures.SyntheticDigits
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

import static org.assertj.core.api.Assertions.assertThat

assertThat(new JsonSlurper().parse(new File(basedir, 'target/lenet/evaluation.json')).verdict.passed).isTrue()

// Nothing beside the application that only the plugin needs.
def libraries = new File(basedir, 'target/lib').list().collect { it.replaceAll(/-\d.*/, '') }
assertThat(libraries).containsExactlyInAnyOrder('lenet-core', 'jackson-core', 'jspecify')

// The documented one-liner reads digits from pictures.
def digits = SyntheticDigits.test(40, 99L)
def pictures = (0..<digits.size()).collect { n ->
  def picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY)
  picture.raster.setDataElements(0, 0, 28, 28, Arrays.copyOfRange(digits.pixels(), digits.pixelOffset(n), digits.pixelOffset(n) + 784))
  def file = new File(basedir, "target/digit-${n}.png")
  ImageIO.write(picture, 'png', file)
  file.path
}
def java = new File(System.getProperty('java.home'), 'bin/java').path
def process = ([java, '-jar', new File(basedir, 'target/example-project-0.1.0-SNAPSHOT.jar').path] + pictures).execute()
def out = new StringBuilder()
def err = new StringBuilder()
process.waitForProcessOutput(out, err)
assertThat(process.exitValue()).as(err.toString()).isZero()
def right = out.readLines().withIndex().count { line, n -> line =~ /: ${digits.label(n)} \(\d+\.\d %\)$/ }
assertThat(right).as(out.toString()).isGreaterThan(30)
true
