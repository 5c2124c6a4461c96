import io.github.lenet.dataset.IdxWriter
import io.github.lenet.dataset.Split
import io.github.lenet.fixtures.SyntheticDigits
import java.awt.Color
import java.awt.RenderingHints
import java.awt.image.BufferedImage
import java.nio.file.Files
import javax.imageio.ImageIO

def digits = SyntheticDigits.test(200, 99L)
IdxWriter.write(new File(basedir, 'idx').toPath(), Split.TEST, digits)
def pixel = { n -> digits.pixels()[digits.pixelOffset(3) + n] & 0xFF }

// The three of the IDX file, dark on light and of the size that counts as prepared.
def pictures = new File(basedir, 'pictures')
pictures.mkdirs()
def light = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY)
(0..<784).each { light.raster.setSample(it % 28, it.intdiv(28), 0, 255 - pixel(it)) }
ImageIO.write(light, 'png', new File(pictures, 'light.png'))

// The same on paper of odd sizes, in colours, and on none.
def enlarged = { String name, int type, int width, int height, Color paper, Color ink ->
  def drawn = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB)
  (0..<784).each { drawn.setRGB(it % 28, it.intdiv(28), (pixel(it) << 24) | (ink.RGB & 0xFFFFFF)) }
  def picture = new BufferedImage(width, height, type)
  def graphics = picture.createGraphics()
  if (paper != null) {
    graphics.color = paper
    graphics.fillRect(0, 0, width, height)
  }
  graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC)
  graphics.drawImage(drawn, 3, height - 150, 140, 140, null)
  graphics.dispose()
  assert ImageIO.write(picture, name[-3..-1], new File(pictures, name))
}
enlarged('blue-on-yellow.jpg', BufferedImage.TYPE_INT_RGB, 151, 311, new Color(250, 240, 150), new Color(20, 30, 120))
enlarged('white-on-red.bmp', BufferedImage.TYPE_INT_RGB, 407, 173, new Color(120, 10, 20), Color.WHITE)
enlarged('transparent.png', BufferedImage.TYPE_INT_ARGB, 163, 161, null, Color.BLACK)
enlarged('palette.gif', BufferedImage.TYPE_BYTE_INDEXED, 150, 150, Color.WHITE, Color.BLACK)

new File(basedir, 'text.png').text = 'seven'
new File(basedir, 'empty').mkdirs()
def many = new File(basedir, 'many')
many.mkdirs()
10000.times {
  Files.createLink(new File(many, "${it}.png").toPath(), new File(pictures, 'light.png').toPath())
  Files.createLink(new File(many, "${it}-text.png").toPath(), new File(basedir, 'text.png').toPath())
}
true
